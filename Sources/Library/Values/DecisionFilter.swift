import Topics

/// Which decisions to list.
public struct DecisionFilter: Hashable, Sendable {
    /// Only those in one article.
    public var article: ArticleID?
    /// Only those on one topic.
    public var topic: TopicID?
    /// Only those of one kind.
    public var verdict: Verdict?
    /// Only those whose words are found no more in their article's text.
    public var isOrphaned: Bool
    public var order: PassageFilter.Order
    public var limit: Int?
    public var offset: Int

    public init(
        article: ArticleID? = nil, topic: TopicID? = nil, verdict: Verdict? = nil, isOrphaned: Bool = false,
        order: PassageFilter.Order = .newest, limit: Int? = nil, offset: Int = 0
    ) {
        self.article = article
        self.topic = topic
        self.verdict = verdict
        self.isOrphaned = isOrphaned
        self.order = order
        self.limit = limit
        self.offset = offset
    }
}
