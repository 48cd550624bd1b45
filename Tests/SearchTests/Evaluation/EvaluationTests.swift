import Foundation
import TestSupport
import Testing
import Text

@testable import Search

@Suite struct EvaluationTests {
    /// On random libraries: the same articles as a look at every word finds, in every order; and the best of them as scoring
    /// everything finds them.
    @Test func agreesWithALookAtEveryWord() throws {
        var asked = QueryCensus()
        for seed in 0..<UInt64(Soak.pick(sample: 16, full: 200)) {
            var source = RandomIndex(seed: seed)
            let (snapshot, naive) = try source.library(Int(seed % 40) * 3)
            for _ in 0..<Soak.pick(sample: 25, full: 50) {
                let query = source.query()
                asked.note(query, hits: try check(query, snapshot, naive, seed: seed))
            }
        }
        print("queries: \(asked.summary)")
        // Else the generator would not be asking for what the grammar has.
        #expect(asked.rare(below: asked.queries / 200) == [])
        #expect(asked.withHits * 2 > asked.queries)
    }

    /// Lists of several blocks, windows that are passed over, stored prefixes.
    @Test func agreesOnLongLists() throws {
        for seed in 0..<UInt64(Soak.pick(sample: 1, full: 20)) {
            var source = RandomIndex(seed: 1_000 + seed)
            let (snapshot, naive) = try source.library(2_600, words: 9)
            for _ in 0..<Soak.pick(sample: 7, full: 15) { try check(source.query(), snapshot, naive, seed: seed) }
        }
    }

    /// Words that must all be there, phrases and nearness over many blocks, where some of the blocks are passed over.
    @Test func agreesWhereListsAreWalked() throws {
        for seed in 0..<UInt64(Soak.pick(sample: 1, full: 20)) {
            var source = RandomIndex(seed: 2_000 + seed)
            let (snapshot, naive) = try source.library(2_000, words: 9)
            for _ in 0..<Soak.pick(sample: 8, full: 20) { try check(source.walkedQuery(), snapshot, naive, seed: seed) }
        }
    }

    /// Returns how many articles match.
    @discardableResult
    private func check(_ query: Query, _ snapshot: IndexSnapshot, _ naive: NaiveLibrary, seed: UInt64) throws -> Int {
        let query = query.normalised
        let search = IndexSearch(snapshot, source: naive, languages: RandomIndex.languages)
        let expected = naive.rows(query)
        let all = try search.search(SearchRequest(query, limit: 10_000))
        guard all.hits.map(\.article) == expected, all.count == .exactly(expected.count) else {
            let missing = Set(expected).subtracting(all.hits.map(\.article)).sorted()
            let extra = Set(all.hits.map(\.article)).subtracting(expected).sorted()
            Issue.record("seed \(seed): \(query) misses \(missing), has \(extra) too, counts \(String(describing: all.count))")
            return expected.count
        }
        let oldest = try search.search(SearchRequest(query, order: .oldest, limit: 7, offset: 2, countingTo: 5))
        if oldest.hits.map(\.article) != Array(expected.reversed().dropFirst(2).prefix(7)) {
            Issue.record("seed \(seed): \(query) oldest \(oldest.hits.map(\.article))")
        }
        let bounded = oldest.count
        if bounded != (expected.count > 5 ? .moreThan(5) : .exactly(expected.count)) {
            Issue.record("seed \(seed): \(query) counts \(String(describing: bounded)) of \(expected.count)")
        }
        let titled = try search.search(SearchRequest(query, order: .title, limit: 5, countingTo: 0)).hits.map(\.article)
        if titled != Array(naive.sortedByTitle(expected).prefix(5)) { Issue.record("seed \(seed): \(query) by title") }
        try checkRanking(query, search, expected, seed: seed)
        return expected.count
    }

    private func checkRanking(_ query: Query, _ search: IndexSearch, _ expected: [Int64], seed: UInt64) throws {
        var exhaustive = search
        exhaustive.isExhaustive = true
        for recent in [nil, 1_000 as Int64] {
            let whole = SearchRequest(query, order: .relevance, limit: 10_000, countingTo: 0, recentAt: recent)
            let ranked = try exhaustive.search(whole).hits
            if Set(ranked.map(\.article)) != Set(expected) || ranked.count != expected.count {
                Issue.record("seed \(seed): \(query) ranks \(ranked.count) of \(expected.count)")
            }
            for (limit, offset) in [(1, 0), (3, 0), (10, 4), (10_000, 0)] {
                var request = whole
                request.limit = limit
                request.offset = offset
                let found = try search.search(request).hits
                if found != Array(ranked.dropFirst(offset).prefix(limit)) {
                    Issue.record("seed \(seed): \(query) best \(limit) from \(offset): \(found.prefix(3)) not \(ranked.dropFirst(offset).prefix(3))")
                }
            }
        }
    }

    /// The newest of a quarter of a million articles, the only hit being the oldest: windows once grew without end.
    @Test(.enabled(if: Soak.isOn, "a quarter of a million articles take long to index"))
    func walksThroughManyWindows() throws {
        let documents = (0..<250_000).lazy.map { number in
            IndexedDocument(article: Int64(number), order: Int64(number) << 8, parts: number == 0 ? [.init(.title, "fraud")] : [])
        }
        let search = IndexSearch(
            IndexSnapshot([IndexSnapshot.Part(try IndexSegment.inMemory(documents))]),
            source: NaiveLibrary([], marks: [:], languages: [.english]), languages: [.english])
        for order in [SearchRequest.Order.newest, .oldest, .relevance] {
            let answer = try search.search(SearchRequest(.text(TextQuery("fraud")), order: order))
            #expect(answer.hits.map(\.article) == [0])
            #expect(answer.count == .exactly(1))
        }
    }

    @Test func aCancelledSearchSaysSo() throws {
        var source = RandomIndex(seed: 5)
        let (snapshot, naive) = try source.library(30)
        let cancellation = SearchCancellation()
        cancellation.cancel()
        let search = IndexSearch(snapshot, source: naive, languages: RandomIndex.languages)
        for order in SearchRequest.Order.allCases {
            #expect(throws: SearchCancelled()) {
                try search.search(SearchRequest(.text(TextQuery("fraud")), order: order), cancellation: cancellation)
            }
        }
    }

    @Test func anEmptyIndexAnswers() throws {
        let naive = NaiveLibrary([], marks: [:], languages: [.english])
        let search = IndexSearch(IndexSnapshot([]), source: naive, languages: [.english])
        for order in SearchRequest.Order.allCases {
            #expect(try search.search(SearchRequest(.text(TextQuery("fraud")), order: order)) == SearchAnswer(hits: [], count: .exactly(0)))
        }
    }
}

@Suite struct FuzzyMatcherTests {
    /// Every pair of words of up to five letters out of three: the automaton agrees with the whole table.
    @Test func agreesWithTheTable() {
        var words = [""]
        var last = [""]
        for _ in 0..<(Soak.pick(sample: 3, full: 5)) {
            last = last.flatMap { word in ["a", "b", "é"].map { word + $0 } }
            words += last
        }
        for form in words {
            for distance in 1...2 {
                guard let fuzzy = FuzzyForm(form, distance: distance) else { continue }
                let matcher = FuzzyMatcher(fuzzy)
                for word in words where matcher.matches(word) != (NaiveLibrary.distance(form, word) <= fuzzy.distance) {
                    Issue.record("\(form) \(word) \(distance)")
                }
            }
        }
    }
}
