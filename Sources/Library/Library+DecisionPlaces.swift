import Articles
import GRDB
import Search
import Topics

extension Library {
    /// Where deciding `verdict` on a topic would change something in the articles of `query`: the passages that the engine links to
    /// the topic, and where `verdict` is nothing, those with a decision on it. What deciding over a filter acts on, and counts
    /// first. Linear in the number of these articles.
    public func places(
        for verdict: Verdict?, on topic: TopicID, in query: Query, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [DecisionPlace] {
        let articles = try order(of: query, cancellation: cancellation)
        return try read { database in
            try database.interruptible(by: cancellation) {
                try articles.flatMap { try database.places(for: verdict, on: topic, in: $0) }
            }
        }
    }
}

extension Database {
    fileprivate func places(for verdict: Verdict?, on topic: TopicID, in article: ArticleID) throws -> [DecisionPlace] {
        let decided = try decisions(DecisionFilter(article: article, topic: topic, order: .article)).compactMap { decision in
            decision.passage.map { (passage: $0, verdict: decision.verdict) }
        }
        guard let verdict else {
            return decided.map { DecisionPlace(article: article, passage: $0.passage, topic: topic) }
        }
        let asWanted = Set(decided.filter { $0.verdict == verdict }.map(\.passage))
        let linked = try articleContent(article)?.links.filter { $0.topic == topic }.map(\.passage) ?? []
        var seen = asWanted
        return linked.filter { seen.insert($0).inserted }.map { DecisionPlace(article: article, passage: $0, topic: topic) }
    }
}
