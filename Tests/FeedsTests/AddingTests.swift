import Formats
import Foundation
import Library
import TestSupport
import Text
import Testing
import Workers

@testable import Feeds

/// What can be followed: feeds, pages that name them, lists, files.
@Suite struct AddingTests {
    @Test func aPageNamesItsFeed() throws {
        let page = """
            <!DOCTYPE html><html><head><base href="/sub/"><title>News</title>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
            <link rel="alternate stylesheet" type="text/css" href="x.css"><link rel="alternate" hreflang="fr" href="/fr">
            <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title="News" href=" feed.xml ">
            <link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" type="application/rss+xml" href="javascript:x">
            </head><body><p>Text.</p></body></html>
            """
        let server = try LoopbackServer { $0.path == "/sub/feed.xml" ? .init(text: Sample.two) : .init(text: page) }
        let following = try Following()
        let addition = try following.add(server.address + "/news")
        #expect(addition.added.map(\.url) == [server.address + "/sub/feed.xml"] && addition.changes.added == 2)
        #expect(addition.others == [FeedSubscription(title: "Comments", feedURL: server.address + "/sub/comments.xml")])
        #expect(server.requests.map(\.path) == ["/news", "/sub/feed.xml"])
    }

    @Test func whatNamesNoFeed() throws {
        let server = try LoopbackServer { request in
            request.path == "/text" ? .init(text: "Only words.") : .init(text: "<!DOCTYPE html><html><body><p>Text.</p></body></html>")
        }
        let following = try Following()
        #expect(throws: FeedsError.noFeedOnPage(server.address + "/page")) { try following.add(server.address + "/page") }
        #expect(throws: FeedsError.notAFeed(server.address + "/text")) { try following.add(server.address + "/text") }
        #expect(throws: FeedsError.noAddress("nonsense")) { try following.add("nonsense") }
        #expect(try following.library.feeds() == [])
    }

    @Test func theSameFeedTwice() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        try following.add(server.address) { $0.title = "Mine" }
        let again = try following.add(server.address)
        #expect(again.added == [] && again.known.map(\.name) == ["Mine"])
        // What is wished anew holds.
        let other = try following.add(server.address) { $0.title = "Other" }
        #expect(other.known.map(\.name) == ["Other"] && server.requests.count == 1)
        #expect(try following.feed.title == "Other")
        // Removed, its articles stay; added again it is the one that it was.
        let id = try following.feed.id
        #expect(try following.library.removeFeed(id))
        #expect(try !following.library.removeFeed(id))
        #expect(try following.library.feeds() == [] && following.titles().count == 2)
        let back = try following.add(server.address)
        #expect(back.added.map(\.id) == [id] && back.changes.added == 0)
        #expect(try following.titles().count == 2 && following.library.check().problems == [])
    }

    /// A feed that came with a list, and lacks the leave that it needs, is given it by adding it again.
    @Test func leaveIsGivenLater() throws {
        let server = try LoopbackServer { _ in .init(text: Sample.two) }
        let following = try Following()
        _ = try following.library.addFeed(Feed(url: server.address + "/feed", title: "Listed"))
        #expect(try following.refresh.run().failures.count == 1)
        #expect(try following.add(server.address + "/feed").known.map(\.permission) == [.privateNetwork])
        #expect(try following.refresh.run().changes.added == 2 && following.feed.name == "Listed")
    }

    @Test func filesAndLists() throws {
        let following = try Following()
        try following.folder.write("feed.xml", Sample.two)
        let path = following.folder.full("feed.xml")
        let addition = try following.add(path)
        #expect(addition.changes.added == 2 && addition.added.map(\.permission) == [.file])
        try following.folder.write("feed.xml", Sample.rss([("tag:9", "Another", "Its text.")]))
        following.clock.advance(3_600)
        #expect(try following.refresh.run().changes.added == 1)
        let list = """
            <opml version="2.0"><body><outline text="Law"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/>
            <outline type="rss" text="B" xmlUrl="feed://b.example/feed"/></outline>
            <outline type="rss" text="C" xmlUrl="file:///etc/passwd"/><outline type="rss" text="D" xmlUrl="exec:ls"/>
            <outline type="rss" text="E" xmlUrl="https://ann:secret@e.example/"/></body></opml>
            """
        try following.folder.write("list.opml", list)
        let imported = try following.refresh.add(following.folder.full("list.opml"))
        #expect(imported.added.map(\.url) == ["https://a.example/feed", "http://b.example/feed", "https://ann:secret@e.example/"])
        #expect(imported.added.map(\.folders) == [["Law"], ["Law"], []])
        #expect(imported.refused.map(\.message) == [
            FeedsError.fileNotAllowed("file:///etc/passwd").message, FeedsError.noAddress("exec:ls").message,
        ])
        #expect(try following.refresh.importList(following.folder.full("list.opml")).known.count == 3)
        // Out and in again: the same list, without what is secret.
        let (text, withheld) = FeedList.opml(try following.library.feeds())
        #expect(withheld == 1 && !text.contains("secret"))
        #expect(text.contains("xmlUrl=\"https://e.example/\"") && text.contains("<outline text=\"Law\" title=\"Law\">"))
        #expect(FeedList.opml(try following.library.feeds(), showsCredentials: true).text.contains("ann:secret@"))
    }

    @Test func whatIsTyped() {
        let cases: [(String, String?)] = [
            ("https://Example.org/Feed", "https://example.org/Feed"), ("example.org", "https://example.org"),
            ("example.org/feed?a=b#c", "https://example.org/feed?a=b"), ("feed://example.org/x", "http://example.org/x"),
            ("feed:https://example.org/x", "https://example.org/x"), ("  https://example.org/ ", "https://example.org/"),
            ("ftp://example.org/", nil), ("file:///x", nil), ("example", nil), ("/etc/passwd", nil), ("./x.y", nil), ("", nil),
            ("javascript:alert(1)", nil), ("http://", nil),
        ]
        for (typed, address) in cases { #expect(FeedSource.address(typed) == address, "\(typed)") }
        #expect(FeedSource.path(FeedSource.address(ofFile: "/a b/ü%.xml")) == "/a b/ü%.xml")
        for bad in ["http://x/", "file:", "file://host/x", "file:////host/x", "file:x"] { #expect(FeedSource.path(bad) == nil, "\(bad)") }
    }

    @Test func namesOfFeeds() throws {
        let feeds = [
            Feed(id: "aaaa1111", url: "https://ann:s@a.example/", title: "Same"), Feed(id: "aaaa2222", url: "https://b.example/", title: "same"),
            Feed(id: "bbbb3333", url: "https://c.example/", title: "Other"),
        ]
        #expect(try FeedList.feed(named: "bbbb", in: feeds).id == "bbbb3333")
        #expect(try FeedList.feed(named: "OTHER", in: feeds).id == "bbbb3333")
        #expect(try FeedList.feed(named: "https://a.example/", in: feeds).id == "aaaa1111")
        #expect(throws: FeedsError.ambiguousFeed("Same", candidates: ["aaaa1111", "aaaa2222"])) { try FeedList.feed(named: "Same", in: feeds) }
        #expect(throws: FeedsError.unknownFeed("b")) { try FeedList.feed(named: "b", in: feeds) }
    }
}
