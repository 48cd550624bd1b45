import Formats
import Library
import Text
import Workers

/// What adding came to.
public struct FeedAddition: Hashable, Sendable {
    /// What there was to add, in its order.
    public var added: [Feed] = []
    public var known: [Feed] = []
    /// Those of a list that were refused, with their sentences.
    public var refused: [FeedProblem] = []
    /// Other feeds that the page names.
    public var others: [FeedSubscription] = []
    public var changes = ApplyReport()
    public var notes: [FeedProblem] = []

    public init() {}
}

/// What a person says of what is added.
public struct FeedWish: Hashable, Sendable {
    public var title: String?
    public var folders: [String] = []
    public var allowsPrivate = false
    public var allowsFiles = false

    public init() {}
}

extension FeedRefresh {
    /// Follows what `text` leads to: a feed, the first feed that a page names, or the feeds of a list; at an address, or in a file
    /// whose path it is. A feed's articles are taken in at once. Throws where there is nothing to follow.
    public func add(_ text: String, _ wish: FeedWish = FeedWish()) throws -> FeedAddition {
        if let path = FeedSource.path(text) { return try addFile(path, wish) }
        if !text.contains("://"), FeedSource.isFile(text) { return try addFile(FeedSource.absolute(text), wish) }
        guard let address = FeedSource.address(text) else { throw FeedsError.noAddress(text) }
        return try addAddress(address, wish, isFromPage: false)
    }

    private func addAddress(_ address: String, _ wish: FeedWish, isFromPage: Bool) throws -> FeedAddition {
        let feed = Feed(
            url: address, title: wish.title, folders: wish.folders, permission: wish.allowsPrivate ? .privateNetwork : .none)
        if let known = try library.feeds().first(where: { $0.url == address }) {
            var addition = FeedAddition()
            addition.known = [try settled(known, wish)]
            return addition
        }
        let visitor = self.visitor()
        let answer: FetchAnswer
        do throws(FetchFailure) {
            answer = try fetcher.fetch(visitor.request(for: feed, isForced: true))
        } catch {
            throw error.explained
        }
        let file = SourceFile(name: answer.url, bytes: answer.bytes)
        switch try inspect(file) {
        case .feed: return try follow(feed, visitor, answer)
        case .list(let feeds): return try addList(feeds, wish)
        case .other: throw FeedsError.notAFeed(answer.url)
        case .page(let base, let feeds):
            guard !isFromPage else { throw FeedsError.pageInPlaceOfFeed(answer.url) }
            return try addNamed(feeds, base: base, on: answer, wish, credentials: WebLocation(address)?.credentials)
        }
    }

    /// Follows the first of the feeds that a page names.
    private func addNamed(
        _ feeds: [FeedSubscription], base: String?, on page: FetchAnswer, _ wish: FeedWish, credentials: String?
    ) throws -> FeedAddition {
        let start = base.flatMap { WebAddress.resolve($0.utf8, base: WebAddress(page.url)) }.flatMap { WebAddress($0) }
            ?? WebAddress(page.url)
        var found = feeds.compactMap { feed -> FeedSubscription? in
            guard var location = WebAddress.resolve(feed.feedURL.utf8, base: start).flatMap({ WebLocation($0) }),
                ["http", "https"].contains(location.scheme)
            else { return nil }
            // What opens the page opens its feed on the same host, and nowhere else.
            location.credentials = location.origin == WebLocation(page.url)?.origin ? credentials : nil
            return FeedSubscription(title: feed.title, feedURL: location.text(showsCredentials: true))
        }
        guard !found.isEmpty else { throw FeedsError.noFeedOnPage(page.url) }
        let first = found.removeFirst()
        var addition = try addAddress(first.feedURL, wish, isFromPage: true)
        addition.others = found
        return addition
    }

    private func addFile(_ path: String, _ wish: FeedWish) throws -> FeedAddition {
        let file = try FeedSource.read(path)
        switch try inspect(file) {
        case .list(let feeds): return try addList(feeds, wish)
        case .page, .other: throw FeedsError.notAFeed(path)
        case .feed:
            let address = FeedSource.address(ofFile: path)
            if let known = try library.feeds().first(where: { $0.url == address }) {
                var addition = FeedAddition()
                addition.known = [try settled(known, wish)]
                return addition
            }
            var answer = FetchAnswer(status: 200, url: address)
            answer.bytes = file.bytes
            let feed = Feed(url: address, title: wish.title, folders: wish.folders, permission: .file)
            return try follow(feed, visitor(), answer)
        }
    }

