import Articles
import Library
import Search
import Testing
import Topics

/// Acts on many articles at once.
@Suite struct BulkTests {
    private struct Stop: Error {}

    private func withArticles(_ count: Int, _ body: (Library, [ArticleID]) throws -> Void) throws {
        try scenario { library, _ in
            try library.apply([
                .file("a.txt", (0..<count).map { .test("Article \($0)", "Text number \($0).", date: "2024-03-01", topics: ["extradition"]) })
            ])
            try body(library, try library.order())
        }
    }

    @Test func manyAreOneAction() throws {
        try withArticles(400) { library, ids in
            var reports: [Int] = []
            try library.tag(ids, "to cite") { reports.append($0) }
            #expect(reports == [128, 256, 384])
            try library.setStar(ids, true)
            try library.setRead(ids, true)
            try library.trash(ids)
            #expect(try library.counts() == LibraryCounts(trashed: 400, starred: 400))
            #expect(try library.undo() == "move 400 articles to the trash")
            #expect(try library.undo() == "mark 400 articles as read")
            #expect(try library.undo() == "star on 400 articles")
            #expect(try library.undo() == "tag «to cite» on 400 articles")
            #expect(try library.undo() == nil)
            #expect(try library.counts() == LibraryCounts(articles: 400, unread: 400))
            #expect(try library.allTags().isEmpty)
        }
    }

    /// What is broken off in the middle changes nothing, and leaves nothing to undo.
    @Test func brokenOffNothingChanges() throws {
        try withArticles(200) { library, ids in
            #expect(throws: Stop.self) { try library.trash(ids) { _ in throw Stop() } }
            #expect(throws: Stop.self) { try library.setRead(ids, true) { _ in throw Stop() } }
            #expect(try library.counts() == LibraryCounts(articles: 200, unread: 200))
            #expect(try library.nextUndo() == nil)
            try library.trash(ids)
            #expect(throws: Stop.self) { try library.undo { _ in throw Stop() } }
            #expect(try library.counts() == LibraryCounts(trashed: 200))
            #expect(try library.nextUndo() == "move 200 articles to the trash")
        }
    }

    // MARK: A topic's page

    @Test func monthsOfATopic() throws {
        try scenario { library, _ in
            try library.apply([
                .file(
                    "a.txt",
                    [
                        .test("One", "Text one.", date: "2023-12-31", topics: ["extradition"]),
                        .test("Two", "Text two.", date: "2024-01-01", topics: ["extradition"]),
                        .test("Three", "Text three.", date: "2024-01-31", topics: ["extradition"]),
                        .test("Four", "Text four.", date: "2024-02-01", topics: ["csam"]),
                    ])
            ])
            let months = [MonthCount(year: 2023, month: 12, articles: 1), MonthCount(year: 2024, month: 1, articles: 2)]
            #expect(try library.months(of: "extradition") == months)
            // One above it counts what is below; what is in the trash does not count.
            #expect(try library.months(of: "law").map(\.articles).reduce(0, +) >= 3)
            try library.trash([try library.id("Two")])
            #expect(try library.months(of: "extradition").map(\.articles) == [1, 1])
            #expect(try library.months(of: "unheard-of") == [])
        }
    }
}
