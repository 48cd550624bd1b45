import Foundation
import TestSupport
import Testing
import Text

@testable import Search

/// Every byte of every file of a small index changed in turn: the index says that it is damaged, or it answers as before.
@Suite struct IndexFileDamageTests {
    private static let texts = [
        "Extradition of a fraud suspect to Hanoi", "The treaty on extradition was signed in Hanoi", "Fraud and extradition: the treaty, signed",
        "Markets rose", "The convention against cybercrime", "Cybercrime and the convention in Hanoi", "Extradited at last",
    ]

    /// At least one query of each kind that the index answers, with what a person types for it.
    private static let queries = [
        "extradition", "title:fraud", "\"the convention\"", "extra*", "e*", "fruad~", "conventoin~2", "fraud NEAR/3 suspect", "the",
        "any:(fraud hanoi convention)", "fraud OR cybercrime", "convention -fraud", "NOT hanoi", "(treaty OR convention) text:hanoi", "text:extradited",
    ]

    /// Two segments, one with replaced and removed articles, a manifest.
    private func makeIndex(_ folder: TemporaryFolder) throws {
        var limits = IndexLimits()
        limits.goneShare = 1
        let index = try IndexFolder(folder.path, limits: limits)
        for (change, range) in [0..<4, 3..<7].enumerated() {
            try index.add(
                range.map { number in
                    let text = Self.texts[number]
                    let parts: [IndexedDocument.Part] = [.init(.title, "Number \(number) \(text.prefix(20))"), .init(.body, text)]
                    return IndexedDocument(article: Int64(number), order: Int64(number) << 8, change: Int64(change + 1), parts: parts)
                })
            if change == 1 { index.remove([1]) }
            try index.commit(upTo: Int64(change + 1))
            try index.flush()
        }
    }

    private enum Answer: Hashable {
        case hits([Int64], HitCount?)
        case damaged
    }

    /// What the index says to everything; `damaged` where it says so instead.
    private func answers(_ folder: TemporaryFolder) throws -> [Answer] {
        let index: IndexFolder
        do throws(IndexError) {
            index = try IndexFolder(folder.path, readOnly: true)
        } catch {
            switch error {
            case .damaged, .newer, .outdated: return Self.requests.map { _ in .damaged }
            case .locked, .diskFull, .readOnly, .storage, .tooLarge: throw error
            }
        }
        let source = NaiveLibrary([], marks: [:], languages: [.english])
        let search = IndexSearch(index.snapshot(), source: source, languages: [.english])
        return try Self.requests.map { request in
            do {
                let found = try search.search(request)
                return .hits(found.hits.map(\.article), found.count)
            } catch IndexError.damaged { return .damaged }
        }
    }

    private static let requests: [SearchRequest] = queries.flatMap { text in
        guard let query = try? Query(text, capabilities: .everything) else { return [SearchRequest]() }
        return [SearchRequest.Order.newest, .relevance].map { SearchRequest(query, order: $0, limit: 100) }
    }

    @Test func eachChangedByteIsFoundOrHarmless() throws {
        let folder = try TemporaryFolder()
        try makeIndex(folder)
        let names = folder.names.filter { $0 != "lock" }
        #expect(names.map { $0.prefix { $0.isLetter } } == ["manifest", "segment", "segment", "segment"])
        #expect(names.contains { $0.contains(".gone-") })
        let whole = try answers(folder)
        #expect(Self.requests.count == 2 * Self.queries.count)
        #expect(!whole.contains(.damaged) && !whole.contains(.hits([], .exactly(0))))
        var places = 0
        var detected = 0
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.full(name)))
            for place in stride(from: 0, to: bytes.count, by: bytes.count < 500 ? Soak.pick(sample: 13, full: 1) : Soak.pick(sample: 463, full: 1)) {
                var random = SplitMix64(seed: UInt64(place))
                let others = (0..<Soak.pick(sample: 0, full: 8)).map { UInt8(1) << $0 }
                for difference in [UInt8.random(in: 1...255, using: &random)] + others {
                    var changed = bytes
                    changed[place] ^= difference
                    try changed.write(to: URL(fileURLWithPath: folder.full(name)))
                    let found = try answers(folder)
                    places += 1
                    if found.contains(.damaged) { detected += 1 }
                    for (found, expected) in zip(found, whole) where found != .damaged && found != expected {
                        Issue.record("\(name), byte \(place): \(found) and not \(expected)")
                    }
                }
            }
            try bytes.write(to: URL(fileURLWithPath: folder.full(name)))
            #expect(try answers(folder) == whole)
        }
        print("changes of a byte: \(places) in \(names.count) files; found \(detected), the others harmless")
    }
}
