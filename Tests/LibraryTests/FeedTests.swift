import Articles
import Foundation
import Testing
import Topics

@testable import Library

/// The list of feeds and the places of their entries, as the store keeps them.
@Suite struct FeedTests {
    private func entry(_ key: String, _ title: String, _ text: String = "Text.", hash: String = "1") -> FeedEntryArticle {
        FeedEntryArticle(key: key, contentHash: hash, incoming: .test(title, text))
    }

    @Test func statesAreKept() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let (feed, isNew) = try library.addFeed(Feed(url: "https://a.example/", title: "A", folders: ["x", "y"], permission: .file))
        #expect(isNew && !feed.id.isEmpty)
        var state = FeedState()
        state.feedTitle = "Its title"
        state.due = 5
        state.isStopped = true
        try library.noteFeed(feed.id, state)
        #expect(try library.feeds().map(\.state) == [state])
        #expect(try library.addFeed(Feed(url: "https://a.example/", title: "B")).isNew == false)
        #expect(try library.feeds().map(\.title) == ["A"])
        // Removed and added again it is the same, asked for anew.
        #expect(try library.removeFeed(feed.id) && library.feeds() == [])
        try library.noteFeed(feed.id, FeedState())
        let (again, isBack) = try library.addFeed(Feed(url: "https://a.example/", title: "B"))
        #expect(isBack && again.id == feed.id && again.title == "B" && again.state.due == 0 && !again.state.isStopped)
        #expect(again.state.feedTitle == "Its title")
        #expect(try library.check().problems == [])
    }

    @Test func movesMakeRoom() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let a = try library.addFeed(Feed(url: "https://a.example/")).feed
        let b = try library.addFeed(Feed(url: "https://b.example/")).feed
        #expect(try !library.moveFeed(a.id, to: b.url))
        #expect(try library.moveFeed(a.id, to: a.url))
        #expect(try library.removeFeed(b.id) && library.moveFeed(a.id, to: b.url))
        #expect(try library.feeds().map(\.url) == ["https://b.example/"])
        #expect(try library.addFeed(Feed(url: "https://b.example/")).isNew == false)
        #expect(try library.check().problems == [])
    }

    @Test func entriesArePlaces() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let feed = try library.addFeed(Feed(url: "https://a.example/")).feed
        let first = try library.applyFeed(feed.id, [entry("aa", "One", "Its text."), entry("bb", "Two", "Other text.")])
        #expect(first.added == 2)
        #expect(try library.feedEntries(of: feed.id, keys: ["aa", "cc"]).mapValues(\.contentHash) == ["aa": "1"])
        #expect(try library.knownFiles().isEmpty)
        let second = try library.applyFeed(feed.id, [entry("aa", "One", "Its text, mended.", hash: "2")])
        #expect(second.changed == 1 && second.added == 0)
        #expect(try library.titles("mended") == ["One"] && library.titles().count == 2)
        #expect(try library.feedCounts() == [feed.id: FeedCounts(articles: 2, unread: 2)])
        // A file with the same text is shown before the feed; gone, the feed's is to be taken in again.
        try library.apply([.file("zz.txt", [.test("Two", "Other text.")])])
        #expect(try library.files(of: library.id("Two")).first == "zz.txt")
        #expect(try library.check().problems == [])
        try library.apply([.gone(path: "zz.txt")])
        #expect(try library.titles().count == 2 && library.check().problems == [])
        // Not followed any more, nothing is taken in; what is there stays.
        try library.removeFeed(feed.id)
        #expect(try library.applyFeed(feed.id, [entry("dd", "Four")]) == ApplyReport())
        #expect(try library.titles().count == 2 && library.check().problems == [])
    }

    /// Nothing that a person touched is taken out, whatever it was that he made.
    @Test func whatIsTouchedIsNotExpired() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let feed = try library.addFeed(Feed(url: "https://a.example/")).feed
        let names = ["plain", "read", "starred", "tagged", "bookmarked", "noted", "highlighted", "decided"]
        try library.applyFeed(feed.id, names.map { entry($0, $0, "The text of \($0).") })
        func passage(_ name: String, isBookmarked: Bool = false) throws -> String {
            try library.addPassage(in: try library.id(name), range: 0..<8, isBookmarked: isBookmarked).id
        }
        try library.setRead([library.id("read")], true)
        try library.setStar([library.id("starred")], true)
        try library.tag([library.id("tagged")], "mine")
        _ = try passage("bookmarked", isBookmarked: true)
        try library.setNote("A note.", passage: passage("noted"))
        try library.setHighlight(.green, passage: passage("highlighted"))
        try library.decide(.accepted, on: "law", in: Passage(start: 0, end: 0), of: library.id("decided"))
        let seen = try #require(try library.feedEntries(of: feed.id, keys: ["plain"])["plain"]).firstSeen
        #expect(try library.expireFeedEntries(before: seen) == 0)
        #expect(try library.expireFeedEntries(before: seen + 1) == 2)
        #expect(try Set(library.titles()) == Set(names.dropFirst(2)))
        #expect(try library.feedEntries(of: feed.id, keys: ["plain", "noted"]).mapValues(\.isExpired) == ["plain": true, "noted": false])
        #expect(try library.expireFeedEntries(before: seen + 1) == 0)
        #expect(try library.check().problems == [])
    }
}
