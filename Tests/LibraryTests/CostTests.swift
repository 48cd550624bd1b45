import Articles
import GRDB
import GRDBSQLite
@testable import Library
import Search
import Testing
import Topics

/// Work is counted, not timed: the steps of SQLite's virtual machine.
@Suite struct CostTests {
    /// A library of articles of which every third is read, every fifth bookmarked and a few are in the trash.
    private func library(in folder: TestFolder, articles count: Int) throws -> Library {
        let library = try folder.open()
        let articles = (0..<count).map { number in
            IncomingArticle.test(
                "Title \(number)", "Treaty text number \(number).", date: "20\(10 + number % 15)-0\(1 + number % 9)-11",
                topics: number % 2 == 0 ? ["extradition"] : ["csam"], hasLink: (10..<20).contains(number),
                citations: (10..<20).contains(number) ? ["UNCC:63", "UNCC:64"] : [])
        }
        try library.apply([.file("box", articles)])
        let ids = try library.order()
        try library.setRead(ids.enumerated().filter { $0.offset % 3 == 0 }.map(\.element), true)
        for id in ids.prefix(60) where id.rawValue % 5 == 0 { try library.toggleBookmark(in: id, range: 0..<6) }
        try library.setStar(Array(ids.prefix(40)), true)
        for id in ids.prefix(20) {
            try library.setNote("A note on number \(id.rawValue)", in: id, range: 0..<4)
            try library.setHighlight(.blue, in: id, range: 0..<4)
        }
        try library.trash(Array(ids.suffix(5)))
        return library
    }

    @Test func firstScreenCostsTheSameForEveryLibrary() throws {
        var costs: [[Int]] = []
        for count in [100, 5_000] {
            let folder = try TestFolder()
            defer { folder.remove() }
            let library = try library(in: folder, articles: count)
            #expect(try library.counts().articles == count - 5)
            let queries = ["", "is:unread", "is:read", "topic:law", "topic:=csam", "is:trashed", "treaty:UNCC", "treaty:UNCC/37", "is:starred", "is:noted", "is:highlighted", "has:notes", "has:links", "treaty:UNCC/63", "treaty:UNCC/6*"]
            var cost = try queries.map { text in
                let query = try Query(text)
                return try library.steps { _ = try library.firstRows(query, limit: 5) }
            }
            // Where titles are alike, those are sorted by date.
            #expect(try library.steps { _ = try library.firstRows(.all, sorted: .title, limit: 5) } < 500)
            cost.append(try library.steps { _ = try library.counts() })
            cost.append(try library.steps { _ = try library.provisionCounts() })
            cost.append(try library.steps { _ = try library.topicCounts() })
            costs.append(cost)
            try library.close()
        }
        #expect(costs[0] == costs[1])
        #expect(costs[0].allSatisfy { $0 > 0 })
    }

    /// The decisions of an article are found without looking at those of others, however many there are.
    @Test func decisionsOfOthersCostNothing() throws {
        try scenario { library, _ in
            let articles = (0..<80).map { IncomingArticle.test("T\($0)", "Words \($0).", topics: ["csam"]) }
            try library.apply([.file("box", articles)])
            let ids = try library.order()
            func decide(_ ids: some Collection<ArticleID>) throws {
                try library.decide(
                    .accepted, at: ids.map { DecisionPlace(article: $0, passage: Passage(start: 0, end: 1), topic: "csam") })
            }
            try decide(ids.prefix(3))
            func cost() throws -> [Int] {
                [
                    try library.steps { _ = try library.decisions(in: ids[0]) },
                    try library.steps { _ = try library.decisions(DecisionFilter(article: ids[0], topic: "csam")) },
                    try library.steps { _ = try library.decisionCount() },
                ]
            }
            let before = try cost()
            try decide(ids)
            #expect(try cost() == before)
        }
    }

    /// A list that stops early does so along an index, never by sorting.
    @Test func listsAreWalkedAndNotSorted() throws {
        try scenario { library, _ in
            for text in ["", "is:unread", "is:read", "is:bookmarked", "is:trashed", "is:gone", "topic:law", "topic:law is:unread date:2024", "-topic:law", "lang:en", "is:read OR tag:x",
                "treaty:UNCC", "treaty:UNCC/3*", "treaty:UNCC/37 is:unread", "is:starred", "is:noted", "has:notes", "is:highlighted", "has:links", "is:starred OR is:noted",
            ] {
                let query = try Query(text)
                for order in ListOrder.allCases {
                    let plan = try library.pool.read { database in
                        let select = ListPlan(query, now: 0).select("a.id", order, limit: 5)
                        var lines: [String] = []
                        try database.each("EXPLAIN QUERY PLAN " + select.sql, select.values) { lines.append($0.text(3)) }
                        return lines
                    }
                    #expect(!plan.contains { $0.contains("ORDER BY") }, "\(text): \(plan)")
                    #expect(plan.first.map { $0.contains("USING") } ?? false, "\(text): \(plan)")
                }
            }
        }
    }
}

extension Library {
    /// The steps that the library's own statements take while `work` runs, on whatever reading connections.
    fileprivate func steps(_ work: () throws -> Void) throws -> Int {
        // One reader is enough for calls that come one after the other, and it is the one that is asked.
        try pool.read { _ = $0.steps() }
        try work()
        return try pool.read { $0.steps() }
    }
}

extension Database {
    /// The steps of all statements of the connection since this was asked last.
    fileprivate func steps() -> Int {
        var total = 0
        var statement = sqlite3_next_stmt(sqliteConnection, nil)
        while let current = statement {
            total += Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_VM_STEP, 1))
            statement = sqlite3_next_stmt(sqliteConnection, current)
        }
        return total
    }
}
