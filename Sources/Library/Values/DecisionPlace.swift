import Articles
import Topics

/// What a verdict is on: a topic in a passage of an article.
public struct DecisionPlace: Hashable, Sendable {
    public var article: ArticleID
    /// The range of a block in the canonical text; an empty one at 0 stands for the article as a whole.
    public var passage: Passage
    public var topic: TopicID

    public init(article: ArticleID, passage: Passage, topic: TopicID) {
        self.article = article
        self.passage = passage
        self.topic = topic
    }
}
