import Articles
import Topics

/// What a list shows of an article, read without its text.
public struct ArticleRow: Hashable, Sendable, Identifiable {
    public var id: ArticleID
    /// What a person types to name the article: 12 hexadecimal digits, or more where two would be alike.
    public var name: String
    public var title: String
    public var deck: String?
    /// The publication date; nothing where the source gave none, and ``sortDate`` is then the file's.
    public var published: ArticleDate?
    /// What the article is ordered by.
    public var sortDate: ArticleDate
    public var kickers: [String]
    public var publisher: String?
    /// The article's topics, the strongest first.
    public var topics: [TopicID]
    /// The user's own tags on the article and on its passages, sorted.
    public var tags: [String]
    public var wordCount: Int
    public var isRead: Bool
    public var isTrashed: Bool
    public var bookmarkCount: Int
    public var isStarred: Bool
    /// Passages with notes.
    public var noteCount: Int
    /// Highlighted passages.
    public var highlightCount: Int
    /// The path, relative to the library's folder, of the file that holds the article.
    public var file: String
    /// Whether the file is no longer in the folder.
    public var isGone: Bool

    public init(
        id: ArticleID, name: String, title: String, deck: String? = nil, published: ArticleDate? = nil,
        sortDate: ArticleDate, kickers: [String] = [], publisher: String? = nil, topics: [TopicID] = [],
        tags: [String] = [], wordCount: Int = 0, isRead: Bool = false, isTrashed: Bool = false,
        bookmarkCount: Int = 0, file: String, isGone: Bool = false, isStarred: Bool = false, noteCount: Int = 0,
        highlightCount: Int = 0
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.deck = deck
        self.published = published
        self.sortDate = sortDate
        self.kickers = kickers
        self.publisher = publisher
        self.topics = topics
        self.tags = tags
        self.wordCount = wordCount
        self.isRead = isRead
        self.isTrashed = isTrashed
        self.bookmarkCount = bookmarkCount
        self.isStarred = isStarred
        self.noteCount = noteCount
        self.highlightCount = highlightCount
        self.file = file
        self.isGone = isGone
    }
}
