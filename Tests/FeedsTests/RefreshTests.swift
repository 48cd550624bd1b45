import Articles
import Foundation
import Library
import Synchronization
import TestSupport
import Text
import Testing
import Workers

@testable import Feeds

/// Following feeds of a server on this machine, from the request to the library.
@Suite struct RefreshTests {
    @Test func addsAndAsksForChangesAlone() throws {
        let server = try LoopbackServer { request in
            request.headers["if-none-match"] == "\"1\""
                ? .init(304) : .init(200, ["ETag": "\"1\"", "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT"], text: Sample.two)
        }
        let following = try Following()
        let addition = try following.add(server.address + "/feed") { $0.folders = ["Law", "Europe"] }
        #expect(addition.changes.added == 2 && addition.added.map(\.name) == ["Fraud weekly"])
        #expect(try Set(following.titles()) == ["Mules are recruited", "A treaty opens"])
        let feed = try following.feed
        #expect(feed.folders == ["Law", "Europe"] && feed.permission == .privateNetwork && feed.state.siteURL == "http://news.example/")
        #expect(try following.library.feedCounts() == [feed.id: FeedCounts(articles: 2, unread: 2)])
        // Not before its time, and then with what the server said of it.
        #expect(try following.refresh.run().notDue == 1)
        #expect(server.requests.count == 1)
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        #expect(report.asked == 1 && report.unchanged == 1 && report.failures == [] && report.changes.added == 0)
        #expect(server.requests.last?.headers["if-modified-since"] == "Tue, 24 Nov 2026 10:00:00 GMT")
        #expect(try following.feed.state.succeeded == following.clock.now && following.feed.state.etag == "\"1\"")
        // With force all of it is read again, and found equal.
        let forced = try following.refresh.run(.all)
        #expect(forced.unchanged == 1 && server.requests.last?.headers["if-none-match"] == nil)
        #expect(try following.library.check().problems == [])
    }

