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

    // MARK: What a person made

    @Test func followingIsTakenBack() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.addFeeds([Feed(url: "https://me:secret@a.example/"), Feed(url: "https://b.example/", title: "B")])
        #expect(try library.undo() == "follow 2 feeds")
        #expect(try library.feeds() == [])
        #expect(try library.redo() == "follow 2 feeds")
        let feeds = try library.feeds()
        #expect(feeds.map(\.url) == ["https://me:secret@a.example/", "https://b.example/"])
        try library.removeFeed(feeds[0].id)
        #expect(try library.undo() == "follow «https://a.example/» no more")
        #expect(try library.feeds() == feeds)
        var changed = feeds[1]
        changed.title = "C"
        try library.changeFeed(changed)
        #expect(try library.feeds().map(\.title) == [nil, "C"])
        #expect(try library.undo() == "change the feed «B»")
        #expect(try library.feeds() == feeds)
        #expect(try library.check().problems == [])
    }

    private func lines(_ library: Library) throws -> [String] {
        var text = ""
        try library.export(.jsonl) { text += $0 }
        return text.split(separator: "\n").map(String.init)
    }

    @Test func exportsHaveFeedsWithoutCredentials() throws {
        let folder = try TestFolder()
        let other = try TestFolder()
        defer {
            folder.remove()
            other.remove()
        }
        let library = try folder.open()
        try library.addFeed(Feed(url: "https://me:secret@a.example/feed?x=1", title: "A", folders: ["x", "y"], permission: .privateNetwork))
        let gone = try library.addFeed(Feed(url: "https://b.example/")).feed
        try library.removeFeed(gone.id)
        let lines = try lines(library)
        #expect(lines.count == 3 && !lines.joined().contains("secret") && !lines.joined().contains("me:"))
        #expect(lines[1].hasPrefix(#"{"type":"feed","url":"https://a.example/feed?x=1","title":"A","folders":["x","y"],"allows":"private","#))
        let path = folder.path + "/made.jsonl"
        try library.export(.jsonl, toFile: path)
        let second = try other.open()
        #expect(try second.importFile(path).added == 1)
        // Leave to ask the own network is not taken over from elsewhere.
        #expect(try second.feeds().map(\.url) == ["https://a.example/feed?x=1"])
        #expect(try second.feeds().map(\.permission) == [.none] && second.feeds().map(\.folders) == [["x", "y"]])
        #expect(try second.importFile(path).alreadyThere == 2)
        // Nor are credentials lost by what has none.
        #expect(try library.importFile(path).alreadyThere == 2)
        #expect(try library.feeds().map(\.url) == ["https://me:secret@a.example/feed?x=1"])
        #expect(try second.undo() == "import of 1 mark")
        #expect(try second.feeds() == [] && second.check().problems == [])
    }

    @Test(arguments: [
        #"{"type":"feed","url":"javascript:x","created":"2025-01-01","edited":"2025-01-01"}"#,
        #"{"type":"feed","created":"2025-01-01","edited":"2025-01-01"}"#, #"{"type":"feed","url":"https://a.example/"}"#,
    ])
    func feedsThatCannotBeUsed(_ line: String) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try line.write(toFile: folder.path + "/made.jsonl", atomically: true, encoding: .utf8)
        let library = try folder.open()
        #expect(try library.importFile(folder.path + "/made.jsonl").unusable == 1)
        #expect(try library.feeds() == [])
    }

    @Test func aCopyBringsFeedsBack() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let feed = try library.addFeed(Feed(url: "https://a.example/", title: "A", permission: .privateNetwork)).feed
        #expect(try library.keepCopy())
        try library.removeFeed(feed.id)
        try library.addFeed(Feed(url: "https://b.example/"))
        _ = try #require(try library.restoreCopy())
        #expect(try library.feeds().map(\.url) == ["https://a.example/"])
        #expect(try library.feeds().map(\.permission) == [.privateNetwork])
        _ = try library.undo()
        #expect(try library.feeds().map(\.url) == ["https://b.example/"])
        #expect(try library.check().problems == [])
    }

    @Test func aRescueBringsArticlesOfFeedsBack() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let feed = try library.addFeed(Feed(url: "https://me:secret@a.example/", title: "A", permission: .privateNetwork)).feed
        try library.applyFeed(feed.id, [entry("aa", "One", "Its text."), entry("bb", "Two", "Other text.")])
        let marked = try #require(try library.firstRows(limit: 10).first { $0.title == "One" })
        try library.setStar([marked.id], true)
        try library.close()
        let rescue = try LibraryRescue(folder: folder.path, options: folder.options())
        try rescue.setAside()
        let mended = try folder.open()
        for file in rescue.files { try mended.importFile(file) }
        #expect(try mended.feeds().map(\.url) == ["https://a.example/"])
        #expect(try !String(contentsOfFile: rescue.salvaged, encoding: .utf8).contains("secret"))
        let restored = try rescue.restoreFeedArticles(into: mended)
        #expect(restored.count == 2 && restored.isWhole)
        try mended.settleWaiting()
        // What no file has, the database had.
        #expect(try mended.feeds().map(\.url) == ["https://me:secret@a.example/"])
        #expect(try mended.feeds().map(\.permission) == [.privateNetwork])
        #expect(try mended.firstRows(limit: 10).map(\.title).sorted() == ["One", "Two"])
        #expect(try mended.firstRows(limit: 10).filter(\.isStarred).map(\.title) == ["One"])
        // The next refresh takes them in as the feed has them.
        let id = try #require(try mended.feeds().first?.id)
        #expect(try mended.feedEntries(of: id, keys: ["aa"])["aa"]?.contentHash == "")
        #expect(try mended.check().problems == [])
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
