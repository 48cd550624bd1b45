import Articles

/// A passage that the user bookmarked, highlighted, noted, starred or tagged.
public struct StoredPassage: Hashable, Sendable, Identifiable {
    /// A UUID in lower case, the same in every copy of the library.
    public var id: String
    public var article: ArticleID
    public var articleTitle: String
    public var file: String
    public var anchor: Anchor
    /// Where it stands in the article's text now, in UTF-8 offsets; nothing when it is orphaned.
    public var range: Range<Int>?
    public var isBookmarked: Bool
    public var isStarred: Bool
    public var highlight: HighlightColour?
    public var note: PassageNote?
    /// The user's own, sorted.
    public var tags: [String]
    public var created: ArticleDate

    public init(
        id: String, article: ArticleID, articleTitle: String, file: String, anchor: Anchor, range: Range<Int>?,
        isBookmarked: Bool, tags: [String], created: ArticleDate, isStarred: Bool = false,
        highlight: HighlightColour? = nil, note: PassageNote? = nil
    ) {
        self.id = id
        self.article = article
        self.articleTitle = articleTitle
        self.file = file
        self.anchor = anchor
        self.range = range
        self.isBookmarked = isBookmarked
        self.isStarred = isStarred
        self.highlight = highlight
        self.note = note
        self.tags = tags
        self.created = created
    }
}
