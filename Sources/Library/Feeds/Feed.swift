/// A feed that a library follows.
public struct Feed: Hashable, Sendable, Identifiable {
    /// To what else than the web it may lead: what the user allowed it.
    public enum Permission: Int, Hashable, Sendable, CaseIterable {
        case none
        /// This machine and its own network.
        case privateNetwork
        /// A file of this machine.
        case file
    }

    /// A UUID.
    public var id: String
    /// May hold a name and a password: not to be shown.
    public var url: String
    /// What the user calls it.
    public var title: String?
    /// The folders that it stands in, outermost first.
    public var folders: [String]
    public var permission: Permission
    public var state: FeedState

    public init(
        id: String = "", url: String, title: String? = nil, folders: [String] = [], permission: Permission = .none,
        state: FeedState = FeedState()
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.folders = folders
        self.permission = permission
        self.state = state
    }
}

/// What came of asking for a feed. Times in seconds since 1970.
public struct FeedState: Hashable, Sendable {
    /// What the feed calls itself, and the page that it belongs to.
    public var feedTitle: String?
    public var siteURL: String?
    /// What else it says of itself, in a form that only who wrote it reads.
    public var head: String?
    /// When it was asked for last, with success or without.
    public var asked: Int64?
    public var succeeded: Int64?
    /// Not to be asked for before.
    public var due: Int64 = 0
    /// Failures one after the other.
    public var failures = 0
    /// The sentence about the last one; nothing after a success.
    public var failure: String?
    /// Whether it is gone for good, and not asked for any more.
    public var isStopped = false
    public var etag: String?
    public var lastModified: String?
    /// Of the document, in hexadecimal.
    public var contentHash: String?

    public init() {}
}

/// An entry of a feed as it was read.
public struct FeedEntryArticle: Hashable, Sendable {
    /// A digest of its id: hexadecimal digits.
    public var key: String
    /// Of all that was read of it, in hexadecimal.
    public var contentHash: String
    public var incoming: IncomingArticle
    /// When it was met first, in seconds since 1970, where that is known of an earlier library.
    public var firstSeen: Int64?

    public init(key: String, contentHash: String, incoming: IncomingArticle, firstSeen: Int64? = nil) {
        self.key = key
        self.contentHash = contentHash
        self.incoming = incoming
        self.firstSeen = firstSeen
    }
}

/// What the library knows of an entry.
public struct KnownFeedEntry: Hashable, Sendable {
    public var firstSeen: Int64
    /// Of what was read of it; nothing where it is to be taken in again.
    public var contentHash: String?
    /// Taken out by age: it is not to come back.
    public var isExpired: Bool
}

/// How many articles of a feed are on the list.
public struct FeedCounts: Hashable, Sendable {
    public var articles = 0
    public var unread = 0

    public init(articles: Int = 0, unread: Int = 0) {
        self.articles = articles
        self.unread = unread
    }
}
