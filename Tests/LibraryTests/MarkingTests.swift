import Articles
import Library
import Search
import Testing
import Topics

@Suite struct MarkingTests {
    private func withArticles(_ body: (Library) throws -> Void) throws {
        try scenario { library, _ in
            try library.apply([
                .file("a.txt", [.test("Alpha", "The treaty was signed in Hanoi. It is long.", date: "2024-03-01", topics: ["extradition"])]),
                .file("b.txt", [.test("Beta", "Fraud in banks.", date: "2024-02-01", topics: ["csam"])]),
            ])
            try body(library)
        }
    }

    @Test func marksAsRead() throws {
        try withArticles { library in
            let (alpha, beta) = (try library.id("Alpha"), try library.id("Beta"))
            try library.setRead([alpha, alpha, ArticleID(999)], true)
            #expect(try library.titles("is:unread") == ["Beta"])
            #expect(try library.titles("is:read") == ["Alpha"])
            #expect(try library.counts() == LibraryCounts(articles: 2, unread: 1))
            #expect(try library.topicCounts()["law"] == TopicCount(articles: 1, unread: 0))
            #expect(try library.nextUndo() == "mark «Alpha» as read")
            try library.setRead([beta], true, isAction: false)
            #expect(try library.counts().unread == 0)
            #expect(try library.undo() == "mark «Alpha» as read")
            #expect(try library.titles("is:unread") == ["Alpha"])
            #expect(try library.undo() == nil)
        }
    }

    @Test func trashesAndRestores() throws {
        try withArticles { library in
            try library.trash([try library.id("Alpha"), try library.id("Beta")])
            #expect(try library.titles() == [])
            #expect(try library.titles("is:trashed") == ["Alpha", "Beta"])
            #expect(try library.titles("treaty") == [])
            #expect(try library.titles("is:trashed treaty") == ["Alpha"])
            #expect(try library.counts() == LibraryCounts(trashed: 2))
            #expect(try library.undo() == "move 2 articles to the trash")
            #expect(try library.counts() == LibraryCounts(articles: 2, unread: 2))
            try library.redo()
            try library.restore(try library.order(of: .state(.trashed)))
            #expect(try library.titles("topic:law") == ["Alpha"])
            #expect(try library.nextUndo() == "restore 2 articles from the trash")
            // In the trash and gone: in the trash.
            try library.trash([try library.id("Beta")])
            try library.apply([.gone(path: "b.txt")])
            #expect(try library.titles("is:trashed") == ["Beta"])
            #expect(try library.titles("is:gone") == [])
            #expect(try library.counts() == LibraryCounts(articles: 1, unread: 1, trashed: 1))
        }
    }

    @Test func togglesABookmark() throws {
        try withArticles { library in
            let id = try library.id("Alpha")
            let range = try library.range(of: "Hanoi", in: id)
            let passage = try #require(try library.toggleBookmark(in: id, range: range))
            #expect(passage.anchor.quote == "Hanoi" && passage.range == range && passage.isBookmarked)
            #expect(passage.file == "a.txt" && passage.articleTitle == "Alpha" && passage.tags == [])
            #expect(try library.counts().bookmarks == 1)
            #expect(try library.titles("is:bookmarked") == ["Alpha"])
            #expect(try library.rows([id])[0].bookmarkCount == 1)
            #expect(try library.toggleBookmark(in: id, range: range) == nil)
            #expect(try library.nextUndo() == "remove bookmark on «Alpha»")
            #expect(try library.passages() == [])
            #expect(try library.passage(passage.id) == nil)
            try library.undo()
            #expect(try library.passage(passage.id) == passage)
            // With a tag, the passage outlives its bookmark.
            #expect(try library.tag(passage: passage.id, " hanoi  signing ").tags == ["hanoi signing"])
            #expect(try library.toggleBookmark(in: id, range: range)?.isBookmarked == false)
            #expect(try library.passages(PassageFilter(tag: "Hanoi Signing")).map(\.id) == [passage.id])
            #expect(try library.passages(PassageFilter(isBookmarked: true)) == [])
            #expect(try library.untag(passage: passage.id, "HANOI SIGNING") == nil)
            #expect(try library.passages() == [])
        }
    }

    @Test func refusesPassagesThatAreNone() throws {
        try withArticles { library in
            let id = try library.id("Alpha")
            #expect(throws: LibraryError.emptyPassage) { try library.addPassage(in: id, range: 3..<3, isBookmarked: true) }
            #expect(throws: LibraryError.emptyPassage) { try library.toggleBookmark(in: id, range: 900..<999) }
            #expect(throws: LibraryError.unknownArticle(ArticleID(77))) { try library.toggleBookmark(in: ArticleID(77), range: 0..<1) }
            #expect(throws: LibraryError.unknownPassage("x")) { try library.removePassage("x") }
            #expect(throws: LibraryError.unknownPassage("x")) { try library.tag(passage: "x", "y") }
            #expect(try library.nextUndo() == nil)
        }
    }

