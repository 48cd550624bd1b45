import Formats
import Library
import Workers

/// The list of a library's feeds, as people name and exchange it.
public enum FeedList {
    /// The feed that `name` means: its id or the beginning of it, its address, or its title in any case of letters. Throws
    /// ``FeedsError/unknownFeed(_:)`` and ``FeedsError/ambiguousFeed(_:candidates:)``.
    public static func feed(named name: String, in feeds: [Feed]) throws(FeedsError) -> Feed {
        let address = FeedSource.address(name)
        if let feed = feeds.first(where: { $0.id == name || $0.url == name || $0.url == address || $0.shownURL == name }) { return feed }
        let folded = name.lowercased()
        let titled = feeds.filter { $0.name.lowercased() == folded }
        let found = titled.isEmpty && folded.utf8.count >= 4 ? feeds.filter { $0.id.hasPrefix(folded) } : titled
        guard let first = found.first else { throw .unknownFeed(name) }
        guard found.count == 1 else { throw .ambiguousFeed(name, candidates: found.prefix(10).map(\.id)) }
        return first
    }

    /// The list as OPML, and how many addresses lost their credentials, which only `showsCredentials` writes.
    public static func opml(_ feeds: [Feed], showsCredentials: Bool = false) -> (text: String, withheld: Int) {
        let subscriptions = feeds.map { feed in
            FeedSubscription(
                title: feed.name, feedURL: showsCredentials ? feed.url : feed.shownURL, siteURL: feed.state.siteURL,
                folders: feed.folders)
        }
        let withheld = showsCredentials ? 0 : feeds.count { $0.url != $0.shownURL }
        return (FeedListWriter.opml(subscriptions), withheld)
    }
}
