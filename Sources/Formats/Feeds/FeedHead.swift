import Articles

/// What a feed says of itself, apart from its entries: for the list of feeds, and for how often it is asked.
public struct FeedHead: Hashable, Sendable, Codable {
    /// The family of formats that a feed belongs to.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// RSS 0.90 and 1.0, which are RDF, and 0.91 to 2.0.
        case rss
        case atom
        /// Channel Definition Format.
        case cdf
        case json = "json-feed"
        /// A list of feeds.
        case opml
    }

    public var kind: Kind
    public var title: String?
    public var summary: String?
    /// The feed's own identifier (Atom).
    public var id: String?
    /// The page that the feed belongs to.
    public var siteURL: String?
    /// Where the feed says that it is found.
    public var selfURL: String?
    /// Where it says that it has moved to.
    public var newURL: String?
    /// Where its older entries are (RFC 5005, JSON Feed).
    public var nextURL: String?
    /// WebSub hubs, in their order.
    public var hubs: [String] = []
    /// A BCP 47 tag.
    public var language: String?
    public var bylines: [String] = []
    public var updated: ArticleDate?
    /// Minutes for which the feed asks to be left alone (`ttl`, or the syndication module's period).
    public var minutesBetween: Int?
    /// Hours of the day, in UTC, in which it asks to be left alone.
    public var quietHours: Set<Int> = []
    /// Days in which it asks to be left alone: 1 is Monday, 7 is Sunday.
    public var quietDays: Set<Int> = []
    /// Whether it says that nothing more will come.
    public var isComplete = false

    public init(kind: Kind) { self.kind = kind }
}
