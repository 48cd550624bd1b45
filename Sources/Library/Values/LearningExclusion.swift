/// What the user wants to be left out for a topic.
public enum LearningExclusion: String, Hashable, Sendable, Codable, CaseIterable {
    /// A label that is never matched.
    case match = "never-match"
    /// A word that nothing is learned from.
    case learn = "never-learn"
}
