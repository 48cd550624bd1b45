import GRDB
import Search
import Synchronization

extension ArticleIndex {
    /// Makes the index anew from all articles, newest first, and puts it in the place of what there is, at once. Held up by
    /// nothing and holding up nobody: searches go on on what there was, or say what they leave out.
    ///
    /// `progress` gets how many articles are in, and how many there are. Throws ``IndexError/locked(path:)`` where another
    /// process writes, and `SearchCancelled`.
    func rebuild(
        _ library: Library, cancellation: SearchCancellation?, progress: (Int, Int) -> Void
    ) throws {
        guard try becomeWriter() else { throw IndexError.locked(path: path) }
        let folder = try open()
        try library.read { database in
            let isMine = feeding.withLock { _ in
                state.withLock { state in
                    defer { state.isRebuilding = true }
                    return !state.isRebuilding
                }
            }
            guard isMine else { return }
            defer { state.withLock { $0.isRebuilding = false } }
            try fill(folder, database, cancellation: cancellation, progress)
        }
    }

    /// Gives `folder` all articles of the library as `database` sees it.
    func fill(
        _ folder: IndexFolder, _ database: Database, cancellation: SearchCancellation?, _ progress: (Int, Int) -> Void
    ) throws {
        let change = try database.changeNumber()
        let count = try database.articleCount()
        var done = 0
        try folder.rebuild(upTo: change, cancellation: cancellation) { add in
            try database.forEachDocument { documents in
                try add(documents)
                done += documents.count
                progress(done, count)
            }
        }
        IndexMark(folder: path).write(try database.identity())
        state.withLock { state in
            state.fault = nil
            state.isCompared = true
            state.openedUpTo = change
            state.seen = max(state.seen, change)
        }
    }

    /// A bounded piece of what is to be done in idle moments: takes in what other processes wrote, makes the index anew where
    /// that is due, writes what is in memory to the disk, and merges. Whether more is to be done.
    func maintain(
        _ library: Library, cancellation: SearchCancellation?, wordsPerSecond: Int?, progress: (Int, Int) -> Void
    ) throws -> Bool {
        guard try becomeWriter() else {
            _ = try library.read { try coverage(in: $0, upTo: .max) }
            return false
        }
        _ = try library.read { try coverage(in: $0) }
        if state.withLock({ $0.fault != nil }) {
            try rebuild(library, cancellation: cancellation, progress: progress)
            return true
        }
        let left = try library.read { try coverage(in: $0, upTo: .max).missing }
        guard left == 0 else { return false }
        return try believing { try $0.maintain(cancellation: cancellation, wordsPerSecond: wordsPerSecond) } ?? true
    }

    /// What `work` gives; nothing where it met damage, which is noted, so that the index is made anew.
    func believing<Value>(_ work: (IndexFolder) throws -> Value) throws -> Value? {
        do {
            return try work(open())
        } catch let error as IndexError where error.asksForRebuild {
            note(.unusable(error))
            return nil
        }
    }
}
