import Articles
@testable import Library
import Search
import Testing
import TestSupport
import Topics

/// Lists of passages by number, their groups and filters, and what is done to many at once.
@Suite struct PassageListTests {
    /// Three articles; the passages, in the order in which they were made: Hanoi (bookmark, tag), visa (note), law (highlight).
    private func withPassages(_ body: (Library, [Int64: String]) throws -> Void) throws {
        try scenario { library, _ in
            try library.apply([
                .file("a.txt", [.test("Alpha", "The treaty was signed in Hanoi. It is long.", date: "2024-03-01")]),
                .file("b.txt", [.test("Beta", "Visas are asked for at the border.", date: "2024-05-01")]),
                .file("c.txt", [.test("Gamma", "No law says so.", date: "2024-04-01")]),
            ])
            let (a, b, c) = (try library.id("Alpha"), try library.id("Beta"), try library.id("Gamma"))
            try library.addPassage(in: a, range: try library.range(of: "Hanoi", in: a), isBookmarked: true, tags: ["rome"])
            try library.setNote("Ask for visas", in: b, range: try library.range(of: "border", in: b))
            try library.setHighlight(.green, in: c, range: try library.range(of: "law", in: c))
            try library.tag([c], "of the article")
            let numbers = try library.passageOrder().entries.map(\.number)
            let names = try library.passages(numbered: numbers).mapValues(\.anchor.quote)
            try body(library, names)
        }
    }

    private func quotes(_ library: Library, _ query: String, _ grouping: PassageList.Grouping = .none) throws -> [String] {
        let order = try library.passageOrder(PassageList(try .init(query), grouping: grouping))
        let rows = try library.passages(numbered: order.entries.map(\.number))
        return order.entries.compactMap { rows[$0.number]?.anchor.quote }
    }

    struct Case: Sendable {
        var query: String
        var quotes: [String]
    }

    static let cases = [
        Case(query: "", quotes: ["law", "border", "Hanoi"]),
        Case(query: "is:bookmarked", quotes: ["Hanoi"]),
        Case(query: "is:noted", quotes: ["border"]),
        Case(query: "is:highlighted", quotes: ["law"]),
        Case(query: "-is:bookmarked", quotes: ["law", "border"]),
        Case(query: "tag:rome", quotes: ["Hanoi"]),
        Case(query: "tag:\"of the article\"", quotes: []),
        Case(query: "note:visa", quotes: ["border"]),
        Case(query: "note:border", quotes: []),
        Case(query: "visas", quotes: ["border"]),
        Case(query: "hanoi", quotes: ["Hanoi"]),
        Case(query: "hano*", quotes: ["Hanoi"]),
        Case(query: "hanoi OR note:visas", quotes: ["border", "Hanoi"]),
        Case(query: "title:gamma", quotes: ["law"]),
        Case(query: "is:bookmarked note:visa", quotes: []),
        Case(query: "has:tags", quotes: ["Hanoi"]),
        Case(query: "since:2024-04", quotes: ["law", "border"]),
    ]

    @Test(arguments: cases)
    func filters(_ row: Case) throws {
        try withPassages { library, _ in
            #expect(try quotes(library, row.query) == row.quotes)
            // The first of them are the first of all.
            let list = PassageList(try .init(row.query))
            let all = try library.passageOrder(list).entries
            #expect(try library.passageOrder(list, limit: 1).entries == Array(all.prefix(1)))
        }
    }

    /// A passage's topics are those of the paragraphs that it stands in, not those of its article.
    private func withTopics(_ body: (Library, ArticleID) throws -> Void) throws {
        try scenario { library, _ in
            try library.apply([
                .file("a.txt", [.test("Alpha", "Whom to hand over is settled.\n\nThe weather was fine.\n\nMore of it.", topics: ["extradition"])]),
                .file("b.txt", [.test("Beta", "Courts asked.\n\nNobody answered.", topics: ["csam"])]),
            ])
            let (a, b) = (try library.id("Alpha"), try library.id("Beta"))
            for (quote, id) in [("hand over", a), ("weather", a), ("settled.\n\nThe", a), ("Courts", b), ("Nobody", b)] {
                try library.addPassage(in: id, range: try library.range(of: quote, in: id), isBookmarked: true, tags: quote == "hand over" ? ["hanoi"] : [])
            }
            try library.setNote("Ask for visas", in: a, range: try library.range(of: "hand over", in: a))
            try body(library, a)
        }
    }

    @Test(arguments: [
        Case(query: "topic:extradition", quotes: ["settled.\n\nThe", "hand over"]),
        Case(query: "topic:law", quotes: ["settled.\n\nThe", "hand over"]),
        Case(query: "topic:=law", quotes: []),
        Case(query: "topic:=extradition", quotes: ["settled.\n\nThe", "hand over"]),
        Case(query: "topic:o*", quotes: ["Courts"]),
        Case(query: "-topic:extradition", quotes: ["Nobody", "Courts", "weather"]),
        Case(query: "topic:extradition OR topic:csam", quotes: ["Courts", "settled.\n\nThe", "hand over"]),
        Case(query: "has:topics", quotes: ["Courts", "settled.\n\nThe", "hand over"]),
        Case(query: "topic:nothing", quotes: []),
        Case(query: "is:bookmarked tag:hanoi topic:extradition note:visa", quotes: ["hand over"]),
    ])
    func topicsAreThoseOfThePassage(_ row: Case) throws {
        try withTopics { library, _ in
            let found = try quotes(library, row.query)
            #expect(found == row.quotes)
        }
    }