    @Test func listsPassages() throws {
        try withArticles { library in
            let (alpha, beta) = (try library.id("Alpha"), try library.id("Beta"))
            let late = try library.addPassage(in: alpha, range: 15..<21, isBookmarked: false, tags: ["b", "a", "A"])
            let other = try library.addPassage(in: beta, range: 0..<5, isBookmarked: true)
            let early = try library.addPassage(in: alpha, range: 4..<10, isBookmarked: true)
            #expect(late.tags == ["a", "b"] || late.tags == ["A", "b"])
            #expect(try library.passages().map(\.id) == [early.id, other.id, late.id])
            #expect(try library.passages(PassageFilter(order: .article)).map(\.id) == [early.id, late.id, other.id])
            #expect(try library.passages(PassageFilter(isBookmarked: true, limit: 1, offset: 1)).map(\.id) == [other.id])
            #expect(try library.passages(PassageFilter(article: beta)).map(\.id) == [other.id])
            #expect(try library.article(alpha).passages.map(\.id) == [early.id, late.id])
        }
    }

    @Test func tagsArticles() throws {
        try withArticles { library in
            let (alpha, beta) = (try library.id("Alpha"), try library.id("Beta"))
            try library.tag([alpha, beta], "Hanoi")
            try library.tag([alpha], "hanoi")
            try library.addPassage(in: beta, range: 0..<5, isBookmarked: true, tags: ["hanoi", "bank"])
            #expect(try library.allTags() == [
                TagCount(name: "Hanoi", articles: 2, passages: 1), TagCount(name: "bank", articles: 0, passages: 1),
            ])
            #expect(try library.rows([beta])[0].tags == ["Hanoi", "bank"])
            #expect(try library.titles("tag:HANOI") == ["Alpha", "Beta"])
            #expect(try library.titles("tag:b*") == ["Beta"])
            try library.untag([alpha, beta], "hanoi")
            #expect(try library.nextUndo() == "remove tag «hanoi» from 2 articles")
            #expect(try library.titles("tag:hanoi") == ["Beta"])
            try library.undo()
            try library.tag([alpha], "  \u{1B} \n ")
            #expect(try library.rows([alpha])[0].tags == ["Hanoi"])
        }
    }

    @Test func keepsPlacesAndSettings() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply([.file("a.txt", [.test("Alpha", "The treaty.")])])
        let id = try library.id("Alpha")
        let change = try library.changeNumber()
        try library.setPlace(7, in: id)
        try library.setSettings(["view.open": "x", "view.filter": "is:unread", "other": ""])
        try library.setSetting("view.open", nil)
        #expect(try library.changeNumber() == change)
        try library.close()
        let again = try folder.open()
        #expect(try again.article(id).place == 7)
        #expect(try again.setting("view.open") == nil)
        #expect(try again.settings(withPrefix: "view.") == ["view.filter": "is:unread"])
        #expect(try again.setting("other") == "")
        #expect(try again.check().isSound)
        try again.apply([.file("a.txt", [.test("Alpha", "Short")], stamp: 2)])
        #expect(try again.article(id).place == 5)
    }

    @Test func findsArticlesByName() throws {
        try withArticles { library in
            let row = try library.firstRows(limit: 1)[0]
            #expect(try library.article(named: row.name).id == row.id)
            #expect(try library.article(named: row.name.uppercased()).id == row.id)
            #expect(throws: LibraryError.noArticle(named: "zz")) { try library.article(named: "zz") }
            #expect(throws: LibraryError.noArticle(named: "")) { try library.article(named: "") }
            try library.apply([.file("many", (0..<40).map { .test("M\($0)", "Text number \($0)") })])
            let names = try library.firstRows(limit: 100).map(\.name).sorted()
            for digit in "0123456789abcdef" {
                let same = names.filter { $0.first == digit }
                switch same.count {
                case 0: #expect(throws: LibraryError.noArticle(named: "\(digit)")) { try library.article(named: "\(digit)") }
                case 1: #expect(try library.article(named: "\(digit)").row.name == same[0])
                default:
                    #expect(throws: LibraryError.ambiguousName("\(digit)", candidates: Array(same.prefix(10)))) {
                        try library.article(named: "\(digit)")
                    }
                }
            }
        }
    }

    @Test func findsArticlesByTitle() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("What’s “Next”  for the Treaty", "a", date: "2023")]),
                .file("b", [.test("what's \"next\" for the treaty", "b", date: "2024")]),
            ])
            let found = try #require(try library.article(titled: "WHAT’S “NEXT” FOR THE TREATY"))
            #expect(try library.article(found).row.file == "b")
            #expect(try library.article(titled: "Other") == nil)
        }
    }
}
