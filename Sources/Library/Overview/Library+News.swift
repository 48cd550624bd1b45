import Articles
import GRDB
import Topics

extension Library {
    /// The article that came into the library last, in the trash or not; articles that come later have greater ids.
    public func latestArticle() throws -> ArticleID {
        try read { ArticleID(try $0.first("SELECT coalesce(max(id), 0) FROM article") { $0.int64(0) } ?? 0) }
    }

    /// The articles on the list that came into the library after `id`, the newest by date first, at most `limit`; and how many there
    /// are in all. Linear in the number of those that came.
    public func newArticles(after id: ArticleID, limit: Int) throws -> (rows: [ArticleRow], count: Int) {
        try read { database in
            let rows = try database.all(
                """
                SELECT \(ArticleRow.columns) FROM article a WHERE a.id > ? AND a.trashed = 0 AND a.gone = 0
                ORDER BY a.sort_key DESC LIMIT ?
                """, id.rawValue, limit
            ) { ArticleRow($0) }
            let count = try database.first("SELECT count(*) FROM article WHERE id > ? AND trashed = 0 AND gone = 0", id.rawValue) { $0.integer(0) }
            return (rows, count ?? rows.count)
        }
    }

    /// How many articles of each topic a person has bookmarks, notes, highlights or a star in. Linear in the number of such articles.
    public func markedTopics() throws -> [TopicID: Int] {
        try read { database in
            var counts: [TopicID: Int] = [:]
            try database.each(
                """
                SELECT topic.name, count(*) FROM (
                  SELECT id FROM article WHERE bookmarks > 0 UNION SELECT id FROM article WHERE notes > 0
                  UNION SELECT id FROM article WHERE highlights > 0 UNION SELECT id FROM article WHERE starred = 1) marked
                CROSS JOIN article_topic t ON t.article = marked.id CROSS JOIN topic ON topic.id = t.topic WHERE t.direct = 1 GROUP BY topic.id
                """
            ) { counts[TopicID($0.text(0))] = $0.integer(1) }
            return counts
        }
    }

    /// By which an article is known in every copy of the library; nothing for an unknown one.
    public func source(of id: ArticleID) throws -> ArticleSource? {
        try read { database in
            try database.first(
                "SELECT a.identity, a.title, c.url FROM article a LEFT JOIN article_content c ON c.article = a.id WHERE a.id = ?", id.rawValue
            ) { ArticleSource(identity: $0.text(0), title: $0.text(1), url: $0.optionalText(2)) }
        }
    }

    /// The article with this identity, wherever it is; nothing where the library does not hold it.
    public func article(identity: String) throws -> ArticleID? {
        try read { try $0.first("SELECT id FROM article WHERE identity = ?", identity) { ArticleID($0.int64(0)) } }
    }

    /// The provisions of treaties that an article stands under, in the vocabulary's writing, without the treaties as a whole.
    public func provisions(of id: ArticleID) throws -> [ProvisionID] {
        try read { database in
            try database.provisionEntries(of: id.rawValue).filter { !$0.number.isEmpty }.compactMap { entry in
                TreatyID(entry.treaty).map { ProvisionID(treaty: $0, article: entry.number) }
            }
        }
    }
}
