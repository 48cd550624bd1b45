import Topics

/// All that learning takes from a library, of one moment.
public struct LearningMaterial: Sendable {
    /// The articles with decisions that stand in them, by their names.
    public var articles: [DecidedArticle]
    public var settings: LearningSettings
    /// Differs whenever another model might be learned, and is the same again when what was done is taken back: a digest of
    /// the decisions, of the articles that they are on, and of the settings.
    public var basis: String
}

/// What was learned last.
public struct LearnedModel: Hashable, Sendable {
    public var model: TopicModel
    /// What it was learned from, as ``Library/store(_:basis:)`` was told.
    public var basis: String
    /// The library's change number then.
    public var change: Int64
}

/// What the user wants to be left out for a topic.
public enum LearningExclusion: String, Hashable, Sendable, Codable, CaseIterable {
    /// A label that is never matched.
    case match = "never-match"
    /// A word that nothing is learned from.
    case learn = "never-learn"
}
