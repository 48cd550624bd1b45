import Topics

/// What learning takes from a library, of one moment, without texts.
public struct LearningOutline: Sendable {
    /// By the name of an article, the decisions that stand in it, by place and topic. Those on articles as a whole teach
    /// nothing about passages, and are not among them.
    public var decisions: [String: [Decision]]
    public var settings: LearningSettings
    /// Differs whenever another model might be learned, and is the same again when what was done is taken back: a digest of
    /// the decisions, of the articles that they are on, and of the settings.
    public var basis: String
}

/// The same with the articles.
public struct LearningMaterial: Sendable {
    public var outline: LearningOutline
    /// By name.
    public var articles: [DecidedArticle]
}

/// What was learned last.
public struct LearnedModel: Hashable, Sendable {
    public var model: TopicModel
    /// What it was learned from, as ``Library/store(_:basis:)`` was told.
    public var basis: String
    /// The library's change number then.
    public var change: Int64
}
