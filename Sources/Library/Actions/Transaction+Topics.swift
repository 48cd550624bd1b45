import Articles
import GRDB
import Topics

extension Transaction {
    /// Gives an article other links and citations of the engine's, and lists it under the topics that are shown of them.
    func setLinks(_ bytes: [UInt8], tagger: Int, of article: Int64, tagging: () throws -> Tagging) throws {
        try database.run("UPDATE article_content SET links = ? WHERE article = ?", bytes, article)
        try database.run("UPDATE article SET tagger = ? WHERE id = ?", tagger, article)
        try listTopics(of: tagging(), article)
    }

    /// Lists the article under the topics of `tagging` and their provisions, as decisions leave them, and under what it cites.
    private func listTopics(of tagging: Tagging, _ article: Int64) throws {
        guard let flags = try flags(of: article) else { return }
        let decisions = try database.decisions(DecisionFilter(article: ArticleID(article)))
        let shown = DecidedLinks(tagging.links, decisions: decisions).shown
        let topics = PreparedArticle.topics(of: shown)
        let key = try database.first("SELECT sort_key FROM article WHERE id = ?", article) { $0.int64(0) }
        counters.count(flags, topics: try self.topics(of: article), -1)
        try database.run("DELETE FROM article_topic WHERE article = ?", article)
        let rows = try addTopics(topics, to: article, key: key ?? 0, isHidden: !flags.isListed)
        counters.count(flags, topics: rows, 1)
        try relistProvisions(of: shown, cited: tagging, article, flags, key: key ?? 0)
        try database.run(
            "UPDATE article SET topics = ?, change = ? WHERE id = ?", TextList.joined(topics.map(\.rawValue)), change, article)
    }

    /// The rows of the topics and of all above them.
    func addTopics(_ topics: [TopicID], to article: Int64, key: Int64, isHidden: Bool) throws -> [Int64] {
        var isDirect: [TopicID: Bool] = [:]
        var order: [TopicID] = []
        for topic in topics where isDirect.updateValue(true, forKey: topic) == nil { order.append(topic) }
        for topic in topics {
            for broader in options.broaderTopics(topic) where isDirect[broader] == nil {
                isDirect[broader] = false
                order.append(broader)
            }
        }
        return try order.map { topic in
            let row = try row(ofTopic: topic.rawValue)
            try database.run(
                "INSERT INTO article_topic(topic, hidden, sort_key, article, direct) VALUES (?, ?, ?, ?, ?)", row,
                isHidden, key, article, isDirect[topic] ?? false)
            return row
        }
    }

    /// Lists the articles on which decisions changed under the topics that are shown now.
    func renewDecidedTopics() throws {
        for article in decidedArticles.sorted() {
            guard let content = try database.articleContent(ArticleID(article)) else { continue }
            try listTopics(of: content.tagging, article)
        }
        decidedArticles = []
    }
}
