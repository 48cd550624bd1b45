import Articles
import Foundation
import GRDB
@testable import Library
import Search
import Testing
import Text
import Topics

/// Libraries of every version that was ever released are kept as files, and opened by each later one.
@Suite struct MigrationTests {
    @Test func anEmptyFileBecomesALibrary() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try FileManager.default.createDirectory(atPath: folder.path + "/.dossier", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder.database))
        let library = try folder.open()
        #expect(try library.pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Schema.version)
        #expect(try library.check().problems == [])
        let change = try library.changeNumber()
        try library.close()
        #expect(DatabaseHeader.read(folder.database) == .database(DatabaseHeader(version: Schema.version, applicationID: Schema.applicationID)))
        // Closed, it is one file; opened again, nothing is to be done.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.dossier").sorted() == [".gitignore", "index", "library.sqlite"])
        #expect(try folder.open().changeNumber() == change)
    }

    /// Two at once on a new folder: one makes the library, the other finds it.
    @Test func twoMayBeginAtOnce() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            do {
                try folder.open().setSetting("\(number)", "x")
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
        #expect(try folder.open().settings() == ["0": "x", "1": "x", "2": "x", "3": "x"])
    }

    @Test(arguments: 1...Schema.version) func opensEveryVersion(version: Int) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let kept = try #require(Bundle.module.url(forResource: "library-\(version)", withExtension: "sqlite", subdirectory: "Fixtures"))
        try FileManager.default.createDirectory(atPath: folder.path + "/.dossier", withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: kept, to: URL(fileURLWithPath: folder.database))
        let library = try folder.open()
        #expect(try library.check().problems == [])
        #expect(try library.titles() == ["The treaty opens", "Fraude en ligne"])
        #expect(try library.titles("is:gone") == ["Gone"])
        #expect(try library.titles("signatures") == ["The treaty opens"])
        #expect(try library.titles("topic:law is:unread") == (version < 2 ? ["The treaty opens"] : []))
        let stored = try library.article(try library.id("The treaty opens"))
        if version >= 4 { try holdsAnnotations(library, stored.id) } else { try lacksAnnotations(library) }
        #expect(stored.article == Self.first.article && stored.place == 9)
        #expect((version < 2 ? stored.links : stored.rejected) == Self.first.links)
        #expect(try library.check().problems == [])
        #expect(try library.passages().map(\.anchor.quote) == ["Seventy-two"])
        #expect(try library.passages().map(\.tags) == [["hanoi"]])
        #expect(try library.nextUndo() == "mark «Fraude en ligne» as read")
        #expect(try library.setting("view") == "list")
        let decisions = version < 2 ? 0 : 2
        #expect(
            try library.counts()
                == LibraryCounts(
                    articles: 2, unread: 1, gone: 1, bookmarks: 1, unreadableFiles: 1, decisions: decisions,
                    starred: version < 4 ? 0 : 1, notes: version < 4 ? 0 : 1, highlights: version < 4 ? 0 : 1,
                    starredPassages: version < 4 ? 0 : 1))
        if version >= 2 { try holdsDecisions(library, stored) }
        #expect(try library.savedSearches().map(\.query) == (version < 6 ? [] : ["topic:law is:unread", "fraud*"]))
        #expect(try library.corrections(of: try library.id("Fraude en ligne")) == (version < 7 ? [] : [.bylines(["A. Corrector"])]))
        #expect(try library.interests() == (version < 6 ? [:] : ["law": 3]))
        #expect(try library.documents(.briefing).map(\.body) == (version < 6 ? [] : ["{\"sections\":[]}"]))
        #expect(try library.feeds() == (version < 5 ? [] : [try keptFeed(library)]))
        #expect(try library.feedCounts().values.map(\.articles) == (version < 5 ? [] : [1]))
        // What a later version adds works on it.
        #expect(try library.decide(.accepted, on: "offences", in: Passage(start: 0, end: 32), of: stored.id))
        #expect(try library.titles("topic:offences is:unread") == ["The treaty opens"])
        #expect(try library.undo() == "accept “offences” in «The treaty opens»")
        #expect(try library.check().problems == [])
    }

    /// What an earlier version did not know is filled in from what it stored, a piece at a time.
    private func lacksAnnotations(_ library: Library) throws {
        #expect(try library.unlistedCount() == 3)
        #expect(try library.search(Query("treaty:UNCC")).missing == 3)
        #expect(try library.search(Query("signatures")).missing == 0)
        #expect(try library.listUnlisted() == false)
        #expect(try library.unlistedCount() == 0)
        try listsProvisions(library)
        #expect(try library.titles("is:starred") == [] && library.titles("is:noted") == [] && library.titles("treaty:UNCC/63") == [])
    }

    private func listsProvisions(_ library: Library) throws {
        let isDecided = try library.decisionCount() > 0
        #expect(try library.titles("treaty:UNCC") == ["The treaty opens", "Fraude en ligne"])
        // What the text cites was not told by earlier versions, and is not taken away by decisions.
        let cites = try library.titles("treaty:UNCC/63")
        #expect(try library.titles("treaty:UNCC/37") == (isDecided ? cites : ["The treaty opens"]))
        #expect(try library.titles("treaty:UNCC/14") == (isDecided ? ["The treaty opens", "Fraude en ligne"] : ["Fraude en ligne"]))
        #expect(try library.search(Query("treaty:UNCC")).missing == 0)
    }

    private func holdsAnnotations(_ library: Library, _ id: ArticleID) throws {
        #expect(try library.titles("treaty:UNCC/63") == ["The treaty opens"])
        #expect(try library.unlistedCount() == 0)
        try listsProvisions(library)
        #expect(try library.titles("is:starred") == ["The treaty opens"] && library.titles("has:links") == ["Fraude en ligne"])
        #expect(try library.titles("note:deadlines is:highlighted") == ["The treaty opens"])
        let passage = try #require(try library.passages(PassageFilter(isNoted: true)).first)
        #expect(passage.note == PassageNote(text: "A deadline.", edited: passage.note?.edited ?? passage.created))
        #expect(passage.highlight == .green && passage.isStarred && passage.isBookmarked)
    }

    /// The feed of a library that has one, as it was left.
    private func keptFeed(_ library: Library) throws -> Feed {
        var feed = Feed(
            id: try #require(try library.feeds().first).id, url: "https://ann:secret@example.org/feed", title: "Wire",
            folders: ["Law", "Europe"], permission: .privateNetwork)
        feed.state.feedTitle = "The wire"
        feed.state.siteURL = "https://example.org/"
        feed.state.head = "{\"kind\":\"rss\"}"
        feed.state.asked = 1_800_000_100
        feed.state.succeeded = 1_800_000_000
        feed.state.due = 1_800_003_600
        feed.state.failures = 1
        feed.state.failure = "a sentence"
        feed.state.etag = "\"1\""
        feed.state.lastModified = "Tue, 24 Nov 2026 10:00:00 GMT"
        feed.state.contentHash = "ab12"
        return feed
    }

    private func holdsDecisions(_ library: Library, _ stored: StoredArticle) throws {
        #expect(stored.decisions.map(\.topic) == ["extradition", "csam"])
        #expect(stored.decisions.map(\.verdict) == [.rejected, .accepted])
        #expect(stored.links.map(\.origin) == [.user] && stored.row.topics == ["csam"])
        let settings = LearningSettings(neverMatch: ["law": ["treaty"]], neverLearn: ["csam": ["hanoi"]])
        #expect(try library.learningSettings() == settings)
        // The model is derived: one that a later version cannot read is as good as none, and learned anew.
        if let model = try library.model() { #expect(model.model == TopicModel(settings: settings) && model.basis == "a basis") }
    }

    private static let first = IncomingArticle.test(
        "The treaty opens", "Seventy-two signatures in Hanoi.\n\nMore may follow.", date: "2025-10-25", topics: ["extradition"],
        deck: "A deck", kickers: ["Cybercrime"], publisher: "Wire", citations: ["UNCC:63", "UNCC:37"])

    /// Writes the library that ``opensEveryVersion(version:)`` expects, for a new version: run once, by hand, with
    /// `DOSSIER_KEEP_LIBRARY` naming the file to write.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["DOSSIER_KEEP_LIBRARY"] != nil,
            "it only writes the library of a new version, once, to the file that DOSSIER_KEEP_LIBRARY names"))
    func keepsALibrary() throws {
        let target = try #require(ProcessInfo.processInfo.environment["DOSSIER_KEEP_LIBRARY"])
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply([
            .file("a.txt", [Self.first]),
            .file("b.md", [.test("Fraude en ligne", "Les fraudes augmentent.", date: "2024", topics: ["csam"], language: "fr", hasLink: true)]),
            .file("c.txt", [.test("Gone", "Not here any more.")]), .unreadable(path: "d.bin", stamp: .test(1), failure: "it is no text"),
        ])
        try library.apply([.gone(path: "c.txt")])
        let id = try library.id("The treaty opens")
        let passage = try library.addPassage(in: id, range: 0..<11, isBookmarked: true)
        try library.tag(passage: passage.id, "hanoi")
        try library.setNote("A deadline.", passage: passage.id)
        try library.setHighlight(.green, passage: passage.id)
        try library.setStar(true, passage: passage.id)
        try library.setStar([id], true)
        try library.setPlace(9, in: id)
        try library.setSetting("view", "list")
        try library.decide(.rejected, on: "extradition", in: Passage(start: 0, end: 32), of: id)
        try library.decide(.accepted, on: "csam", in: Passage(start: 34, end: 50), of: id)
        try library.setNeverMatch("treaty", for: "law")
        try library.setNeverLearn("Hanoi", for: "csam")
        try library.store(TopicModel(settings: try library.learningSettings()), basis: "a basis")
        try library.saveSearch(name: "Frauds", query: "fraud*")
        let second = try library.saveSearch(name: "New law", query: "topic:law is:unread")
        try library.moveSearch(second.id, to: 0)
        try library.addDocument(.briefing, title: "The week", body: .object([("sections", .array([]))]))
        try library.removeDocuments([try library.addDocument(.briefing, title: "Removed", body: .object([])).id])
        try library.setInterest(3, in: "law")
        try library.correct(try library.id("Fraude en ligne"), [.bylines(["A. Corrector"])])
        try library.setRead([try library.id("Fraude en ligne")], true)
        // A feed has the article that a file has too: what is shown is the file's.
        let added = try library.addFeed(
            Feed(url: "https://ann:secret@example.org/feed", title: "Wire", folders: ["Law", "Europe"], permission: .privateNetwork))
        let entry = FeedEntryArticle(key: "0123456789abcdef", contentHash: "cd34", incoming: Self.first)
        #expect(try library.applyFeed(added.feed.id, [entry]).duplicates == 1)
        try library.noteFeed(added.feed.id, try keptFeed(library).state)
        try library.close()
        try FileManager.default.copyItem(atPath: folder.database, toPath: target)
    }
}
