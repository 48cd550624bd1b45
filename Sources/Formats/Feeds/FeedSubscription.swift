/// A feed in a list of feeds.
public struct FeedSubscription: Hashable, Sendable, Codable {
    public var title: String?
    /// Where the feed is. As the list has it: an address of http or https in nearly all, a command or a file in some.
    public var feedURL: String
    /// The page that it belongs to.
    public var siteURL: String?
    /// The folders that it stands in, outermost first.
    public var folders: [String]
    public var summary: String?

    public init(
        title: String? = nil, feedURL: String, siteURL: String? = nil, folders: [String] = [], summary: String? = nil
    ) {
        self.title = title
        self.feedURL = feedURL
        self.siteURL = siteURL
        self.folders = folders
        self.summary = summary
    }
}
