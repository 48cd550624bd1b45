import Articles
import GRDB
@testable import Library
import Search
import Testing
import Topics

/// What the text of an article cites, it is listed under, whatever its topics are.
@Suite struct CitationTests {
    private func article(
        _ title: String, _ citations: [String], topics: [TopicID] = [], date: String? = "2024-01-01"
    ) -> IncomingArticle {
        .test(title, "Text of \(title).\n\nMore.", date: date, topics: topics, id: title, citations: citations)
    }

    private func counts(_ library: Library, _ treaty: String) throws -> [String] {
        try library.provisionCounts(of: TreatyID(treaty)).map {
            "\($0.provision?.queryForm ?? $0.treaty.rawValue) \($0.articles) \($0.unread)"
        }
    }

    @Test func withoutATopic() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [article("A", ["UNCC:63", "USC:18:1030"])]), .file("b", [article("B", [], date: "2023")])])
            #expect(try library.titles("treaty:UNCC") == ["A"] && library.titles("treaty:UNCC/63") == ["A"])
            #expect(try library.titles("treaty:UNCC/6") == [] && library.titles("treaty:UNCC/6*") == ["A"])
            #expect(try library.titles("treaty:USC/18:1030") == ["A"] && library.titles("-treaty:U*") == ["B"])
            #expect(try library.titles("treaty:UNCC/63 text") == ["A"] && library.titles("treaty:UNCC/63 OR more") == ["A", "B"])
            #expect(try reasons(library, "A") == ["UNCC cited", "UNCC/63 cited", "USC cited", "USC/18:1030 cited"])
        }
    }

    @Test func seven() throws {
        try scenario { library, _ in
            let cited = (40..<47).map { "UNCC:\($0)" }
            try library.apply([.file("a", [article("A", cited)])])
            for number in 40..<47 { #expect(try library.titles("treaty:UNCC/\(number)") == ["A"]) }
            #expect(try counts(library, "UNCC") == ["UNCC 1 1"] + (40..<47).map { "UNCC/\($0) 1 1" })
        }
    }

    /// As many as a tagger names, written in capitals and small letters, and read back as they were.
    @Test func aThousand() throws {
        try scenario { library, _ in
            let cited = (0..<Tagging.mostCitations - 1).map { "UNCC:\($0)" } + ["FATF:R.3"]
            try library.apply([.file("a", [article("A", cited)])])
            let id = try library.id("A")
            let kept = try library.read { try $0.articleContent(id)?.tagging.citations.map(\.description) }
            #expect(kept == cited)
            #expect(try library.titles("treaty:FATF/r.3 treaty:UNCC/998") == ["A"])
            #expect(try counts(library, "FATF") == ["FATF 1 1", "FATF/R.3 1 1"])
        }
    }

    /// Both reasons are kept, and each goes by itself.
    @Test func besideATopic() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [article("A", ["UNCC:37", "UNCC:9"], topics: ["extradition"])])])
            let (id, block) = (try library.id("A"), Passage(start: 0, end: 10))
            let both = ["BC given", "BC/24 given", "UNCC given cited", "UNCC/37 given cited", "UNCC/9 cited"]
            #expect(try reasons(library, "A") == both)
            try library.decide(.rejected, on: "extradition", in: block, of: id)
            #expect(try reasons(library, "A") == ["UNCC cited", "UNCC/37 cited", "UNCC/9 cited"])
            #expect(try library.titles("treaty:UNCC/37") == ["A"] && library.titles("treaty:BC") == [] && library.titles("topic:extradition") == [])
            try library.undo()
            #expect(try reasons(library, "A") == both)
            try library.decide(.accepted, on: "csam", in: block, of: id)
            #expect(try library.titles("treaty:UNCC/14") == ["A"])
            #expect(try reasons(library, "A").count == both.count + 4)
            try library.undo()
            try library.apply([.file("a", [article("A", [], topics: ["extradition"])], stamp: 2)])
            #expect(try reasons(library, "A") == ["BC given", "BC/24 given", "UNCC given", "UNCC/37 given"])
        }
    }

    /// What a list does not show is not counted, and found where one asks for it.
    @Test func inTheTrash() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [article("A", ["UNCC:63"])]), .file("b", [article("B", ["UNCC:63"], date: "2023")])])
            let a = try library.id("A")
            try library.setRead([a], true)
            #expect(try counts(library, "UNCC") == ["UNCC 2 1", "UNCC/63 2 1"])
            try library.trash([a])
            #expect(try counts(library, "UNCC") == ["UNCC 1 1", "UNCC/63 1 1"])
            #expect(try library.titles("treaty:UNCC/63") == ["B"] && library.titles("treaty:UNCC/63 is:trashed") == ["A"])
            try library.restore([a])
            #expect(try library.titles("treaty:UNCC/63") == ["A", "B"])
            try library.apply([.gone(path: "a")])
            #expect(try library.titles("treaty:UNCC/63") == ["B"] && library.titles("treaty:UNCC/63 is:gone") == ["A"])
            // Back with another date, it stands in another place.
            try library.apply([.file("c", [article("A", ["UNCC:63"], date: "2022")])])
            #expect(try library.titles("treaty:UNCC/63") == ["B", "A"])
        }
    }

    /// Tagging anew brings what an earlier version did not tell, and takes what is cited no more; where nothing else is
    /// cited, nothing of the article changes.
    @Test func tagsAnew() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [article("A", [], topics: ["law"])]), .file("b", [article("B", [])])])
            func retag(_ version: Int, _ citations: [String]) throws -> RetagReport {
                try library.apply(
                    try library.retagged(library.order(), version: version) { article in
                        let isFirst = article.title == "A"
                        return Tagging(isFirst ? [.test("law", in: article, score: 1)] : [], citations: isFirst ? .named(citations) : [])
                    })
            }
            #expect(try retag(2, ["UNCC:63", "BC:9"]) == RetagReport(tagged: 2, changed: 1))
            #expect(try reasons(library, "A") == ["BC cited", "BC/9 cited", "UNCC given cited", "UNCC/63 cited"])
            let change = try library.changeNumber()
            #expect(try retag(3, ["UNCC:63", "BC:9"]) == RetagReport(tagged: 2, changed: 0))
            #expect(try library.changeNumber() == change)
            #expect(try library.check().problems == [])
            #expect(try retag(4, ["BC:9"]) == RetagReport(tagged: 2, changed: 1))
            #expect(try library.titles("treaty:UNCC/63") == [] && library.titles("treaty:BC/9") == ["A"])
            #expect(try counts(library, "UNCC") == ["UNCC 1 1"])
        }
    }

    /// Of an article that an earlier version listed nowhere: what the explanations of its links name, until it is tagged anew.
    @Test func listsWhatExplanationsName() throws {
        try scenario { library, _ in
            var incoming = article("A", [], topics: ["law", "csam"])
            incoming.tagging.links[0].explanation.context = [.init(.cites("Article 7 UNCC"), contribution: 1)]
            try library.apply([.file("a", [incoming])])
            try library.decide(.rejected, on: "law", in: Passage(start: 0, end: 10), of: try library.id("A"))
            let listed = try reasons(library, "A")
            #expect(listed.contains("UNCC/7 cited") && listed.contains("UNCC given cited"))
            try library.pool.write {
                try $0.execute(sql: "DELETE FROM article_provision; UPDATE provision SET articles = 0, unread = 0; UPDATE library SET unlisted = 1")
            }
            #expect(try library.titles("treaty:UNCC/7") == [])
            #expect(try library.listUnlisted() == false)
            #expect(try reasons(library, "A") == listed)
            #expect(try library.titles("treaty:UNCC/7") == ["A"])
        }
    }

    /// A file that is read again and cites something else.
    @Test func readsAnew() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [article("A", ["UNCC:63"])])])
            #expect(try library.apply([.file("a", [article("A", ["UNCC:64"])], stamp: 2)]).changed == 1)
            #expect(try reasons(library, "A") == ["UNCC cited", "UNCC/64 cited"])
            #expect(try library.apply([.file("a", [article("A", ["UNCC:64"])], stamp: 3)]).unchanged == 1)
        }
    }

    /// Where few articles stand under provisions of a beginning, they are found without walking the list, which holds them all
    /// the same: each once, in every order and together with whatever else is asked for.
    @Test func beginningsAreFoundAsTheyAreWalked() throws {
        try scenario { library, _ in
            try library.apply([
                .file("box", (0..<60).map { number in
                    article("T\(number)", (0..<(number % 4)).map { "UNCC:\($0 + number % 7)" }, topics: number % 5 == 0 ? ["csam"] : [], date: "20\(10 + number % 13)")
                })
            ])
            let ids = try library.order()
            try library.setRead(Array(ids.prefix(30)), true)
            try library.trash(Array(ids.suffix(7)))
            for text in ["treaty:UNCC*", "treaty:UNCC/1*", "treaty:u*", "treaty:UNCC/* is:unread", "treaty:BC* -is:read", "treaty:UNCC/3* treaty:FATF*", "treaty:none*", "treaty:UNCC/1* is:trashed"] {
                let query = try Query(text)
                try library.read { database in
                    let few = Set(ListPlan.prefixes(in: query))
                    #expect(!few.isEmpty)
                    for order in [SearchRequest.Order.newest, .oldest, .title] {
                        let lists = try [few, []].map { few in
                            let select = ListPlan(query, now: 0, few: few).ordered("a.id", order, limit: 100, offset: 1)
                            var found: [Int64] = []
                            try database.each(select.sql, select.values) { found.append($0.int64(0)) }
                            return found
                        }
                        #expect(lists[0] == lists[1], "\(text)")
                    }
                    let counts = try [few, []].map { few in
                        let count = ListPlan(query, now: 0, few: few).count(upTo: 1_000)
                        var found = 0
                        try database.each(count.sql, count.values) { found = $0.integer(0) }
                        return found
                    }
                    #expect(counts[0] == counts[1], "\(text)")
                }
            }
        }
    }

    /// Each thing that may be wrong with the lists is told.
    @Test(
        arguments: [
            ("UPDATE article_provision SET cited = 0 WHERE provision = (SELECT id FROM provision WHERE number = '37')", "other provisions"),
            ("UPDATE article_provision SET given = 0, cited = 0", "without a reason"),
            ("DELETE FROM article_provision WHERE provision = (SELECT id FROM provision WHERE number = '')", "not under its treaty"),
            ("UPDATE article_provision SET given = 1 WHERE provision = (SELECT id FROM provision WHERE number = '63')", "other provisions"),
            ("UPDATE article_provision SET hidden = 1", "in the wrong place"),
        ])
    func checkTells(damage: String, sentence: String) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply([.file("a", [article("A", ["UNCC:63", "UNCC:37"], topics: ["extradition"])])])
        #expect(try library.check().problems == [])
        try library.pool.write { try $0.execute(sql: damage) }
        #expect(try library.check().problems.contains { $0.contains(sentence) })
    }
}

/// Under what the article stands and why, in order.
func reasons(_ library: Library, _ title: String) throws -> [String] {
    let id = try library.id(title)
    return try library.read { try $0.provisionEntries(of: id.rawValue) }.map { entry in
        ([entry.number.isEmpty ? entry.treaty : entry.treaty + "/" + entry.number] + (entry.isGiven ? ["given"] : [])
            + (entry.isCited ? ["cited"] : [])).joined(separator: " ")
    }.sorted()
}
