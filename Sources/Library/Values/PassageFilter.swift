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
    /// Only those with a note.
    public var isNoted: Bool
    /// Only those with a highlight.
    public var isHighlighted: Bool
    /// Only those with a star.
    public var isStarred: Bool
    /// Only those with the tag.
    public var tag: String?
    /// Only those that were found no more in their article's text.
    public var isOrphaned: Bool
    public var order: Order
    public var limit: Int?
    public var offset: Int

    public init(
        article: ArticleID? = nil, isBookmarked: Bool = false, tag: String? = nil, isOrphaned: Bool = false,
        order: Order = .newest, limit: Int? = nil, offset: Int = 0, isNoted: Bool = false, isHighlighted: Bool = false,
        isStarred: Bool = false
    ) {
        self.article = article
        self.isBookmarked = isBookmarked
        self.isNoted = isNoted
        self.isHighlighted = isHighlighted
        self.isStarred = isStarred
        self.tag = tag
        self.isOrphaned = isOrphaned
        self.order = order
        self.limit = limit
        self.offset = offset
    }
}
