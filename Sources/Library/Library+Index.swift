import GRDB
import Search

extension Library {
    /// Takes what a transaction did to the words of articles into the index. What goes wrong shows in the next search, and
    /// nothing is lost by it: the library holds all.
    func followWords(of change: Int64) {
        guard (try? articleIndex.open()) != nil else { return }
        try? read { database in
            let own = try database.articlesChanged(by: change)
            _ = try articleIndex.coverage(in: database, upTo: options.indexPatience + own)
        }
    }

    /// A bounded piece of the work that keeps searching fast and files small, for idle moments: takes in what other
    /// processes wrote, makes the index anew where that is due, merges its parts, at most `wordsPerSecond` words a second, and
    /// lists articles of an earlier version under their provisions.
    /// Whether more is to be done.
    @discardableResult
    public func maintain(
        wordsPerSecond: Int? = nil, cancellation: SearchCancellation = SearchCancellation(),
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Bool {
        let isMoreIndexed = try explained {
            try articleIndex.maintain(
                self, cancellation: cancellation, wordsPerSecond: wordsPerSecond, progress: progress)
        }
        let isMore = try listUnlisted() || isMoreIndexed
        _ = try explained { try pool.writeWithoutTransaction { try $0.checkpoint(.passive) } }
        return isMore
    }

    /// Brings the index up to the library where that is work, so that the next search leaves nothing out; `progress` gets how
    /// many articles are done, and of how many. False where another process has the index in hand.
    @discardableResult
    public func renewIndex(
        cancellation: SearchCancellation = SearchCancellation(), progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Bool {
        try articleIndex.open()
        guard try read({ try articleIndex.coverage(in: $0).missing }) > 0 else { return true }
        do {
            try articleIndex.rebuild(self, cancellation: cancellation, progress: progress)
        } catch IndexError.locked {
            return false
        }
        return try read { try articleIndex.coverage(in: $0).missing } == 0
    }

    /// Makes the index anew from all articles, whatever state it is in. Throws `IndexError.locked` where another process
    /// writes to it.
    public func rebuildIndex(
        cancellation: SearchCancellation = SearchCancellation(), progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        try explained { try articleIndex.rebuild(self, cancellation: cancellation, progress: progress) }
    }

    /// Writes the index as one part, without what was replaced. Throws `IndexError.locked` where another process writes to it.
    public func compactIndex(cancellation: SearchCancellation = SearchCancellation()) throws {
        guard try renewIndex(cancellation: cancellation), try articleIndex.becomeWriter() else {
            throw IndexError.locked(path: articleIndex.path)
        }
        let isDone: Void? = try explained { try articleIndex.believing { try $0.compact(cancellation: cancellation) } }
        // Made anew, it is one part as well.
        if isDone == nil { try rebuildIndex(cancellation: cancellation) }
    }

    /// What the index consists of, and how many articles it leaves out.
    public func indexStatus() throws -> LibraryIndexStatus {
        let folder = try articleIndex.open()
        return try read { database in
            let missing = try articleIndex.coverage(in: database).missing
            return LibraryIndexStatus(
                path: articleIndex.path, isWriter: !folder.isReadOnly, missing: missing,
                change: try database.changeNumber(), parts: try articleIndex.open().status)
        }
    }

    /// What is wrong with the index, one sentence each: its checksums, its order and counts, and whether it holds the
    /// articles of the library as they are. Reads all of the index.
    public func checkIndex(cancellation: SearchCancellation = SearchCancellation()) throws -> IntegrityReport {
        try articleIndex.open()
        return try read { database in
            IntegrityReport(problems: try articleIndex.problems(in: database, cancellation))
        }
    }

    /// What a person is to know of the index since this was asked last, one sentence each: that it was damaged and is made
    /// anew, for instance.
    public func takeIndexNotices() -> [String] { articleIndex.takeNotices() }
}