    /// Large sets are looked into otherwise than small ones, and find the same.
    @Test(arguments: ["visas", "of", "topic:law", "topic:law visas", "has:topics -note:visa", "topic:law is:bookmarked", "topic:law OR topic:csam", "note:visa has:topics"])
    func largeSetsFindTheSame(_ query: String) throws {
        try withTopics { library, _ in
            for grouping in PassageList.Grouping.allCases {
                let list = PassageList(try .init(query), grouping: grouping)
                for limit in [nil, 0, 1, 2] {
                    let (small, large) = (
                        try library.passageOrder(list, limit: limit, mostLookedUp: 100), try library.passageOrder(list, limit: limit, mostLookedUp: 0)
                    )
                    #expect(small == large, "\(grouping) \(limit ?? -1)")
                }
            }
        }
    }

    @Test func topicsOfPassagesFollowChanges() throws {
        try withTopics { library, id in
            #expect(try quotes(library, "topic:extradition") == ["settled.\n\nThe", "hand over"])
            let blocks = try library.article(id).article.blockRanges.map { Passage($0) }
            // A person's word counts as much as for articles, in both directions, and so does taking it back.
            try library.decide(.rejected, on: "extradition", in: blocks[0], of: id)
            #expect(try quotes(library, "topic:extradition") == [])
            try library.decide(.accepted, on: "extradition", in: blocks[1], of: id)
            #expect(try quotes(library, "topic:extradition") == ["settled.\n\nThe", "weather"])
            try library.undo()
            try library.undo()
            #expect(try quotes(library, "topic:extradition") == ["settled.\n\nThe", "hand over"])
            try library.addPassage(in: id, range: try library.range(of: "Whom", in: id), isBookmarked: true)
            #expect(try quotes(library, "topic:extradition") == ["Whom", "settled.\n\nThe", "hand over"])
            let first = try #require(try library.passages().first { $0.anchor.quote == "hand over" })
            try library.removePassage(first.id)
            #expect(try quotes(library, "topic:extradition") == ["Whom", "settled.\n\nThe"])
            // The file is read again, with other topics.
            try library.apply([
                .file("a.txt", [.test("Alpha", "Whom to hand over is settled.\n\nThe weather was fine.\n\nMore of it.", topics: ["weather"])], stamp: 2)
            ])
            #expect(try quotes(library, "topic:extradition") == [])
            #expect(try quotes(library, "topic:weather") == ["Whom", "settled.\n\nThe"])
        }
    }

    @Test func groups() throws {
        try withPassages { library, _ in
            func groups(_ grouping: PassageList.Grouping) throws -> [PassageOrder.Group] {
                try library.passageOrder(PassageList(grouping: grouping)).groups
            }
            let (none, article, tag) = (try groups(.none), try groups(.article), try groups(.tag))
            let (month, topic) = (try groups(.date), try groups(.topic))
            #expect(none == [])
            #expect(article == [.init(name: "Beta"), .init(name: "Gamma"), .init(name: "Alpha")])
            #expect(tag == [.init(name: "rome"), .init(name: nil)])
            #expect(month.count == 1)
            #expect(topic == [.init(name: nil)])
            let (byArticle, byTag) = (try quotes(library, "", .article), try quotes(library, "", .tag))
            #expect(byArticle == ["border", "law", "Hanoi"])
            #expect(byTag == ["Hanoi", "law", "border"])
        }
    }

