import TestSupport
import Testing
import Text

@testable import Search

@Suite struct PairedStemsTests {
    @Test func takesWhatCanBeATerm() {
        func stem(_ bytes: [UInt8], _ groups: PairedStems.Groups = .all) -> PairedStems.Stem { .init(bytes: bytes, groups: groups) }
        let stems = PairedStems([
            stem([98], .frequent), stem([97]), stem([98]), stem([]), stem([97, 0]), stem(Array(repeating: 120, count: 33)), stem([99], .middling),
            stem([100], []), stem([101], .init(rawValue: 4)),
        ])
        #expect(stems.stems == [stem([97]), stem([98], .frequent), stem([99], .middling)])
        #expect(PairedStems(term: stems.term) == stems)
        #expect([[97], [98], [99], [100], []].map { stems.place(of: $0 as [UInt8]) } == [0, 1, 2, nil, nil])
        #expect(stems.contains(pair: PairedStems.term([97], [98])) && stems.contains(pair: PairedStems.term([98], [98])))
        #expect(!stems.contains(pair: PairedStems.term([98], [99])) && !stems.contains(pair: PairedStems.term([97], [100])))
        #expect(!stems.contains(pair: [97] as [UInt8]))
        let others = PairedStems([stem([97], .middling), stem([98], .middling), stem([102])])
        #expect(stems.intersection(others) == PairedStems([stem([97], .middling)]))
    }

    @Test func hasAsManyAsFitTheirTerm() {
        let many = PairedStems((0..<1_000).map { .init(bytes: Array("\($0)".utf8) + Array(repeating: 97, count: 20), groups: .all) })
        #expect((300..<1_000).contains(many.stems.count))
        #expect(many.term.count <= SegmentFormat.longestTerm)
        #expect(PairedStems(term: many.term) == many)
        let short = PairedStems((0..<3_000).map { .init(bytes: Array("\($0)".utf8), groups: .all) })
        #expect(short.stems.count == PairedStems.most && short.term.count <= SegmentFormat.longestTerm)
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
        let fewer = PairedStems(pairs.stems.dropFirst(4))
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
            #expect(fewer.contains(pair: cursor.term))
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
        limits.frequentShare = 0.5
        limits.middlingShares = 0.1...0.2
        let documents = (0..<30).map { number -> IndexedDocument in
            let body = number < 10 || number % 2 == 0 ? "the fraud of banks" : "banks"
            return IndexedDocument(
                article: Int64(number), order: Int64(100 - number), change: Int64(number + 1),
                parts: [.init(.title, "wanted fraud \(number)"), .init(.body, body)])
        }
        let withPhrase: [Int64] = documents.filter { $0.parts[1].text.contains("of") }.map(\.article)
        let frequent = ["want", "fraud", "the", "of", "bank"].map { PairedStems.Stem(bytes: Array($0.utf8), groups: .frequent) }
        let middling = (0..<10).map { PairedStems.Stem(bytes: Array("\($0)".utf8), groups: .middling) }
        let expected = PairedStems(frequent + middling)
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
        let places = pairs.stems.map { self.places(of: $0.bytes, in: segment) }
        for (first, left) in zip(pairs.stems.map(\.bytes), places) {
            for (second, right) in zip(pairs.stems.map(\.bytes), places) where pairs.pairs(first, second) {
                var expected: [UInt32: Int] = [:]
                for (document, starts) in left {
                    let count = starts.filter { right[document]?.contains($0 + 1) == true }.count
                    if count > 0 { expected[document] = count }
                }
                var listed: [UInt32: Int] = [:]
                if let entry = segment.entry(.pair, PairedStems.term(first, second)) {
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
