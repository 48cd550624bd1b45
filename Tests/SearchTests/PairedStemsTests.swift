import TestSupport
import Testing
import Text

@testable import Search

@Suite struct PairedStemsTests {
    @Test func takesWhatCanBeATerm() {
        let (a, b, c): ([UInt8], [UInt8], [UInt8]) = ([97], [98], [98, 99])
        let stems = PairedStems([
            (b, a), (a, b), (a, a), (a, b), ([], b), (a, [97, 0]), (Array(repeating: 120, count: 33), a), (b, c), ([31], a),
        ])
        #expect(stems.stems == [a, b, c])
        #expect(stems.pairs == [0, 1, 1 << 16, 1 << 16 | 2])
        #expect(stems.terms == [[97, 0, 97, 0, 98], [98, 0, 97, 0, 98, 99]])
        #expect(PairedStems(terms: stems.terms) == stems)
        #expect([a, b, c, [100], []].map { stems.place(of: $0) } == [0, 1, 2, nil, nil])
        #expect(stems.contains(a, b) && stems.contains(term: PairedStems.term((b, c))))
        #expect(!stems.contains(c, b) && !stems.contains(term: PairedStems.term((a, c))) && !stems.contains(term: a))
        #expect(stems.intersection(PairedStems([(c, b), (b, c), (a, a)])) == PairedStems([(a, a), (b, c)]))
    }