    /// Many passages on some articles, against orders that are made one passage at a time.
    @Test(arguments: 1...3 as ClosedRange<UInt64>) func ordersAreThoseOfAModel(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try scenario { library, _ in
            let topics: [TopicID] = ["law", "csam", "extradition", "offences"]
            try library.apply((0..<9).map { index in
                .file("\(index).txt", [
                    .test("Title \(index % 7)", "Number \(index) has words that are marked here and there, and more of them.",
                        date: "2024-0\(1 + index % 5)-01", topics: topics.filter { _ in Bool.random(using: &random) }),
                ])
            })
            for id in try library.order().shuffled(using: &random).dropLast() {
                for start in [0, 7, 9, 13, 19].shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
                    let tags = ["b", "a", "C"].filter { _ in Bool.random(using: &random) }
                    let length = Int.random(in: 3...5, using: &random)
                    try library.addPassage(in: id, range: start..<(start + length), isBookmarked: Bool.random(using: &random), tags: tags + ["t"])
                }
            }
            for grouping in PassageList.Grouping.allCases {
                for query in ["", "is:bookmarked", "topic:law", "-tag:a"] {
                    let list = PassageList(try .init(query), grouping: grouping)
                    let order = try library.passageOrder(list)
                    #expect(try model(of: list, library) == rows(of: order, library), "\(grouping) \(query)")
                    for limit in [0, 1, 7, order.entries.count] {
                        let first = try library.passageOrder(list, limit: limit)
                        #expect(first.entries == Array(order.entries.prefix(limit)))
                        #expect(first.groups == Array(order.groups.prefix(first.groups.count)))
                    }
                }
            }
        }
    }

    private struct Row: Hashable {
        var group: String?
        var id: String
    }

    private func rows(of order: PassageOrder, _ library: Library) throws -> [Row] {
        let passages = try library.passages(numbered: order.entries.map(\.number))
        return try order.entries.map { entry in
            Row(
                group: order.groups.isEmpty ? nil : order.groups[Int(entry.group)].name,
                id: try #require(passages[entry.number]).id)
        }
    }

    private func model(of list: PassageList, _ library: Library) throws -> [Row] {
        let wanted = Set(try library.passageOrder(PassageList(list.query)).entries.map(\.number))
        let ids = Set(try library.passages(numbered: Array(wanted)).values.map(\.id))
        let newest = try library.passages(PassageFilter(order: .newest)).filter { ids.contains($0.id) }
        func grouped(_ names: (StoredPassage) throws -> [String]) throws -> [Row] {
            var found: [(name: String, id: String)] = []
            var none: [Row] = []
            for passage in newest {
                let own = try names(passage)
                found += own.map { ($0, passage.id) }
                if own.isEmpty { none.append(Row(group: nil, id: passage.id)) }
            }
            let sorted = found.enumerated().sorted { ($0.element.name.lowercased(), $0.offset) < ($1.element.name.lowercased(), $1.offset) }
            return sorted.map { Row(group: $0.element.name, id: $0.element.id) } + none
        }
        switch list.grouping {
        case .none: return newest.map { Row(group: nil, id: $0.id) }
        case .date: return newest.map { Row(group: String($0.created.withoutTime.description.prefix(7)), id: $0.id) }
        case .article:
            return try library.passages(PassageFilter(order: .article)).filter { ids.contains($0.id) }
                .map { Row(group: $0.articleTitle, id: $0.id) }
        case .tag: return try grouped { $0.tags }
        case .topic: return try grouped { try library.article($0.article).row.topics.map(\.rawValue) }
        }
    }

    @Test func followsChanges() throws {
        try withPassages { library, names in
            #expect(try quotes(library, "note:visa") == ["border"])
            let border = try #require(names.first { $0.value == "border" }?.key)
            let id = try #require(try library.passages(numbered: [border])[border]?.id)
            try library.setNote("Nothing of the kind", passage: id)
            #expect(try quotes(library, "note:visa") == [])
            #expect(try quotes(library, "kind") == ["border"])
            try library.removePassage(id)
            #expect(try quotes(library, "kind") == [])
            #expect(try library.passages(numbered: [border]) == [:])
            try library.undo()
            #expect(try quotes(library, "kind") == ["border"])
        }
    }

    /// Each is one action, and undo leads back to an equal library.
    @Test(arguments: [
        PassageEdit.remove, .highlight(.pink), .highlight(nil), .bookmark(true), .bookmark(false), .tag("rome"), .tag(" new "), .untag("rome"),
    ])
    func editsOfMany(_ edit: PassageEdit) throws {
        try withPassages { library, _ in
            let before = try library.dump()
            let last = try library.nextUndo()
            let ids = try library.passages().map(\.id)
            let count = try library.edit(passages: ids + ["no such passage"], edit)
            #expect(count > 0)
            let after = try library.dump()
            #expect(after != before)
            try library.undo()
            #expect(try library.dump() == before)
            #expect(try library.nextUndo() == last)
            try library.redo()
            #expect(try library.dump() == after)
            // What is so already is no change.
            #expect(try library.edit(passages: ids, edit) == 0)
        }
    }

    @Test func exportOfSome() throws {
        try withPassages { library, _ in
            let wanted = try #require(try library.passages(PassageFilter(isNoted: true)).first?.id)
            for format in ExportFormat.allCases {
                var text = ""
                let count = try library.export(format, of: .passages([wanted])) { text += $0 }
                #expect(count == 1)
                #expect(text.contains("Ask for visas") && !text.contains("Hanoi"))
            }
        }
    }

    @Test func forgetting() throws {
        try withPassages { library, _ in
            let before = try library.dump()
            #expect(try library.actionCount() == 4)
            #expect(try library.forgetActions() == 4)
            #expect(try library.undo() == nil)
            #expect(try library.redo() == nil)
            #expect(try library.actionCount() == 0)
            #expect(try library.dump() == before)
        }
    }

    @Test func endingsNameForms() {
        #expect(ExportFormat(path: "/a/b.MD") == .markdown)
        #expect(ExportFormat(path: "b.csv") == .csv)
        #expect(ExportFormat(path: "b.jsonl") == .jsonl)
        #expect(ExportFormat(path: "b.json") == .jsonld)
        #expect(ExportFormat(path: "a.md/b") == nil)
        #expect(ExportFormat(path: ".md") == nil)
        #expect(ExportFormat(path: "") == nil)
    }
}
