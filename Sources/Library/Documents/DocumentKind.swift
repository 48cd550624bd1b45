/// What a document of the person's own is. The names are those of the store and of exports.
public enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A query with a name and a place in the list: ``SavedSearch``.
    case search
    /// Passages and articles put together, in the person's order.
    case briefing
    /// How much a topic matters to the person: ``TopicInterest``.
    case interest

    /// What a person calls it.
    public var noun: String {
        switch self {
        case .search: "saved search"
        case .briefing: "briefing"
        case .interest: "weight of interest"
        }
    }
}
