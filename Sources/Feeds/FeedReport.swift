import Library

/// How far a refresh has come.
public struct FeedProgress: Hashable, Sendable {
    /// Feeds that are asked, and that were.
    public var total: Int
    public var done: Int
    public var failed: Int
    /// Articles that are new or changed.
    public var articles: Int
    /// The feed that was asked last, by its name.
    public var name: String?

    public init(total: Int, done: Int = 0, failed: Int = 0, articles: Int = 0, name: String? = nil) {
        self.total = total
        self.done = done
        self.failed = failed
        self.articles = articles
        self.name = name
    }
}

/// A feed that could not be refreshed, with its sentence. Holds no credentials; not yet made safe for a terminal.
public struct FeedProblem: Hashable, Sendable {
    public var feed: String
    public var name: String
    public var message: String

    public init(feed: String, name: String, message: String) {
        self.feed = feed
        self.name = name
        self.message = message
    }

    /// The message behind the feed's name, for a list of several; a feed that is called by its address is named once.
    public var sentence: String { name.isEmpty || message.hasPrefix(name) ? message : name + ": " + message }
}

/// What a refresh did.
public struct FeedReport: Hashable, Sendable {
    /// Feeds that were asked, and those whose time had not come or that are gone for good.
    public var asked = 0
    public var notDue = 0
    public var stopped = 0
    /// Feeds with nothing new.
    public var unchanged = 0
    public var changes = ApplyReport()
    public var failures: [FeedProblem] = []
    /// What could not be read inside feeds that were.
    public var notes: [FeedProblem] = []
    /// Feeds that moved for good, with their new addresses.
    public var moved: [FeedProblem] = []
    /// Feeds that were not reached since there is no network, as it seems: nothing is held against them. With the reason of the first.
    public var offline = 0
    public var offlineReason: String?
    /// Articles taken out by their age.
    public var expired = 0
    /// Whether it was stopped before the end. What was done until then is kept.
    public var isCancelled = false

    public init() {}
}
