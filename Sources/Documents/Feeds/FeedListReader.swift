import Articles
import Formats

extension FeedReader {
    /// The feeds in a list of feeds (OPML 1.0 to 2.0), in its order, each address once; at most
    /// ``FormatLimits/articles``. Throws where the bytes are no text, or hold nothing of a list.
    public static func subscriptions(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> [FeedSubscription]
    {
        try check(file, limits)
        let text = try FeedText(file.bytes, file: file.name)
        var mender = XMLMender(text.bytes, depthLimit: limits.feedDepth)
        let builder = FeedListBuilder(limits: limits)
        let parser = XMLPushParser(builder)
        while let piece = mender.next() { parser.feed(piece) }
        parser.finish()
        guard builder.sawList else { throw FormatError(file: file.name, reason: .notInFormat(.feedList)) }
        return builder.feeds
    }

    /// The feeds of a list as articles without text, so that a list can be looked at like any other file: title, the
    /// feed's address, and its folders as tags.
    public static func listReadings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        var feeds = try subscriptions(in: file, limits: limits).makeIterator()
        return Readings {
            feeds.next().map { feed in
                let article = Article(
                    title: feed.title ?? feed.feedURL, deck: feed.summary, url: SafeAddress.isSafe(feed.feedURL) ? feed.feedURL : nil, tags: feed.folders)
                return .success(Reading(article: article))
            }
        }
    }
}

/// Collects the outlines that name a feed.
final class FeedListBuilder: XMLHandler {
    private(set) var feeds: [FeedSubscription] = []
    private(set) var sawList = false
    private let limits: FormatLimits
    /// For each open element the name of the folder that it is.
    private var open: [String?] = []
    private var seen: Set<String> = []

    init(limits: FormatLimits) { self.limits = limits }

    func open(_ element: XMLElement) {
        if element.name == "opml" || element.name == "outline" { sawList = true }
        guard element.name == "outline" else { return open.append(nil) }
        let title = [element.attribute("title"), element.attribute("text")].lazy
            .compactMap { $0.map { EntryText.field(EntryText.decoded($0), self.limits) } }.first { !$0.isEmpty }
        if let address = address(of: element) {
            take(element, address, title)
            open.append(nil)
        } else {
            open.append(title)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func close() { _ = open.popLast() }

    /// `xmlUrl`, or for a feed or a list that is included the address that older writers have.
    private func address(of element: XMLElement) -> String? {
        let type = element.attribute("type")?.lowercased()
        let isFeed = type == "rss" || type == "atom" || type == "feed"
        let found = element.attribute("xmlurl") ?? (isFeed ? element.attribute("url") : nil)
        let address = found.map { FeedAddress.cleaned($0) } ?? ""
        return address.isEmpty || address.utf8.count > 4_000 ? nil : address
    }

    private func take(_ element: XMLElement, _ address: String, _ title: String?) {
        guard feeds.count < limits.articles, seen.insert(address).inserted else { return }
        let site = element.attribute("htmlurl").map { FeedAddress.cleaned($0) }.flatMap { FeedAddress.web($0) }
        let summary = element.attribute("description").map { EntryText.field(EntryText.decoded($0), limits) }
        feeds.append(
            FeedSubscription(
                title: title, feedURL: address, siteURL: site, folders: open.compactMap { $0 }.filter { !$0.isEmpty },
                summary: summary.flatMap { $0.isEmpty ? nil : $0 }))
    }
}
