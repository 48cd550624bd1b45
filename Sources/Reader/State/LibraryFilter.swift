import Search
import Topics

/// Which articles the library lists.
public struct LibraryFilter: Hashable, Sendable {
    /// Articles about the topic or one below it.
    public var topic: TopicID?
    public var isUnreadOnly: Bool
    /// What was typed to filter by, in the query language; nothing for no such filter.
    public var words: String?

    public init(topic: TopicID? = nil, isUnreadOnly: Bool = false, words: String? = nil) {
        self.topic = topic
        self.isUnreadOnly = isUnreadOnly
        self.words = words
    }

    /// Whether it hides nothing.
    public var isEmpty: Bool { self == LibraryFilter() }
}

/// Typing what the library's list is filtered by.
public struct FilterBox: Hashable, Sendable {
    public internal(set) var line: QueryLine
    /// Why what was typed could not be applied, and where.
    public internal(set) var problem: QueryError?

    init(_ text: String) { line = QueryLine(text) }
}
