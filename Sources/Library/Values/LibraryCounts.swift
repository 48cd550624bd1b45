/// How much the library holds. Kept up to date with every change, so that reading it costs one row.
public struct LibraryCounts: Hashable, Sendable {
    /// Articles on the list: neither in the trash nor gone from the folder.
    public var articles: Int
    /// Of those, the ones not yet read.
    public var unread: Int
    /// In the trash.
    public var trashed: Int
    /// Not in the trash, and their files no longer in the folder.
    public var gone: Int
    /// Bookmarked passages, wherever their article is.
    public var bookmarks: Int
    /// Articles with a star, wherever they are.
    public var starred: Int
    /// Passages with notes, wherever their article is.
    public var notes: Int
    /// Highlighted passages, wherever their article is.
    public var highlights: Int
    /// Passages with a star, wherever their article is.
    public var starredPassages: Int
    /// Passages whose words no longer stand in their article.
    public var orphans: Int
    /// Files that could not be read.
    public var unreadableFiles: Int
    /// Decisions on topics in passages, wherever their article is.
    public var decisions: Int

    public init(
        articles: Int = 0, unread: Int = 0, trashed: Int = 0, gone: Int = 0, bookmarks: Int = 0, orphans: Int = 0,
        unreadableFiles: Int = 0, decisions: Int = 0, starred: Int = 0, notes: Int = 0, highlights: Int = 0,
        starredPassages: Int = 0
    ) {
        self.articles = articles
        self.unread = unread
        self.trashed = trashed
        self.gone = gone
        self.bookmarks = bookmarks
        self.starred = starred
        self.notes = notes
        self.highlights = highlights
        self.starredPassages = starredPassages
        self.orphans = orphans
        self.unreadableFiles = unreadableFiles
        self.decisions = decisions
    }
}

/// How many articles on the list are about a topic or one below it.
public struct TopicCount: Hashable, Sendable {
    public var articles: Int
    public var unread: Int

    public init(articles: Int, unread: Int) {
        self.articles = articles
        self.unread = unread
    }
}

/// One of the user's tags, with what carries it.
public struct TagCount: Hashable, Sendable {
    public var name: String
    public var articles: Int
    public var passages: Int

    public init(name: String, articles: Int, passages: Int) {
        self.name = name
        self.articles = articles
        self.passages = passages
    }
}
