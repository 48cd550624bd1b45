/// A feed that is followed, as it is shown: without credentials.
public struct FollowedFeed: Hashable, Sendable, Identifiable {
    /// How it went when it was asked last.
    public enum Standing: Hashable, Sendable {
        case notAsked
        case fine
        /// So many times one after the other; the sentence is about the last.
        case failing(times: Int, String)
        /// Gone for good, and not asked any more.
        case gone(String?)
    }

    public var id: String
    public var title: String
    /// The host of its address, or the name of its file.
    public var host: String
    public var articles: Int
    public var unread: Int
    /// Seconds since it was asked last.
    public var age: Int64?
    public var standing: Standing

    public init(
        id: String, title: String, host: String, articles: Int = 0, unread: Int = 0, age: Int64? = nil, standing: Standing = .notAsked
    ) {
        self.id = id
        self.title = title
        self.host = host
        self.articles = articles
        self.unread = unread
        self.age = age
        self.standing = standing
    }

    /// The sentence on why nothing comes.
    var failure: String? {
        switch standing {
        case .notAsked, .fine: nil
        case .failing(_, let sentence): sentence
        case .gone(let sentence): sentence ?? "the feed is gone for good, and not asked any more"
        }
    }
}

/// How far asking for feeds is.
public struct FeedsProgress: Hashable, Sendable {
    public var done: Int
    /// Nothing before that is known.
    public var total: Int?
    public var failures: Int
    /// Articles that are new or changed.
    public var articles: Int

    public init(done: Int = 0, total: Int? = nil, failures: Int = 0, articles: Int = 0) {
        self.done = done
        self.total = total
        self.failures = failures
        self.articles = articles
    }
}

/// What asking for feeds came to.
public struct FeedsSummary: Hashable, Sendable {
    public var asked: Int
    public var added: Int
    public var changed: Int
    /// A sentence for each feed that failed, with its name.
    public var failures: [String]
    /// Feeds that were not reached since there is no network.
    public var offline: Int
    public var isCancelled: Bool

    public init(asked: Int = 0, added: Int = 0, changed: Int = 0, failures: [String] = [], offline: Int = 0, isCancelled: Bool = false) {
        self.asked = asked
        self.added = added
        self.changed = changed
        self.failures = failures
        self.offline = offline
        self.isCancelled = isCancelled
    }
}

/// What following something came to.
public struct FollowingSummary: Hashable, Sendable {
    /// For the status line.
    public var sentence: String
    /// Whether any is followed that was not before.
    public var isNew: Bool
    /// A sentence for each feed of a list that was refused.
    public var failures: [String]

    public init(_ sentence: String, isNew: Bool, failures: [String] = []) {
        self.sentence = sentence
        self.isNew = isNew
        self.failures = failures
    }
}

/// What the reader knows of feeds.
public struct FeedsState: Hashable, Sendable {
    /// As of the last time that they were listed.
    var list: [FollowedFeed] = []
    /// Whether the list is shown once it is there.
    var isAwaited = false
    /// How far asking is; nothing while none is asked.
    public internal(set) var progress: FeedsProgress?
    /// What failed when feeds were asked last, a sentence each.
    public internal(set) var failures: [String] = []
}

/// What can be chosen where feeds are listed, and where one of them is.
public enum FeedChoice: Hashable, Sendable {
    case add, refreshAll
    case feed(String)
    case refresh, articles, failure, remove
}
