import Formats

/// The feeds that a page names: `<link rel="alternate">` with the type of one, as browsers and readers find them.
public struct FeedDiscovery {
    /// What relative addresses count from, where the page says so itself.
    public let base: String?
    /// In the order of the page, each address once, as the page has it; comments' feeds behind the others.
    public let feeds: [FeedSubscription]

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json",
        "text/xml", "application/xml", "text/rss+xml", "application/x.atom+xml", "application/x-rss+xml",
    ]
    /// Feeds of one page.
    private static let most = 100

    /// `bytes` are those of the page. Linear.
    public init(_ bytes: [UInt8]) {
        guard let tree = HTMLTree(bytes, limits: HTMLLimits()) else {
            base = nil
            feeds = []
            return
        }
        base = HTMLHead(tree).base.map { String(decoding: $0, as: UTF8.self) }
        var found: [FeedSubscription] = []
        var seen: Set<String> = []
        for place in tree.places(of: .link, in: 0..<tree.nodes.count) {
            guard found.count < Self.most, let address = Self.address(place, tree), seen.insert(address).inserted else { continue }
            let title = tree.string("title", of: place).map { Self.line($0) }
            found.append(FeedSubscription(title: title.flatMap { $0.isEmpty ? nil : $0 }, feedURL: address))
        }
        let isOfComments = { (feed: FeedSubscription) in
            (feed.feedURL + " " + (feed.title ?? "")).lowercased().contains("comment")
        }
        feeds = found.filter { !isOfComments($0) } + found.filter(isOfComments)
    }

    private static func address(_ place: Int, _ tree: HTMLTree) -> String? {
        let relations = (tree.string("rel", of: place) ?? "").lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard relations.contains("alternate") || relations.contains("feed"), !relations.contains("stylesheet") else { return nil }
        let type = (tree.string("type", of: place) ?? "").lowercased().prefix { $0 != ";" }.filter { $0 != " " }
        guard types.contains(type) || (type.isEmpty && relations.contains("feed")) else { return nil }
        // A page in another language, or for machines, is an alternate too; those of JSON mostly are no feeds.
        let address = FeedAddress.cleaned(tree.string("href", of: place) ?? "")
        guard !address.isEmpty, address.utf8.count <= 4_000 else { return nil }
        return type == "application/json" && !address.lowercased().contains("feed") ? nil : address
    }

    private static func line(_ text: String) -> String {
        String(text.split { $0.isWhitespace }.joined(separator: " ").prefix(300))
    }
}
