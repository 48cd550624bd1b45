import Articles
import Library
import Topics

extension ReadingState {
    /// What the user said of a topic in the passage under the cursor.
    func verdict(on topic: TopicID) -> Verdict? {
        guard let passage else { return nil }
        return article.decisions.first { $0.topic == topic && $0.range == passage }?.verdict
    }

    /// Shows a decision before it is kept: the links as they will be shown, but for what is learned from it. Linear in the
    /// article's links.
    mutating func judge(_ verdict: Verdict?, on topic: TopicID, name: (TopicID) -> Decorations.TopicName?) {
        guard let passage else { return }
        var judged = article
        judged.decisions.removeAll { $0.topic == topic && $0.range == passage }
        if let verdict { judged.decisions.append(decision(verdict, on: topic, at: passage)) }
        let links = DecidedLinks(Self.undecided(article), decisions: judged.decisions)
        judged.links = links.shown
        judged.rejected = links.rejected
        show(judged, name: name)
    }

    private func decision(_ verdict: Verdict, on topic: TopicID, at passage: Range<Int>) -> StoredDecision {
        StoredDecision(
            id: "", article: id, articleTitle: article.row.title, anchor: Anchor(passage, in: article.article.text),
            range: passage, topic: topic, verdict: verdict, created: article.row.sortDate)
    }

    /// The links without what the user said. An accepted one is taken for the engine's until the library tells better; one
    /// that nothing but the user's word speaks for is none.
    private static func undecided(_ article: StoredArticle) -> [TopicLink] {
        (article.links + article.rejected).compactMap { link in
            guard link.origin == .user else { return link }
            guard link.explanation != .accepted else { return nil }
            return TopicLink(passage: link.passage, topic: link.topic, origin: .engine, explanation: link.explanation)
        }
    }
}
