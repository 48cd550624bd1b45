import Articles
import GRDB
import Search
import Topics

extension Library {
    /// How many articles of one transaction: writers wait for no more.
    private static let listedAtOnce = 200

    /// How many articles of an earlier version are still to be listed under provisions, and looked through for links.
    public func unlistedCount() throws -> Int { try read { try $0.unlistedCount() } }

    /// Lists some articles of an earlier version, the newest in the library first, from what is stored: nothing is read or tagged
    /// anew. Whether more are to be done; costs one row where none are.
    @discardableResult
    public func listUnlisted() throws -> Bool {
        guard try read({ try $0.unlistedRow() }) > 0 else { return false }
        return try change(isDurable: false) { transaction in
            let database = transaction.database
            let ids = try database.all(
                "SELECT id FROM article WHERE id <= ? ORDER BY id DESC LIMIT ?", try database.unlistedRow(), Self.listedAtOnce
            ) { $0.int64(0) }
            for id in ids { try transaction.list(id) }
            let rest = ids.count < Self.listedAtOnce ? 0 : (ids.last ?? 1) - 1
            try database.run("UPDATE library SET unlisted = ?", rest)
            return rest > 0
        }
    }

    /// Lists all articles of an earlier version; `progress` gets how many are done, and of how many.
    public func listAllUnlisted(
        cancellation: SearchCancellation = SearchCancellation(), progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        let total = try unlistedCount()
        while total > 0, try listUnlisted() {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            progress(total - (try unlistedCount()), total)
        }
    }
}

extension Transaction {
    /// Lists an article under the provisions of what is shown of its links and those that they say it cites, and notes whether it
    /// has links.
    fileprivate func list(_ id: Int64) throws {
        guard let flags = try flags(of: id), let content = try database.articleContent(ArticleID(id)) else { return }
        let decisions = try database.decisions(DecisionFilter(article: ArticleID(id)))
        let key = try database.first("SELECT sort_key FROM article WHERE id = ?", id) { $0.int64(0) } ?? 0
        try relistProvisions(
            of: DecidedLinks(content.links, decisions: decisions).shown, cited: content.tagging, id, flags, key: key)
        if content.article.hasLinks { try database.run("UPDATE article SET links = 1 WHERE id = ?", id) }
    }
}