    /// What changed is updated and not doubled, and what the user made of it is found again; what left the feed stays.
    @Test func entriesMetAgain() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        let id = try #require(try following.library.article(titled: "Mules are recruited"))
        let text = try following.library.article(id).article.text
        let place = try #require(text.firstRange(of: "accounts"))
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        _ = try following.library.addPassage(in: id, range: start..<(start + 8), isBookmarked: true)
        let changed = Sample.rss([
            ("tag:1", "Mules are recruited at schools", "It was found: students lend their accounts."), ("tag:3", "A third", "Something else."),
        ])
        server.answer { _ in .init(text: changed) }
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        #expect(report.changes.added == 1 && report.changes.changed == 1 && report.changes.orphaned == 0)
        #expect(try Set(following.titles()) == ["Mules are recruited at schools", "A treaty opens", "A third"])
        #expect(try following.library.passages().map { $0.anchor.quote } == ["accounts"])
        #expect(try following.library.article(id).article.title == "Mules are recruited at schools")
        #expect(try following.library.check().problems == [])
    }

    /// A sync of the folder leaves alone what came from feeds.
    @Test func placesOfEntriesAreNoFiles() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        #expect(try following.library.knownFiles().isEmpty)
        let id = try #require(try following.library.article(titled: "A treaty opens"))
        #expect(try following.library.files(of: id).count == 1)
    }

    /// Ids that count within their feed alone do not make one article of two.
    @Test func smallIDs() throws {
        @Sendable func item(_ title: String) -> String {
            "<rss version=\"2.0\"><channel><title>\(title)</title><item><guid isPermaLink=\"false\">1</guid><title>\(title)</title>"
                + "<description>Of \(title).</description></item></channel></rss>"
        }
        let server = try LoopbackServer { .init(text: item($0.path == "/a" ? "First" : "Second")) }
        let following = try Following()
        try following.add(server.address + "/a")
        try following.add(server.address + "/b")
        #expect(try Set(following.titles()) == ["First", "Second"])
    }

    // MARK: Moves

    @Test func permanentRedirectsAreRemembered() throws {
        let server = try LoopbackServer { request in
            request.path == "/old" ? .init(301, ["Location": "/new"]) : .init(text: Sample.two)
        }
        let following = try Following()
        try following.add("http://ann:secret@127.0.0.1:\(server.port)/old")
        #expect(try following.feed.url == "http://ann:secret@127.0.0.1:\(server.port)/new")
        #expect(try following.feed.shownURL == server.address + "/new")
        server.forget()
        following.clock.advance(3_600)
        #expect(try following.refresh.run().asked == 1)
        #expect(server.requests.map(\.path) == ["/new"])
        // One that leads to where another feed is stays as it is.
        server.answer { $0.path == "/third" ? .init(301, ["Location": "/new"]) : .init(text: Sample.two) }
        try following.add("http://ann:secret@127.0.0.1:\(server.port)/third")
        #expect(try following.library.feeds().count == 2)
        #expect(try following.library.check().problems == [])
    }

    // MARK: Failures

    @Test func goneForGood() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        server.answer { _ in .init(410) }
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        let sentence = server.address + ": it is gone for good (HTTP 410); it is not asked again; remove it or give another address"
        #expect(report.failures.map(\.message) == [sentence])
        #expect(try following.feed.state.isStopped)
        server.forget()
        following.clock.advance(90 * 86_400)
        #expect(try following.refresh.run().stopped == 1)
        #expect(try following.refresh.run(.all).stopped == 1 && server.requests == [])
        #expect(try following.titles().count == 2)
        // Who names it means it.
        server.answer { _ in .init(text: Sample.two) }
        #expect(try following.refresh.run(.named([following.feed.id], isForced: true)).failures == [])
        #expect(try !following.feed.state.isStopped)
    }

    @Test func failuresBackOff() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        server.answer { _ in .init(500) }
        var waits: [Int64] = []
        for _ in 0..<8 {
            following.clock.advance(max(0, try following.feed.state.due - following.clock.now))
            #expect(try following.refresh.run().failures.count == 1)
            waits.append(try following.feed.state.due - following.clock.now)
        }
        #expect(waits == [1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400])
        #expect(try following.feed.state.failures == 8)
        server.answer { _ in .init(503, ["Retry-After": "7000"]) }
        following.clock.advance(86_400)
        _ = try following.refresh.run()
        #expect(try following.feed.state.due == following.clock.now + 7_000)
        server.answer { _ in .init(text: Sample.two) }
        following.clock.advance(7_000)
        #expect(try following.refresh.run().failures == [])
        let state = try following.feed.state
        #expect(state.failures == 0 && state.failure == nil && state.due == following.clock.now + 3_600)
    }

    /// One that fails never stops the rest, and loses nothing.
    @Test func oneBadFeed() throws {
        let server = try LoopbackServer { .init(text: $0.path.hasPrefix("/good") ? Sample.rss([($0.path, "From \($0.path)", "Text.")]) : Sample.two) }
        let following = try Following()
        for path in ["/good1", "/bad", "/good2", "/page"] { try following.add(server.address + path) }
        server.answer { request in
            switch request.path {
            case "/bad": .init(text: "this is no feed at all")
            case "/page": .init(text: "<!DOCTYPE html><html><head><title>Parked</title></head><body><p>Buy this name.</p></body></html>")
            default: .init(text: Sample.rss([(request.path + "x", "More from \(request.path)", "Text.")]))
            }
        }
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        #expect(report.asked == 4 && report.changes.added == 2 && report.failures.count == 2)
        #expect(
            Set(report.failures.map(\.message)) == [
                server.address + "/bad: it is no feed; look for the address of the feed on the site",
                server.address + "/page: a page came in place of a feed; see the address in a browser",
            ])
        #expect(try following.titles().count == 6)
    }

    @Test func hostsAreAskedPolitely() throws {
        let open = Mutex(0)
        let most = Mutex(0)
        let server = try LoopbackServer { request in
            let now = open.withLock { count -> Int in
                count += 1
                return count
            }
            most.withLock { $0 = max($0, now) }
            usleep(20_000)
            open.withLock { $0 -= 1 }
            return .init(text: Sample.rss([(request.path, "From \(request.path)", "Text.")]))
        }
        let following = try Following()
        for number in 0..<6 { try following.add(server.address + "/\(number)") }
        following.clock.advance(3_600)
        #expect(try following.refresh.run().asked == 6)
        #expect(most.withLock { $0 } == 1)
    }

    /// Each host waits for the other's request: asked one after the other they would wait in vain.
    @Test func hostsAreAskedSideBySide() throws {
        let met = Mutex(0)
        let server = try LoopbackServer { request in
            met.withLock { $0 += 1 }
            for _ in 0..<1_000 where met.withLock({ $0 }) < 2 { usleep(2_000) }
            return met.withLock { $0 } >= 2 ? .init(text: Sample.two) : .init(500)
        }
        let following = try Following()
        for host in ["127.0.0.1", "localhost"] {
            _ = try following.library.addFeed(Feed(url: "http://\(host):\(server.port)/", permission: .privateNetwork))
        }
        let report = try following.refresh.run()
        #expect(report.asked == 2 && report.failures == [])
    }

    /// Of a feed that breaks off in the middle nothing is taken, and nothing is lost.
    @Test func brokenOff() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        let half = Sample.two.prefix(300)
        server.answer { _ in .init(steps: [.text("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + half)]) }
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        #expect(report.failures.map(\.message) == [server.address + ": it ends before its end; it is tried again later"])
        #expect(try following.titles().count == 2 && following.feed.state.contentHash != nil)
    }

    // MARK: Offline

    /// Without a network nothing is held against feeds, and nothing is lost.
    @Test func offline() throws {
        let following = try Following()
        for host in ["a.example", "b.example"] { _ = try following.library.addFeed(Feed(url: "https://\(host)/feed")) }
        struct Nowhere: Fetcher {
            func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchAnswer {
                throw .fetch(FetchError(url: request.url, reason: .unresolved(host: WebLocation(request.url)?.host ?? "")))
            }
        }
        // What cannot be asked at all proves nothing of the network.
        try following.folder.write("feed.xml", Sample.two)
        try following.add(following.folder.full("feed.xml"))
        following.clock.advance(3_600)
        let before = try following.library.feeds().filter { $0.permission == .none }
        let refresh = FeedRefresh(following.library, fetcher: Nowhere(), readers: following.readers, options: following.options) {
            { IncomingArticle($0, links: []) }
        }
        let report = try refresh.run()
        #expect(report.offline == 2 && report.failures == [] && report.asked == 1)
        #expect(report.offlineReason?.hasPrefix("there is no answer to where ") == true)
        #expect(try following.library.feeds().filter { $0.permission == .none } == before)
    }

    /// A host that alone is not there has failed, since others answer.
    @Test func oneHostIsNotThere() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let gone = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        _ = try following.library.addFeed(Feed(url: "http://localhost:\(gone.port)/x", permission: .privateNetwork))
        gone.stop()
        following.clock.advance(3_600)
        let report = try following.refresh.run()
        #expect(report.offline == 0 && report.failures.count == 1 && report.asked == 2)
    }

    @Test func privateAddressesNeedLeave() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        #expect(throws: FetchError(url: server.address, reason: .privateAddress("127.0.0.1"))) {
            try following.refresh.add(server.address)
        }
        _ = try following.library.addFeed(Feed(url: server.address + "/feed"))
        let report = try following.refresh.run()
        #expect(report.failures.map(\.message) == [
            server.address + "/feed: it leads to this machine or its own network (127.0.0.1); add it with --allow-private if that is meant"
        ])
        #expect(server.requests == [])
    }

    @Test func aRefreshIsCalledOff() throws {
        let server = try LoopbackServer { _ in .init(steps: [.wait(milliseconds: 3_000)]) }
        let following = try Following()
        for number in 0..<3 { _ = try following.library.addFeed(Feed(url: server.address + "/\(number)", permission: .privateNetwork)) }
        let isCancelled = Atomic(false)
        let report = try following.refresh.run(isCancelled: {
            if !server.requests.isEmpty { isCancelled.store(true, ordering: .relaxed) }
            return isCancelled.load(ordering: .relaxed)
        })
        #expect(report.isCancelled && report.asked == 0 && report.failures == [])
        #expect(server.requests.count == 1)
    }

    // MARK: Retention

    @Test func whatIsOldAndUntouchedIsTakenOut() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address)
        let id = try #require(try following.library.article(titled: "A treaty opens"))
        try following.library.setStar([id], true)
        following.options.keep = 90 * 86_400
        following.clock.advance(89 * 86_400)
        #expect(try following.refresh.run().expired == 0)
        following.clock.advance(2 * 86_400)
        #expect(try following.refresh.run().expired == 1)
        #expect(try following.titles() == ["A treaty opens"])
        // It is in the feed still, and does not come back.
        following.clock.advance(3_600)
        let report = try following.refresh.run(.all)
        #expect(report.expired == 0 && report.changes.added == 0 && report.changes.returned == 0)
        #expect(try following.titles() == ["A treaty opens"])
        #expect(try following.library.check().problems == [])
    }
}
