import GRDB
import Search
import Synchronization

/// What of a library can be searched now.
struct IndexCoverage: Sendable {
    var snapshot: IndexSnapshot
    /// Articles that are not in it, or not as they are now.
    var missing: Int
}

extension ArticleIndex {
    /// The index, with all that the library held when the reading of `database` began, if no more than `limit` articles are
    /// missing; else as it is. Costs one row where nothing changed since the last time.
    func coverage(in database: Database, upTo limit: Int? = nil) throws -> IndexCoverage {
        try open()
        let change = try database.changeNumber()
        let current = state.withLock { state in
            state.fault == nil && !state.isRebuilding && state.seen >= change ? state.folder?.snapshot() : nil
        }
        if let current { return IndexCoverage(snapshot: current, missing: 0) }
        // Opened anew, it may be another by now.
        return try feeding.withLock { _ in try follow(open(), database, change, limit ?? patience) }
    }

    private func follow(
        _ folder: IndexFolder, _ database: Database, _ change: Int64, _ limit: Int
    ) throws -> IndexCoverage {
        takeOver(folder)
        try compareOrigin(folder, database, change)
        let (isBroken, isRebuilding) = state.withLock { ($0.fault != nil, $0.isRebuilding) }
        if isRebuilding {
            return IndexCoverage(
                snapshot: isBroken ? IndexSnapshot([]) : folder.snapshot(),
                missing: isBroken ? try database.articleCount() : try database.articlesMissing(since: folder.completeUpTo))
        }
        if isBroken { return try repaired(folder, database, limit) }
        let missing = try database.articlesMissing(since: folder.completeUpTo)
        guard missing <= limit else { return IndexCoverage(snapshot: folder.snapshot(), missing: missing) }
        if missing > 0 { try take(folder, database, change) }
        try compareCount(folder, database, change)
        if state.withLock({ $0.fault != nil }) { return try repaired(folder, database, limit) }
        state.withLock { $0.seen = max($0.seen, change) }
        return IndexCoverage(snapshot: folder.snapshot(), missing: 0)
    }

    /// Takes in what changed since the index was complete.
    private func take(_ folder: IndexFolder, _ database: Database, _ change: Int64) throws {
        do {
            try database.forEachDocument(since: folder.completeUpTo) { try folder.add($0) }
            try folder.commit(upTo: change)
        } catch let error as IndexError {
            // It is searchable all the same where only the disk was full: what is in memory stays there.
            guard folder.completeUpTo >= change else { throw error }
        }
    }

    /// An index made anew where that takes no longer than a person waits; else nothing, which is what can be believed.
    private func repaired(_ folder: IndexFolder, _ database: Database, _ limit: Int) throws -> IndexCoverage {
        let count = try database.articleCount()
        guard count <= limit, !folder.isReadOnly else { return IndexCoverage(snapshot: IndexSnapshot([]), missing: count) }
        try fill(folder, database, cancellation: nil) { _, _ in }
        return IndexCoverage(snapshot: folder.snapshot(), missing: 0)
    }

    /// Looks for what the writing process has done. What it leaves unreadable it will repair.
    private func takeOver(_ folder: IndexFolder) {
        guard (try? folder.refresh()) == true else { return }
        state.withLock { state in
            state.fault = nil
            state.isCompared = false
            // It may know of later changes than whoever looks now.
            state.openedUpTo = 0
        }
    }

    /// Whether the index is of this library, and not of one that was put away, or of a later state of it than a copy
    /// that was brought back.
    private func compareOrigin(_ folder: IndexFolder, _ database: Database, _ change: Int64) throws {
        let (isCompared, openedUpTo) = state.withLock { ($0.isCompared, $0.openedUpTo) }
        guard !isCompared else { return }
        let identity = try database.identity()
        let mark = IndexMark(folder: path)
        let found = mark.read()
        if openedUpTo > change || (found != nil && found != identity) { note(.foreign) }
        // Without one, the number of articles is what is left to compare.
        if found == nil, !folder.isReadOnly { mark.write(identity) }
    }

    /// Once: whether there are as many articles in the index as in the library.
    private func compareCount(_ folder: IndexFolder, _ database: Database, _ change: Int64) throws {
        let isCompared = state.withLock { $0.isCompared }
        // Another process may have been here with a later state.
        guard !isCompared, folder.completeUpTo <= change else { return }
        let found = folder.snapshot().articleCount
        guard try found != database.articleCount() else { return state.withLock { $0.isCompared = true } }
        // The counter may be what is wrong.
        let expected = try database.first("SELECT count(*) FROM article") { $0.integer(0) } ?? 0
        if found != expected { note(.incomplete(found: found, expected: expected)) }
        state.withLock { $0.isCompared = true }
    }
}
