import Articles
import Search
import Topics

/// How many articles of a month are about a topic.
public struct MonthCount: Hashable, Sendable {
    public var year: Int
    /// From 1 to 12.
    public var month: Int
    public var articles: Int

    public init(year: Int, month: Int, articles: Int) {
        self.year = year
        self.month = month
        self.articles = articles
    }
}

/// A passage that is about a topic, as a topic's page lists it.
public struct TopicPassage: Hashable, Sendable {
    public var article: ArticleID
    public var title: String
    /// What the article is ordered by.
    public var date: ArticleDate
    /// A UTF-8 range of the article's canonical text.
    public var range: Range<Int>
    public var quote: String

    public init(article: ArticleID, title: String, date: ArticleDate, range: Range<Int>, quote: String) {
        self.article = article
        self.title = title
        self.date = date
        self.range = range
        self.quote = quote
    }
}

extension Library {
    /// How many articles on the list of each month are about `topic` or one below it, the oldest month first, without those
    /// that have none. Reads a row of an index for each article.
    public func months(of topic: TopicID) throws -> [MonthCount] {
        try read { database in
            try database.all(
                """
                SELECT CAST(strftime('%Y', sort_key >> 8, 'unixepoch') AS INTEGER) AS year,
                  CAST(strftime('%m', sort_key >> 8, 'unixepoch') AS INTEGER) AS month, count(*)
                FROM article_topic WHERE topic = (SELECT id FROM topic WHERE name = ?) AND hidden = 0
                GROUP BY year, month ORDER BY year, month
                """, topic.rawValue
            ) { MonthCount(year: $0.integer(0), month: $0.integer(1), articles: $0.integer(2)) }
        }
    }

    /// The passages about one of `topics` in the newest articles about `topic`: of each article the one that is most surely so,
    /// as decisions leave it. Reads the text of `limit` articles.
    public func passages(about topic: TopicID, or topics: Set<TopicID>, limit: Int) throws -> [TopicPassage] {
        let rows = try firstRows(.topic(.init(topic.rawValue)), limit: limit)
        return try read { database in
            try rows.compactMap { row in
                guard let stored = try database.storedArticle(row.id) else { return nil }
                let links = stored.links.filter { topics.contains($0.topic) && !$0.passage.range.isEmpty }
                guard let best = links.max(by: { $0.explanation.score < $1.explanation.score }) else { return nil }
                let range = best.passage.range
                return TopicPassage(
                    article: row.id, title: row.title, date: row.published ?? row.sortDate, range: range,
                    quote: stored.article.text(in: range))
            }
        }
    }
}

extension Article {
    /// The canonical text of a UTF-8 range; nothing where it has no such place.
    fileprivate func text(in range: Range<Int>) -> String {
        let bytes = text.utf8
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(decoding: bytes[start..<bytes.index(start, offsetBy: range.count)], as: UTF8.self)
    }
}
