/// How a list of articles is ordered.
public enum ListOrder: String, Hashable, Sendable, CaseIterable {
    case newest, oldest
}
