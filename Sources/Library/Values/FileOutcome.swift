import Articles
import Topics

/// By which a file is taken to be unchanged without being read.
public struct FileStamp: Hashable, Sendable {
    /// In bytes.
    public var size: Int64
    /// The time of its last change, in nanoseconds since 1970.
    public var modified: Int64
    public var inode: UInt64

    public init(size: Int64, modified: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// A file that the library has met.
public struct KnownFile: Hashable, Sendable {
    /// Nothing where the file is to be read again whatever its stamp.
    public var stamp: FileStamp?
    /// Of its bytes, in hexadecimal; nothing where it could not be read.
    public var contentHash: String?
    /// The sentence about a file that could not be read.
    public var failure: String?

    public init(stamp: FileStamp?, contentHash: String?, failure: String? = nil) {
        self.stamp = stamp
        self.contentHash = contentHash
        self.failure = failure
    }
}

/// An article as a file gave it, with what the tagger says of it.
public struct IncomingArticle: Hashable, Sendable {
    public var article: Article
    public var tagging: Tagging
    /// The version of the tagger that the links come from; nothing for the one that the library was told last.
    public var edition: Int?

    public init(_ article: Article, _ tagging: Tagging, edition: Int? = nil) {
        self.article = article
        self.tagging = tagging
        self.edition = edition
    }

    /// One that cites nothing but what the explanations of `links` name.
    public init(_ article: Article, links: [TopicLink], edition: Int? = nil) {
        self.init(article, Tagging(links), edition: edition)
    }

    public var links: [TopicLink] {
        get { tagging.links }
        set { tagging.links = newValue }
    }
}

/// What came of looking at one file of the folder. Paths are relative to the folder.
public enum FileOutcome: Hashable, Sendable {
    /// New or changed; `contentHash` is that of its bytes, in hexadecimal. What the file held before and does not hold
    /// now is gone, unless it has another place.
    case read(path: String, stamp: FileStamp, contentHash: String, articles: [IncomingArticle])
    /// Some of the articles of a file that is read in parts, since it is too large to be held: those from the one with the
    /// number `first` on, counted from 0. What the file held before stays until its ``end(path:stamp:contentHash:)``.
    case part(path: String, stamp: FileStamp, first: Int, articles: [IncomingArticle])
    /// All parts of the file are there: they stand for what it holds now. Without it, it is read anew with the next sync.
    case end(path: String, stamp: FileStamp, contentHash: String)
    /// Read without success. What it held before stays as it is.
    case unreadable(path: String, stamp: FileStamp?, failure: String)
    /// The bytes are as they were, the stamp is new.
    case touched(path: String, stamp: FileStamp)
    /// The same bytes at another path.
    case moved(from: String, to: String, stamp: FileStamp)
    case gone(path: String)
}

/// What a batch changed.
public struct ApplyReport: Hashable, Sendable {
    public var added = 0
    public var changed = 0
    /// Read again and found equal.
    public var unchanged = 0
    /// Met a second time: one article with one more place.
    public var duplicates = 0
    /// No longer in any file.
    public var gone = 0
    /// Was gone and is there again.
    public var returned = 0
    public var moved = 0
    public var unreadable = 0
    /// Passages that lost their place in a changed article.
    public var orphaned = 0
    /// The new articles, in the order of the batch.
    public var newArticles: [ArticleID] = []

    public init() {}

    /// Adds what a further batch did.
    public static func += (left: inout ApplyReport, right: ApplyReport) {
        left.added += right.added
        left.changed += right.changed
        left.unchanged += right.unchanged
        left.duplicates += right.duplicates
        left.gone += right.gone
        left.returned += right.returned
        left.moved += right.moved
        left.unreadable += right.unreadable
        left.orphaned += right.orphaned
        left.newArticles += right.newArticles
    }
}
