import Topics

/// Which passages to list.
public struct PassageFilter: Hashable, Sendable {
    public enum Order: Hashable, Sendable, CaseIterable {
        /// The one made last comes first.
        case newest
        /// By the article's date, the newest first, and by place in it.
        case article
    }

    /// Only those of one article.
    public var article: ArticleID?
    /// Only bookmarked ones.
    public var isBookmarked: Bool
    /// Only those with the tag.
    public var tag: String?
    /// Only those that were found no more in their article's text.
    public var isOrphaned: Bool
    public var order: Order
    public var limit: Int?
    public var offset: Int

    public init(
        article: ArticleID? = nil, isBookmarked: Bool = false, tag: String? = nil, isOrphaned: Bool = false,
        order: Order = .newest, limit: Int? = nil, offset: Int = 0
    ) {
        self.article = article
        self.isBookmarked = isBookmarked
        self.tag = tag
        self.isOrphaned = isOrphaned
        self.order = order
        self.limit = limit
        self.offset = offset
    }
}
