/// What a person says of a topic in a passage. That nothing was said is no verdict.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case accepted, rejected
}
