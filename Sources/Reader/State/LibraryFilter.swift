import Topics

/// Which articles the library lists.
public struct LibraryFilter: Hashable, Sendable {
    /// Articles about the topic or one below it.
    public var topic: TopicID?
    public var isUnreadOnly: Bool

    public init(topic: TopicID? = nil, isUnreadOnly: Bool = false) {
        self.topic = topic
        self.isUnreadOnly = isUnreadOnly
    }

    /// Whether it hides nothing.
    public var isEmpty: Bool { self == LibraryFilter() }
}