    private func follow(_ feed: Feed, _ visitor: FeedVisitor, _ answer: FetchAnswer) throws -> FeedAddition {
        var addition = FeedAddition()
        let (kept, isNew) = try library.addFeed(feed)
        if isNew { addition.added = [kept] } else { addition.known = [kept] }
        let visit = try explained { () throws(FeedVisitor.Stop) in try visitor.take(answer, of: kept, isForced: true) }
        var taking = FeedTaking(library: library)
        var report = FeedReport()
        try taking.take(visit, &report)
        addition.changes = report.changes
        addition.notes = report.notes
        let now = try library.feeds().filter { $0.id == kept.id }
        if isNew { addition.added = now } else { addition.known = now }
        return addition
    }

    /// A feed that is followed, with what is wished of it now: what the wish leaves open stays.
    private func settled(_ feed: Feed, _ wish: FeedWish) throws -> Feed {
        var changed = feed
        if let title = wish.title { changed.title = title }
        if !wish.folders.isEmpty { changed.folders = wish.folders }
        if wish.allowsPrivate, changed.permission == .none { changed.permission = .privateNetwork }
        guard changed != feed else { return feed }
        try library.changeFeed(changed)
        if changed.permission != feed.permission {
            // It failed for want of leave; now it may be asked at once.
            changed.state.due = 0
            try library.noteFeed(changed.id, changed.state)
        }
        return changed
    }

    private func inspect(_ file: SourceFile) throws -> FeedInspection {
        do throws(ReadingFailure) {
            return try readers.inspect(file)
        } catch {
            switch error {
            case .file(let error): throw error
            case .workers(let error): throw error
            case .interrupted: throw FeedInterrupted()
            }
        }
    }

    private func explained<Value>(_ body: () throws(FeedVisitor.Stop) -> Value) throws -> Value {
        do throws(FeedVisitor.Stop) {
            return try body()
        } catch {
            switch error {
            case .workers(let error): throw error
            case .library(let error): throw error
            case .interrupted: throw FeedInterrupted()
            }
        }
    }

    // MARK: Lists

    /// Follows the feeds of a list (OPML), without asking for them yet. Throws where the file holds no list.
    public func importList(_ path: String, _ wish: FeedWish = FeedWish()) throws -> FeedAddition {
        guard case .list(let feeds) = try inspect(try FeedSource.read(FeedSource.absolute(path))) else {
            throw FeedsError.notAFeed(path)
        }
        return try addList(feeds, wish)
    }

    func addList(_ feeds: [FeedSubscription], _ wish: FeedWish) throws -> FeedAddition {
        var addition = FeedAddition()
        var wanted: [Feed] = []
        for entry in feeds {
            do throws(FeedsError) {
                wanted.append(try feed(of: entry, wish))
            } catch {
                let name = entry.title ?? WebLocation.withoutCredentials(entry.feedURL)
                addition.refused.append(FeedProblem(feed: "", name: name, message: error.message))
            }
        }
        var leave = FeedWish()
        leave.allowsPrivate = wish.allowsPrivate
        for (feed, isNew) in try library.addFeeds(wanted) {
            if isNew { addition.added.append(feed) } else { addition.known.append(try settled(feed, leave)) }
        }
        return addition
    }

    private func feed(of entry: FeedSubscription, _ wish: FeedWish) throws(FeedsError) -> Feed {
        let isFile = entry.feedURL.lowercased().hasPrefix("file:")
        guard !isFile || wish.allowsFiles else { throw .fileNotAllowed(entry.feedURL) }
        let address = isFile ? FeedSource.path(entry.feedURL).map { FeedSource.address(ofFile: $0) } : FeedSource.address(entry.feedURL)
        guard let address else { throw .noAddress(entry.feedURL) }
        return Feed(
            url: address, title: entry.title, folders: wish.folders + entry.folders,
            permission: isFile ? .file : wish.allowsPrivate ? .privateNetwork : .none)
    }
}

/// The work was called off.
public struct FeedInterrupted: Error, Hashable, Sendable {}

extension FetchFailure {
    var explained: any Error {
        switch self {
        case .fetch(let error): error
        case .workers(let error): error
        case .interrupted: FeedInterrupted()
        }
    }
}
