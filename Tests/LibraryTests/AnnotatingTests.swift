import Articles
import Library
import Search
import Testing
import Topics

@Suite struct AnnotatingTests {
    private func withArticle(_ body: (Library, ArticleID) throws -> Void) throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [.test("Alpha", "The treaty was signed in Hanoi. It is long.", date: "2024-03-01")])])
            try body(library, try library.id("Alpha"))
        }
    }

    @Test func notesAPassage() throws {
        try withArticle { library, id in
            let range = try library.range(of: "Hanoi", in: id)
            let passage = try #require(try library.setNote("  Deadlines\r\nare near \u{1B}\n\n", in: id, range: range))
            #expect(passage.note?.text == "Deadlines\nare near" && !passage.isBookmarked)
            #expect(try library.nextUndo() == "note on «Alpha»")
            #expect(try library.counts().notes == 1 && library.rows([id])[0].noteCount == 1)
            // The same once more is no change, and keeps its time.
            #expect(try library.setNote("Deadlines\nare near", passage: passage.id) == passage)
            let changed = try #require(try library.setNote("Another", passage: passage.id))
            #expect(try #require(changed.note).edited.timestamp > (try #require(passage.note).edited.timestamp))
            #expect(try library.undo() == "change note on «Alpha»")
            #expect(try library.passage(passage.id) == passage)
            try library.redo()
            #expect(try library.titles("note:another") == ["Alpha"] && library.titles("note:deadline") == [])
            #expect(try library.setNote(" \n", passage: passage.id) == nil)
            #expect(try library.nextUndo() == "remove note on «Alpha»")
            #expect(try library.setNote(nil, in: id, range: range) == nil)
            #expect(try library.passages() == [] && library.counts() == LibraryCounts(articles: 1, unread: 1))
            #expect(throws: LibraryError.noteTooLong) {
                try library.setNote(String(repeating: "x", count: PassageNote.longest + 1), in: id, range: range)
            }
            #expect(throws: LibraryError.unknownPassage("x")) { try library.setNote("y", passage: "x") }
        }
    }

    /// A passage lives while it has anything.
    @Test func aPassageMayHaveAll() throws {
        try withArticle { library, id in
            let range = try library.range(of: "treaty", in: id)
            let passage = try #require(try library.setHighlight(.pink, in: id, range: range))
            #expect(try library.nextUndo() == "highlight in pink in «Alpha»")
            #expect(try library.addPassage(in: id, range: range, isBookmarked: true, tags: ["x"]).id == passage.id)
            #expect(try library.setNote("A note", in: id, range: range)?.id == passage.id)
            #expect(try library.setStar(true, in: id, range: range)?.id == passage.id)
            let all = try #require(try library.passages().first)
            #expect(all.highlight == .pink && all.isBookmarked && all.tags == ["x"] && all.note?.text == "A note" && all.isStarred)
            for filter in [PassageFilter(isNoted: true), PassageFilter(isHighlighted: true), PassageFilter(isStarred: true), PassageFilter(isBookmarked: true)] {
                #expect(try library.passages(filter) == [all])
            }
            #expect(try library.counts() == LibraryCounts(articles: 1, unread: 1, bookmarks: 1, notes: 1, highlights: 1, starredPassages: 1))
            #expect(try library.titles("is:highlighted has:notes is:bookmarked tag:x") == ["Alpha"])
            #expect(try library.setHighlight(.blue, passage: passage.id)?.highlight == .blue)
            #expect(try library.toggleBookmark(in: id, range: range)?.isBookmarked == false)
            #expect(try library.setNote(nil, passage: passage.id) != nil && library.untag(passage: passage.id, "x") != nil)
            #expect(try library.setStar(false, passage: passage.id)?.highlight == .blue)
            #expect(try library.setHighlight(nil, passage: passage.id) == nil)
            #expect(try library.nextUndo() == "remove highlight in «Alpha»")
            #expect(try library.passages() == [])
            while try library.undo() != nil {}
            while try library.redo() != nil {}
            #expect(try library.passages() == [])
        }
    }

    @Test func starsArticles() throws {
        try withArticle { library, id in
            try library.setStar([id, id, ArticleID(99)], true)
            try library.setStar([id], true)
            #expect(try library.nextUndo() == "star on «Alpha»" && library.counts().starred == 1 && library.rows([id])[0].isStarred)
            #expect(try library.titles("is:starred treaty") == ["Alpha"] && library.titles("-is:starred") == [])
            try library.setStar([id], false)
            #expect(try library.nextUndo() == "remove star from «Alpha»" && library.titles("is:starred") == [])
            try library.undo()
            try library.undo()
            #expect(try library.undo() == nil && library.counts().starred == 0)
        }
    }

    /// Notes follow their passages through a changed text, and are found with forms, stems, beginnings and phrases.
    @Test func findsWordsOfNotes() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("A", "One treaty here.", date: "2024-02")]), .file("b", [.test("B", "Un traité ici.", date: "2024-01", language: "fr")]),
            ])
            let (a, b) = (try library.id("A"), try library.id("B"))
            try library.setNote("Governments were governing: résumé sent.", in: a, range: 0..<3)
            try library.setNote("Les gouvernements de l'État", in: b, range: 0..<2)
            try library.setNote("sent résumé", in: b, range: 3..<7)
            let cases: [(String, [String])] = [
                ("note:government", ["A"]), ("note:gouvernement", ["B"]), ("note:g*", ["A", "B"]), ("note:\"résumé sent\"", ["A"]), ("note:\"sent résumé\"", ["B"]),
                ("note:etat", ["B"]), ("note:goverments~", ["A"]), ("note:treaty", []), ("treaty note:sent", ["A"]), ("note:sent OR treaty", ["A", "B"]),
                ("note:sent -treaty", ["B"]), ("-note:govern*", ["B"]), ("is:noted -note:g*", []), ("note:sent is:unread", ["A", "B"]), ("has:note", ["A", "B"]),
            ]
            for (query, titles) in cases {
                #expect(try library.titles(query) == titles, "\(query)")
                #expect(try library.search(Query(query)).articles.map(\.row.title) == titles, "\(query)")
            }
            try library.apply([.file("a", [.test("A", "Now one treaty here.", date: "2024-02")], stamp: 2)])
            #expect(try library.titles("note:government") == ["A"])
        }
    }

    /// Every order of answers, with words and without.
    @Test func ordersAsAsked() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("beta", "A treaty, a treaty.", date: "2024-01")]), .file("b", [.test("Alpha", "Of a treaty.", date: "2024-02")]),
                .file("c", [.test("“Alpha”", "None", date: "2024-03")]), .file("d", [.test("alpha", "One treaty.", date: "2024-04")]),
            ])
            let cases: [(String, [String])] = [
                ("sort:title", ["“Alpha”", "alpha", "Alpha", "beta"]), ("treaty sort:title", ["alpha", "Alpha", "beta"]), ("sort:oldest treaty", ["beta", "Alpha", "alpha"]),
                ("is:unread sort:title", ["“Alpha”", "alpha", "Alpha", "beta"]), ("sort:newest treaty", ["alpha", "Alpha", "beta"]), ("title:beta sort:relevance", ["beta"]),
            ]
            for (text, titles) in cases {
                let question = try Question(text)
                let order = try #require(question.order)
                #expect(try library.firstRows(question.query, sorted: order, limit: 9).map(\.title) == titles, "\(text)")
                #expect(try library.search(question.query, order: order).articles.map(\.row.title) == titles, "\(text)")
                let ids = try library.order(of: question.query, sorted: order)
                #expect(try library.rows(ids).map(\.title) == titles, "\(text)")
                #expect(try library.firstRows(question.query, sorted: order, limit: 1, offset: 1).map(\.title) == Array(titles.dropFirst().prefix(1)), "\(text)")
            }
        }
    }
}