    @Test func hasAsManyAsItMay() {
        let stems = (0..<2_000).map { Array("\($0)".utf8) + Array(repeating: 97, count: 28) }
        let row = PairedStems(stems.map { (stems[0], $0) })
        #expect(row.pairs.count == 240)
        #expect(row.terms.allSatisfy { $0.count < SegmentFormat.longestTerm })
        let ladder = PairedStems(zip(stems, stems.dropFirst()).map { ($0, $1) })
        #expect(ladder.stems.count == PairedStems.mostStems)
        let square = PairedStems(stems.prefix(200).flatMap { first in stems.prefix(200).map { (first, $0) } })
        #expect(square.pairs.count == PairedStems.most)
        for all in [row, ladder, square] { #expect(PairedStems(terms: all.terms) == all) }
    }

    /// The list of every pair is what the places of its words say.
    @Test func listsAreWhatPlacesSay() throws {
        var found = 0
        for seed in 0..<UInt64(Soak.pick(sample: 6, full: 200)) {
            var random = IndexRandomDocuments(seed: 900 + seed, words: 30)
            let pairs = random.pairedStems()
            let all = random.documents(41)
            let parts = [Array(all.dropFirst()), Array(all.prefix(1)), []]
            let segments = try parts.map { try IndexSegment.inMemory($0, pairedStems: pairs) }
            let merged = try merged(segments)
            for segment in segments.prefix(2) + [merged] {
                #expect(segment.pairedStems == pairs)
                try IndexCheck.check(segment)
                found += try check(segment, pairs)
            }
        }
        #expect(found > 100)
    }

    /// Those that all segments have are left, and none where one has no pairs.
    @Test func mergingLeavesWhatAllHave() throws {
        var random = IndexRandomDocuments(seed: 3, words: 20)
        let pairs = random.pairedStems()
        let fewer = PairedStems(pairs.pairs.indices.dropFirst(20).map { pairs[$0] })
        let (left, right) = (random.documents(30), random.documents(50).map { document in
            var document = document
            document.article += 1_000
            return document
        })
        let both = try merged([try .inMemory(left, pairedStems: pairs), try .inMemory(right, pairedStems: fewer)])
        #expect(both.pairedStems == fewer)
        #expect(try check(both, fewer) > 0)
        #expect(IndexNaive(both).difference(IndexNaive(try .inMemory(left + right))) == nil)
        var cursor = both.terms(.pair)
        while cursor.kind == .pair {
            #expect(fewer.contains(term: cursor.term))
            cursor.next()
        }
        let none = try merged([both, try .inMemory([random.document(5_000)])])
        #expect(none.pairedStems.isEmpty && none.terms(.pair).kind == nil)
    }

    /// What is frequent is found in the first articles of a rebuild; later articles keep to it, also when the index is opened again.
    @Test func rebuildingFindsTheFrequent() throws {
        let folder = try TemporaryFolder()
        var limits = IndexLimits()
        limits.articlesSampled = 10
        limits.often = 0.5
        limits.oftenTogether = 0.6
        limits.sometimes = 0.1...0.2
        limits.sometimesTogether = 0.2
        let documents = (0..<30).map { number -> IndexedDocument in
            let body = number < 10 || number % 2 == 0 ? "the fraud of banks" : "banks"
            return IndexedDocument(
                article: Int64(number), order: Int64(100 - number), change: Int64(number + 1),
                parts: [.init(.title, "wanted fraud \(number / 2) x\(number / 2)"), .init(.body, body)])
        }
        let withPhrase: [Int64] = documents.filter { $0.parts[1].text.contains("of") }.map(\.article)
        let often = [("want", "fraud"), ("the", "fraud"), ("fraud", "of"), ("of", "bank")]
        let sometimes = (0..<5).map { ("\($0)", "x\($0)") }
        let expected = PairedStems((often + sometimes).map { (Array($0.0.utf8), Array($0.1.utf8)) })
        do {
            let index = try IndexFolder(folder.path, limits: limits)
            try index.rebuild(upTo: 30) { add in for document in documents { try add([document]) } }
            #expect(index.snapshot().parts.map(\.segment.pairedStems) == [expected])
        }
        let index = try IndexFolder(folder.path, limits: limits)
        try index.add([IndexedDocument(article: 99, order: 7, change: 31, parts: [.init(.body, "of banks")])])
        try index.commit(upTo: 31)
        #expect(index.snapshot().parts.map(\.segment.pairedStems) == [expected, expected])
        #expect(try index.articles("of banks") == withPhrase + [99])
        try index.compact()
        #expect(index.snapshot().parts.map(\.segment.pairedStems) == [expected])
        let few = try IndexFolder(folder.path + "/few", limits: limits)
        try few.rebuild(upTo: 9) { try $0(Array(documents.prefix(9))) }
        #expect(few.snapshot().parts.map(\.segment.pairedStems.isEmpty) == [true])
    }

    private func merged(_ segments: [IndexSegment]) throws -> IndexSegment {
        let bytes = try #require(try SegmentMerger(segments.map { ($0, Tombstones()) }, files: nil).merge(into: nil))
        return try IndexSegment(bytes, path: "memory", isVerified: true)
    }

    /// Returns how many pairs stand anywhere.
    private func check(_ segment: IndexSegment, _ pairs: PairedStems) throws -> Int {
        var found = 0
        let places = pairs.stems.map { self.places(of: $0, in: segment) }
        for (first, left) in zip(pairs.stems, places) {
            for (second, right) in zip(pairs.stems, places) where pairs.contains(first, second) {
                var expected: [UInt32: Int] = [:]
                for (document, starts) in left {
                    let count = starts.filter { right[document]?.contains($0 + 1) == true }.count
                    if count > 0 { expected[document] = count }
                }
                var listed: [UInt32: Int] = [:]
                if let entry = segment.entry(.pair, PairedStems.term((first, second))) {
                    var cursor = PostingsCursor(segment, entry)
                    while cursor.document != PostingsCursor.end {
                        #expect(cursor.counts()[.headings] == 0)
                        listed[cursor.document] = Int(cursor.frequency())
                        cursor.next()
                    }
                    found += 1
                }
                if listed != expected { Issue.record("\(first) \(second): \(listed) not \(expected)") }
            }
        }
        return found
    }

    private func places(of stem: [UInt8], in segment: IndexSegment) -> [UInt32: Set<UInt32>] {
        var found: [UInt32: Set<UInt32>] = [:]
        guard let entry = segment.entry(.stem(.any), stem) else { return found }
        var cursor = PostingsCursor(segment, entry)
        var positions: [UInt32] = []
        while cursor.document != PostingsCursor.end {
            cursor.readPositions(into: &positions)
            found[cursor.document] = Set(positions)
            cursor.next()
        }
        return found
    }
}

extension IndexFolder {
    /// The articles with a phrase, the newest first.
    fileprivate func articles(_ phrase: String) throws -> [Int64] {
        let naive = NaiveLibrary([], marks: [:], languages: [.english])
        let search = IndexSearch(snapshot(), source: naive, languages: [.english])
        return try search.search(SearchRequest(.text(TextQuery(phrase)))).hits.map(\.article)
    }
}
