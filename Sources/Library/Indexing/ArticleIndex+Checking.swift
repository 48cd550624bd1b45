import GRDB
import Search
import Synchronization

extension ArticleIndex {
    private struct Version: Hashable {
        var order: Int64
        var change: Int64
    }

    /// One sentence for each thing that does not hold.
    func problems(in database: Database, _ cancellation: SearchCancellation) throws -> [String] {
        let coverage = try coverage(in: database, upTo: .max)
        if let fault = state.withLock({ $0.fault }) { return [fault.sentence] }
        guard coverage.missing == 0 else {
            return ["the search index lacks \(coverage.missing) articles, which another program is adding"]
        }
        let broken = try IndexCheck.problems(in: coverage.snapshot, cancellation: cancellation)
        for error in broken where error.asksForRebuild { note(.unusable(error)) }
        return broken.map { "\($0.what): \($0.why)" } + (try disagreements(coverage.snapshot, database))
    }

    /// The index's articles against the library's. What came in while this looks is left aside.
    private func disagreements(_ snapshot: IndexSnapshot, _ database: Database) throws -> [String] {
        let change = try database.changeNumber()
        var held: [Int64: Version] = [:]
        snapshot.forEachArticle { article, order, change in held[article] = Version(order: order, change: change) }
        var missing = 0
        var other = 0
        try database.each("SELECT id, sort_key, words_change FROM article") { columns in
            let version = Version(order: columns.int64(1), change: columns.int64(2))
            guard let found = held.removeValue(forKey: columns.int64(0)) else { return missing += 1 }
            if found != version, found.change <= change { other += 1 }
        }
        let spare = held.values.count { $0.change <= change }
        return [
            (missing, "articles that the search index lacks"), (other, "articles that the search index holds in another state"),
            (spare, "articles of the search index that the library lacks"),
        ].filter { $0.0 > 0 }.map { "\($0.1) (\($0.0))" }
    }
}
