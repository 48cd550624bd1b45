import Articles
import Library
import Search
import TestSupport
import Topics

/// Small libraries and queries over few words, so that queries often hit.
struct RandomLibrary {
    private var random: SplitMix64
    private static let words = [
        "govern", "governs", "government", "governance", "fraud", "frauds", "fraudulent", "U.N.", "un", "back", "backs", "treaty", "treaties",
        "cyber-crime", "cybercrime", "accord", "accords", "l'accord", "don't", "état", "etat", "résumé", "resume", "the", "a", "3.5", "2024", "报告",
    ]
    private static let prefixes = ["g", "go", "governm", "fr", "t", "a", "u", "cyber-c", "é", "2", "back t", "zz"]
    private static let provisions = ["UNCC:37", "UNCC:63", "BC:9", "FATF:R.3", "USC:18:1030"]
    private static let topics: [TopicID] = ["extradition", "csam", "law"]

    init(seed: UInt64) { random = SplitMix64(seed: seed &+ 1_000) }

    mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }

    mutating func word() -> String { pick(Self.words) }

    mutating func files(_ count: Int) -> [FileOutcome] {
        (0..<count).map { number in
            .file(
                "\(number)",
                [
                    .test(
                        sentence(3), sentence(12) + "\n\n" + sentence(6), date: pick([nil, "2023", "2024-02", "2024-02-03", "2024-02-03T10:00:00Z"]),
                        topics: Self.topics.filter { _ in chance(3) }, id: "id \(number)", language: pick(["en", "en", "fr", nil, "zh"]),
                        deck: chance(2) ? sentence(2) : nil, kickers: chance(2) ? [word(), word()] : [], publisher: chance(2) ? word() : nil,
                        hasLink: chance(3), citations: Self.provisions.filter { _ in chance(4) })
                ], stamp: Int64(number))
        }
    }

    /// What the articles of files cite, by their ids.
    static func citations(of files: [FileOutcome]) -> [String: [ProvisionID]] {
        var citations: [String: [ProvisionID]] = [:]
        for case .read(_, _, _, let articles) in files {
            for incoming in articles { citations[incoming.article.id ?? ""] = incoming.tagging.citations }
        }
        return citations
    }

    private mutating func sentence(_ length: Int) -> String { (0..<length).map { _ in word() }.joined(separator: " ") }

    mutating func note() -> String { sentence(Int.random(in: 1...6, using: &random)) }

    /// Random doings of a person, on all that a query can ask for.
    mutating func act(on library: Library, _ ids: [ArticleID]) throws {
        let id = pick(ids)
        let start = Int.random(in: 0..<3, using: &random)
        switch Int.random(in: 0..<13, using: &random) {
        case 12: try act(onFeedsOf: library)
        case 0: try library.setRead([id, pick(ids)], chance(2))
        case 1: try library.tag([id], word())
        case 2: try library.setStar([id, pick(ids)], chance(3) == false)
        case 3, 4: try library.setNote(chance(4) ? nil : note(), in: id, range: start..<(start + 2))
        case 5: try library.setHighlight(chance(3) ? nil : pick(HighlightColour.allCases), in: id, range: start..<(start + 2))
        case 6: try library.toggleBookmark(in: id, range: start..<(start + 2))
        case 7:
            let place = Passage(start: 0, end: start > 0 ? 1 : 0)
            try library.decide(pick([.accepted, .rejected, nil]), on: pick(Self.topics), in: place, of: id)
        case 8: if chance(2) { try library.undo() } else { try library.redo() }
        case 9: try act(onDocumentsOf: library)
        case 10: try library.setInterest(chance(3) ? nil : start, in: pick(Self.topics))
        default: if chance(3) { try library.trash([id]) } else { try library.restore([id, pick(ids)]) }
        }
    }

    private mutating func act(onFeedsOf library: Library) throws {
        let feeds = try library.feeds()
        guard !feeds.isEmpty, !chance(2) else {
            try library.addFeed(Feed(url: "https://\(Int.random(in: 0..<4, using: &random)).example/feed", title: chance(2) ? word() : nil))
            return
        }
        var feed = pick(feeds)
        if chance(2) { try library.removeFeed(feed.id) } else {
            feed.title = word()
            try library.changeFeed(feed)
        }
    }

    private mutating func act(onDocumentsOf library: Library) throws {
        let searches = try library.savedSearches()
        guard !searches.isEmpty, !chance(3) else {
            try library.saveSearch(name: word(), query: word())
            return
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: try library.moveSearch(pick(searches).id, to: Int.random(in: 0...searches.count, using: &random))
        case 1: try library.setSearch(pick(searches).id, query: word())
        default: try library.removeDocuments([pick(searches).id])
        }
    }

    private mutating func condition() -> Query {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: .state(pick([.starred, .noted, .highlighted]))
        case 1: .has(pick([.notes, .highlights, .links]))
        case 2: .treaty(TreatyQuery(pick(["UNCC", "bc", "FATF", "U", "NONE"]), isPrefix: chance(3)))
        case 3: .treaty(TreatyQuery(pick(["UNCC", "BC", "FATF"]), provision: pick(["37", "14", "9", "r.3", "1", "6", "63"]), isPrefix: chance(2)))
        case 4: .note(TextQuery(pick(Self.prefixes), isPrefix: true))
        case 5: .note(TextQuery(sentence(2)))
        default: .note(TextQuery(word()))
        }
    }

    mutating func query(depth: Int = 2) -> Query {
        switch Int.random(in: 0..<(depth > 0 ? 17 : 9), using: &random) {
        case 13...16: condition()
        case 0, 1, 2: .text(TextQuery(word(), field: field()))
        case 3: .text(TextQuery(sentence(2), field: field()))
        case 4, 5: .text(TextQuery(pick(Self.prefixes), isPrefix: true, field: field()))
        case 6: .topic(TopicQuery(pick(["law", "extradition", "international-cooperation", "none"]), isExact: chance(3)))
        case 7: .state(pick([.read, .unread]))
        case 8: chance(2) ? .tag(TagQuery(word())) : .dates(.between(.date(CalendarDate("2024-02")!), .date(CalendarDate("2024-02")!)))
        case 9, 10: .and([query(depth: depth - 1), query(depth: depth - 1)])
        case 11: .or([query(depth: depth - 1), query(depth: depth - 1)])
        default: .not(query(depth: depth - 1))
        }
    }

    private mutating func field() -> TextField? { chance(2) ? nil : pick(TextField.allCases) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }
}
