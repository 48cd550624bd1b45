import TestSupport
import Text

@testable import Search

/// Small libraries and queries over few words, so that queries often hit; in several segments, some documents replaced.
struct RandomIndex {
    var random: SplitMix64
    private static let words = [
        "govern", "governs", "government", "governance", "govenment", "fraud", "frauds", "fruad", "fraudulent", "U.N.", "un", "back", "backs",
        "treaty", "treaties", "cyber-crime", "cybercrime", "accord", "l'accord", "don't", "état", "etat", "résumé", "the", "a", "3.5", "2024", "报告",
    ]
    private static let prefixes = ["g", "go", "governm", "fr", "t", "a", "u", "cyber-c", "é", "2", "back t", "zz", "the g", "报"]
    static let languages: [Language] = [.english, .french]
    private static let marks: [Query] = [
        .topic(TopicQuery("fraud")), .topic(TopicQuery("law", isExact: true)), .tag(TagQuery("hanoi")), .state(.unread), .state(.bookmarked),
        .has(.date), .language("fr"), .file("a/b"), .note(TextQuery("deadline")), .treaty(TreatyQuery("UNCC", provision: "7")), .id("one"),
    ]

    init(seed: UInt64) { random = SplitMix64(seed: seed &* 7_919 &+ 17) }

    /// A library of `count` articles as the index has it and as it is.
    mutating func library(_ count: Int, words: Int = 24) throws -> (IndexSnapshot, NaiveLibrary) {
        var marks: [Int64: Set<Query>] = [:]
        var documents: [IndexedDocument] = []
        for number in 0..<count {
            let row = Int64(number) * 2 + 1
            documents.append(document(row, words: words))
            marks[row] = Set(Self.marks.enumerated().filter { index, _ in chance(index % 3 == 0 ? 8 : 2) }.map(\.element))
        }
        var groups: [[IndexedDocument]] = Array(repeating: [], count: Int.random(in: 1...3, using: &random))
        for document in documents { groups[Int.random(in: groups.indices, using: &random)].append(document) }
        var parts: [IndexSnapshot.Part] = []
        for group in groups {
            var removed: Set<Int64> = []
            var held = group
            // Earlier versions of articles that now stand in another segment.
            for other in documents where chance(10) && !group.contains(where: { $0.article == other.article }) {
                held.append(document(other.article, words: words))
                removed.insert(other.article)
            }
            let segment = try IndexSegment.inMemory(held, pairedStems: chance(3) ? .none : pairedStems())
            var tombstones = Tombstones()
            for row in removed { if let document = segment.document(ofArticle: row) { tombstones.insert(document) } }
            parts.append(IndexSnapshot.Part(segment, tombstones: tombstones))
        }
        return (IndexSnapshot(parts), NaiveLibrary(documents, marks: marks, languages: Self.languages))
    }

    /// Pairs of some of the stems of the words.
    mutating func pairedStems() -> PairedStems {
        let stems = ["govern", "fraud", "fraudul", "un", "back", "treati", "cybercrim", "accord", "the", "a", "état", "etat", "2024"]
            .map { Array($0.utf8) }
        let pairs = stems.flatMap { first in stems.map { (first, $0) } }
        return PairedStems(pairs.filter { _ in !chance(4) })
    }

    private mutating func document(_ row: Int64, words: Int) -> IndexedDocument {
        var parts: [IndexedDocument.Part] = [.init(.title, sentence(3))]
        if chance(2) { parts.append(.init(.deck, sentence(3))) }
        if chance(2) { parts += [.init(.kickers, sentence(1)), .init(.kickers, sentence(2))] }
        if chance(3) { parts.append(.init(.bylines, sentence(1))) }
        if chance(2) { parts.append(.init(.publisher, sentence(1))) }
        let body = sentence(Int.random(in: 0...words, using: &random))
        parts.append(.init(.body, body, headings: chance(3) && body.utf8.count > 12 ? [0..<8] : []))
        // Some at one moment, as articles without a time are.
        let order = chance(3) ? 500 : Int64.random(in: 0..<1_000, using: &random)
        return IndexedDocument(article: row, order: order, language: pick([.english, .english, .french]), parts: parts)
    }

    private mutating func sentence(_ length: Int) -> String { (0..<length).map { _ in word() }.joined(separator: " ") }

    private mutating func word() -> String { pick(Self.words) }

    mutating func query(depth: Int = 2) -> Query {
        switch Int.random(in: 0..<(depth > 0 ? 19 : 13), using: &random) {
        case 0, 1, 2: .text(TextQuery(word(), field: field()))
        case 3: .text(TextQuery(sentence(2), field: field()))
        case 4, 5: .text(TextQuery(pick(Self.prefixes), isPrefix: true, field: field()))
        case 6: .text(TextQuery(word(), match: .fuzzy(chance(2) ? 1 : 2), field: field()))
        case 7, 8: .near(NearQuery(texts(), texts(), within: Int.random(in: 0...4, using: &random), field: field()))
        case 9, 10: pick(Self.marks)
        case 11: .dates(span())
        case 12: chance(4) ? .all : .text(TextQuery(sentence(3)))
        case 13, 14: .and((0..<Int.random(in: 2...3, using: &random)).map { _ in query(depth: depth - 1) })
        case 15: .or((0..<Int.random(in: 2...3, using: &random)).map { _ in query(depth: depth - 1) })
        case 16, 17: .any((0..<Int.random(in: 2...5, using: &random)).map { _ in anyPart(depth) })
        default: .not(query(depth: depth - 1))
        }
    }

    /// Mostly words, as people type; now and then whatever a query can be.
    private mutating func anyPart(_ depth: Int) -> Query {
        chance(4) ? query(depth: depth - 1) : .text(TextQuery(word(), field: chance(3) ? field() : nil))
    }

    private mutating func span() -> DateSpan {
        func bound(_ random: inout SplitMix64) -> DateBound { .ago(Int.random(in: 0..<1_000, using: &random), .days) }
        let first = bound(&random)
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: .since(first)
        case 1: .before(first)
        case 2: .through(first)
        default: .between(first, bound(&random))
        }
    }

    /// A query that is one conjunction of words with a list each, or any of such words.
    mutating func walkedQuery() -> Query {
        let words = (0..<3).map { _ in pick(["govern", "fraud", "treaty", "accord", "back", "the", "a"]) }
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: .and(words.prefix(2).map { .text(TextQuery($0, field: chance(3) ? field() : nil)) })
        case 1: .and(words.map { .text(TextQuery($0)) })
        case 2: .and([.text(TextQuery(words[0])), .text(TextQuery(pick(["g", "fr", "t"]), isPrefix: true))])
        case 3: .text(TextQuery(words.prefix(Int.random(in: 2...3, using: &random)).joined(separator: " "), field: chance(3) ? field() : nil))
        case 4: .near(NearQuery([TextQuery(words[0])], [TextQuery(words[1])], within: Int.random(in: 0...4, using: &random)))
        default: .any(words.map { .text(TextQuery($0)) })
        }
    }

    private mutating func texts() -> [TextQuery] {
        (0..<(chance(3) ? 2 : 1)).map { _ in
            TextQuery(chance(3) ? sentence(2) : word(), match: pick([.stem, .stem, .prefix, .fuzzy(1)]))
        }
    }

    private mutating func field() -> TextField? { chance(2) ? nil : pick(TextField.allCases) }

    mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: elements.indices, using: &random)] }
}
