import Articles
import Foundation
import Library
import Search
import Synchronization
import TestSupport
import Workers

@testable import Feeds

/// A library whose feeds are on this machine, with a clock that the test moves.
final class Following {
    final class Clock: Sendable {
        private let seconds = Mutex<Int64>(1_800_000_000)
        var now: Int64 { seconds.withLock { $0 } }
        func advance(_ by: Int64) { seconds.withLock { $0 += by } }
    }

    let folder: TemporaryFolder
    let clock = Clock()
    let library: Library
    let readers: WorkerPool
    let fetcher: FetchPool
    var options: FeedOptions

    init() throws {
        let folder = try TemporaryFolder()
        let clock = self.clock
        self.folder = folder
        library = try Library.open(
            folder: folder.path, options: LibraryOptions(environment: ["HOME": folder.path], clock: { clock.now }))
        var processes = WorkerOptions()
        processes.programs = [BuiltProgram.path("dossier-worker")]
        processes.count = 2
        readers = WorkerPool(processes)
        fetcher = FetchPool(processes, environment: [:])
        options = FeedOptions(clock: { clock.now })
        options.pause = 0.01
        options.limits.seconds = 5
        options.limits.connectSeconds = 2
    }

    deinit {
        fetcher.end()
        readers.end()
    }

    var refresh: FeedRefresh {
        FeedRefresh(library, fetcher: fetcher, readers: readers, options: options) { { IncomingArticle($0, links: []) } }
    }

    /// Follows what is at `address`, on this machine.
    @discardableResult
    func add(_ address: String, _ change: (inout FeedWish) -> Void = { _ in }) throws -> FeedAddition {
        var wish = FeedWish()
        wish.allowsPrivate = true
        change(&wish)
        return try refresh.add(address, wish)
    }

    var feed: Feed {
        get throws {
            guard let feed = try library.feeds().first else { throw FeedsError.unknownFeed("the first") }
            return feed
        }
    }

    func titles(_ query: String = "") throws -> [String] {
        try library.search(Query(query)).articles.map(\.row.title)
    }
}

/// Feeds of our own words.
enum Sample {
    static func rss(_ items: [(id: String, title: String, text: String)], head: String = "") -> String {
        let body = items.map { item in
            "<item><guid isPermaLink=\"false\">\(item.id)</guid><title>\(item.title)</title><link>/\(item.id)</link>"
                + "<pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate><description>\(item.text)</description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Fraud weekly</title>"
            + "<link>http://news.example/</link>\(head)\(body.joined())</channel></rss>"
    }

    static let two = rss([
        ("tag:1", "Mules are recruited", "Students lend their accounts."), ("tag:2", "A treaty opens", "Many states sign in Hanoi."),
    ])
}
