import Articles

/// What a person decided about a topic in a passage: a state, not an event. There is one for each pair of passage and topic.
public struct Decision: Hashable, Sendable {
    /// A block's range in the article's canonical text.
    public var passage: Passage
    public var topic: TopicID
    /// Accepted, or else rejected.
    public var isAccepted: Bool

    public init(passage: Passage, topic: TopicID, isAccepted: Bool) {
        self.passage = passage
        self.topic = topic
        self.isAccepted = isAccepted
    }
}

/// An article with the decisions on its passages, as learning takes it.
public struct DecidedArticle: Sendable {
    /// What articles are ordered by, so that the same decisions give the same model: any name that does not change.
    public var id: String
    public var article: Article
    public var decisions: [Decision]

    public init(id: String, article: Article, decisions: [Decision]) {
        self.id = id
        self.article = article
        self.decisions = decisions
    }
}

/// What the user wants to be left out of matching and learning.
public struct LearningSettings: Hashable, Sendable {
    /// By topic, labels that are never matched, as the vocabulary writes them.
    public var neverMatch: [TopicID: Set<String>]
    /// By topic, words that nothing is learned from; any form of the word.
    public var neverLearn: [TopicID: Set<String>]

    public init(neverMatch: [TopicID: Set<String>] = [:], neverLearn: [TopicID: Set<String>] = [:]) {
        self.neverMatch = neverMatch
        self.neverLearn = neverLearn
    }

    public static let none = LearningSettings()
}
