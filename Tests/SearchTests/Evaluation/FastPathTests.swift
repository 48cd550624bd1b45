import TestSupport
import Testing
import Text

@testable import Search

/// The ways that pass over windows, blocks and documents, beside scoring everything: over several windows, in lists of many blocks, with
/// words of all degrees of rarity.
@Suite struct FastPathTests {
    private static let documents = Soak.isOn ? 60_000 : 9_000
    private static let words = (0..<24).map { "w\($0)x" }
    private static let languages: [Language] = [.english]

    private static let snapshot: Result<IndexSnapshot, any Error> = Result {
        var random = SplitMix64(seed: 31)
        let documents = (0..<Self.documents).map { number in
            let body = sentence(Int.random(in: 1...7, using: &random), &random)
            let title = number % 4 == 0 ? sentence(2, &random) : ""
            return IndexedDocument(
                article: Int64(number), order: Int64(Self.documents - number / 3) << 8, parts: [.init(.title, title), .init(.body, body)])
        }
        let stems = words.prefix(16).map { Array($0.utf8) }
        let pairs = stems.flatMap { first in stems.map { (first, $0) } }.enumerated().filter { $0.offset % 5 > 0 }.map(\.element)
        let segment = try IndexSegment.inMemory(documents, pairedStems: PairedStems(pairs))
        var tombstones = Tombstones()
        for document in 0..<UInt32(segment.documentCount) where Int.random(in: 0..<9, using: &random) == 0 { tombstones.insert(document) }
        return IndexSnapshot([IndexSnapshot.Part(segment, tombstones: tombstones)])
    }

    /// Each word about four fifths as frequent as the one before.
    private static func sentence(_ length: Int, _ random: inout SplitMix64) -> String {
        var chosen: [String] = []
        while chosen.count < length {
            var index = 0
            while index < words.count - 1, Int.random(in: 0..<5, using: &random) < 4 { index += 1 }
            chosen.append(words[index])
            // In a row now and then, so that some weigh much.
            if Int.random(in: 0..<6, using: &random) == 0 { chosen.append(words[index]) }
        }
        return chosen.joined(separator: " ")
    }

    private static func query(_ random: inout SplitMix64) -> Query {
        func word() -> String { words[Int.random(in: words.indices, using: &random)] }
        func field() -> TextField? { Int.random(in: 0..<4, using: &random) == 0 ? [.title, .body].randomElement(using: &random) : nil }
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: return .any((0..<Int.random(in: 2...6, using: &random)).map { _ in .text(TextQuery(word(), field: field())) })
        case 2: return .or((0..<Int.random(in: 2...3, using: &random)).map { _ in .text(TextQuery(word(), field: field())) })
        case 3: return .and((0..<Int.random(in: 2...3, using: &random)).map { _ in .text(TextQuery(word(), field: field())) })
        case 4: return .text(TextQuery(["w1", "w2", "w"][Int.random(in: 0..<3, using: &random)], isPrefix: true, field: field()))
        case 5: return .text(TextQuery((0..<2).map { _ in word() }.joined(separator: " "), field: field()))
        default: return .text(TextQuery(word(), field: field()))
        }
    }

    @Test func findTheBestAsScoringEverythingDoes() throws {
        let snapshot = try Self.snapshot.get()
        let search = IndexSearch(snapshot, source: NaiveLibrary([], marks: [:], languages: Self.languages), languages: Self.languages)
        var exhaustive = search
        exhaustive.isExhaustive = true
        var random = SplitMix64(seed: 8)
        for round in 0..<(Soak.isOn ? 2_000 : 60) {
            let query = Self.query(&random).normalised
            let recent = round % 3 == 0 ? Int64(Self.documents) : nil
            let limit = [1, 20, 20, 150][round % 4]
            let request = SearchRequest(query, order: .relevance, limit: limit, countingTo: 0, recentAt: recent)
            let (found, expected) = (try search.search(request).hits, try exhaustive.search(request).hits)
            #expect(found == expected, "round \(round): \(query)")
        }
    }

    @Test func findTheNewestAsFindingAllDoes() throws {
        let snapshot = try Self.snapshot.get()
        let search = IndexSearch(snapshot, source: NaiveLibrary([], marks: [:], languages: Self.languages), languages: Self.languages)
        var random = SplitMix64(seed: 9)
        for round in 0..<(Soak.isOn ? 500 : 25) {
            let query = Self.query(&random).normalised
            let all = try search.search(SearchRequest(query, order: .oldest, limit: Self.documents, countingTo: 0)).hits
            let newest = try search.search(SearchRequest(query, limit: 20))
            #expect(newest.hits == Array(all.reversed().prefix(20)), "round \(round): \(query)")
            #expect(newest.count == (all.count > 10_000 ? .moreThan(10_000) : .exactly(all.count)), "round \(round): \(query)")
        }
    }
}
