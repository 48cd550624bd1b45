import Articles
import GRDB
import Search
import Topics

/// An article that has to do with another one, or with a passage of it, and why.
public struct RelatedArticle: Hashable, Sendable {
    public var found: FoundArticle
    /// Topics that both have, the strongest of the first article first.
    public var topics: [TopicID]
    /// Provisions that both stand under; in the vocabulary's writing.
    public var provisions: [ProvisionID]
    /// Telling words that its snippets show.
    public var words: [String]

    public init(found: FoundArticle, topics: [TopicID], provisions: [ProvisionID], words: [String]) {
        self.found = found
        self.topics = topics
        self.provisions = provisions
        self.words = words
    }
}

extension Library {
    /// How much an article is raised that shares all provisions, as a share of its score.
    private static let provisionLift = 0.5

    /// The articles on the same provisions and terms as an article, or as `passage` of it, a UTF-8 range of its canonical text;
    /// each with the reason. Those of ``articles(like:passage:limit:snippets:cancellation:)``, raised by the share of the
    /// provisions that they stand under too, and those on the same provisions that share no telling word. Throws as that does.
    public func related(
        to id: ArticleID, passage: Range<Int>? = nil, limit: Int = 20, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [RelatedArticle] {
        let similar = try articles(like: id, passage: passage, limit: 2 * max(0, limit), snippets: 1, cancellation: cancellation)
        let stored = try article(id)
        return try read { database in
            let own = try provisions(of: stored, in: passage, database)
            var seen = Set(similar.articles.map(\.id)).union([id])
            let others = try database.articles(underMostOf: own, limit: limit).filter { seen.insert($0).inserted }
            let rows = try others.compactMap { other in
                try database.first("SELECT \(ArticleRow.columns) FROM article a WHERE a.id = ?", other.rawValue) { ArticleRow($0) }
            }
            let least = similar.articles.map(\.score).min() ?? 1
            let all = similar.articles + rows.map { FoundArticle(row: $0, score: least * 0.5, snippets: []) }
            let related = try all.map { found in
                try relation(found, topics: similar.topics, provisions: own, terms: similar.terms, database)
            }
            let order = related.indices.sorted { (-related[$0].found.score, $0) < (-related[$1].found.score, $1) }
            return order.prefix(max(0, limit)).map { related[$0] }
        }
    }

    private func relation(
        _ found: FoundArticle, topics: [TopicID], provisions: [ProvisionID], terms: [Likeness.Term], _ database: Database
    ) throws -> RelatedArticle {
        let listed = Set(try database.provisionEntries(of: found.id.rawValue).map { $0.treaty + "/" + $0.number.lowercased() })
        let shared = provisions.filter { listed.contains($0.treaty.rawValue + "/" + $0.article.lowercased()) }
        var found = found
        found.score *= 1 + Self.provisionLift * Double(shared.count) / Double(max(1, provisions.count))
        let own = Set(found.row.topics)
        let hits = found.snippets.flatMap { snippet in
            snippet.hits.map { String(decoding: Array(snippet.text.utf8)[$0.clamped(to: 0..<snippet.text.utf8.count)], as: UTF8.self) }
        }
        var seen: Set<String> = []
        return RelatedArticle(
            found: found, topics: topics.filter { own.contains($0) }, provisions: shared,
            words: Array(hits.filter { seen.insert($0.lowercased()).inserted }.prefix(4)))
    }

    /// The provisions of the passage's links, or of the article.
    private func provisions(of stored: StoredArticle, in passage: Range<Int>?, _ database: Database) throws -> [ProvisionID] {
        let entries: [ProvisionLister.Entry]
        if let passage {
            let links = stored.links.filter { $0.standing == .probable && ($0.passage.range.isEmpty || $0.passage.range.overlaps(passage)) }
            entries = ProvisionLister(options.provisions).entries(of: links, cited: Tagging(links))
        } else {
            entries = try database.provisionEntries(of: stored.id.rawValue)
        }
        return entries.filter { !$0.number.isEmpty }.compactMap { entry in
            TreatyID(entry.treaty).map { ProvisionID(treaty: $0, article: entry.number) }
        }
    }
}

extension Database {
    /// Those on the list that stand under most of the provisions, the newest first among equal ones. Looks at the newest articles
    /// of each.
    fileprivate func articles(underMostOf provisions: [ProvisionID], limit: Int) throws -> [ArticleID] {
        var shared: [Int64: (count: Int, key: Int64)] = [:]
        for provision in provisions.prefix(24) {
            try each(
                """
                SELECT article, sort_key FROM article_provision WHERE provision = (SELECT id FROM provision WHERE treaty = ? AND number = ?)
                  AND hidden = 0 ORDER BY sort_key DESC LIMIT 100
                """, [provision.treaty.rawValue, provision.article]
            ) { shared[$0.int64(0), default: (0, $0.int64(1))].count += 1 }
        }
        let order = shared.sorted { (-$0.value.count, -$0.value.key) < (-$1.value.count, -$1.value.key) }
        return order.prefix(max(0, limit)).map { ArticleID($0.key) }
    }
}
