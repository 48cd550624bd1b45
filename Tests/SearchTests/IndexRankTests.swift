import TestSupport
import Testing
import Text

@testable import Search

/// Forms that keep ranks among the words of their stem in place of positions.
@Suite struct IndexRankTests {
    private func article(_ number: Int64, _ body: String, title: String = "", language: Language = .english) -> IndexedDocument {
        IndexedDocument(article: number, order: -number, language: language, parts: [.init(.title, title), .init(.body, body)])
    }

    private func positions(_ segment: IndexSegment, _ kind: TermKind, _ word: String) throws -> [[UInt32]] {
        let entry = try #require(segment.entry(kind, word.utf8))
        return IndexNaive.postings(segment, entry).map(\.positions)
    }

    private func flags(_ segment: IndexSegment, _ kind: TermKind, _ word: String) throws -> TermEntry.Flags {
        try #require(segment.entry(kind, word.utf8)).flags.intersection([.hasRanks, .hasPositions, .isShared])
    }

    private func merge(_ segments: [IndexSegment]) throws -> IndexSegment {
        let bytes = try #require(try SegmentMerger(segments.map { ($0, Tombstones()) }, files: nil).merge(into: nil))
        return try IndexSegment(bytes, path: "memory", isVerified: true)
    }

    private func haveSameBytes(_ left: IndexSegment, _ right: IndexSegment) -> Bool {
        withExtendedLifetime((left, right)) { left.storage.bytes.elementsEqual(right.storage.bytes) }
    }

    @Test func keepsPositionsOnceForAFamily() throws {
        let segment = try IndexSegment.inMemory([
            article(1, "bank and banks and banking of a bank", title: "banks"),
            article(2, "banks only"), article(3, "zebra bank"),
        ])
        #expect(try positions(segment, .form(.any), "bank") == [[2, 9], [2]])
        #expect(try positions(segment, .form(.any), "banks") == [[0, 4], [1]])
        #expect(try positions(segment, .form(.any), "banking") == [[6]])
        #expect(try positions(segment, .stem(.any), "bank") == [[0, 2, 4, 6, 9], [1], [2]])
        #expect(try positions(segment, .form(.title), "banks") == [[0]])
        for form in ["bank", "banks", "banking"] { #expect(try flags(segment, .form(.any), form) == [.hasRanks, .hasPositions]) }
        #expect(try flags(segment, .stem(.any), "bank") == .hasPositions)
        // Alone with each other: one list, in a field's own lists too.
        for scope in [TermScope.any, .title] {
            let word = scope == .any ? "zebra" : "banks"
            #expect(try flags(segment, .form(scope), word) == .hasPositions)
            #expect(try flags(segment, .stem(scope), scope == .any ? "zebra" : "bank") == [.hasPositions, .isShared])
        }
        try IndexCheck.check(segment)
    }

    /// Each segment has one form of the stem, so that they share a list there; together they do not.
    @Test func makesRanksWhereSegmentsBringOtherForms() throws {
        let documents = [article(1, "the bank of a bank"), article(2, "banks"), article(3, "bank banks bank")]
        let parts = try documents.map { try IndexSegment.inMemory([$0]) }
        #expect(try flags(parts[0], .stem(.any), "bank") == [.hasPositions, .isShared])
        let merged = try merge(parts)
        #expect(try flags(merged, .form(.any), "bank") == [.hasRanks, .hasPositions])
        #expect(try positions(merged, .form(.any), "bank") == [[2, 5], [1, 3]])
        #expect(try positions(merged, .form(.any), "banks") == [[1], [2]])
        let whole = try IndexSegment.inMemory(documents)
        #expect(haveSameBytes(merged, whole))
        try IndexCheck.check(merged)
    }

    /// A form with another stem in another language has positions of its own, whichever way its segments kept it.
    @Test func keepsPositionsOfAFormWithSeveralStems() throws {
        let documents = [
            article(1, "banken bank"), article(2, "banken bank banks", language: .german), article(3, "banken"),
            article(4, "other banken", language: .other),
        ]
        let whole = try IndexSegment.inMemory(documents)
        #expect(try flags(whole, .form(.any), "banken") == .hasPositions)
        for parts in [[[0], [1], [2, 3]], [[0, 1], [2], [3]], [[0, 2], [1, 3]]] as [[[Int]]] {
            let merged = try merge(try parts.map { try IndexSegment.inMemory($0.map { documents[$0] }) })
            #expect(haveSameBytes(merged, whole), "\(parts)")
            #expect(IndexNaive(merged).difference(IndexNaive(documents).withRoundedLengths) == nil)
            try IndexCheck.check(merged)
        }
    }

    /// Segments of few articles, merged again and again in any order, with articles replaced meanwhile: as building all at once.
    @Test(arguments: 0..<60) func mergesFamiliesInAnyOrder(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let families = [
            "communication communications communicate communicating", "commonly common commons", "bank banks banking banken", "résumé resumes resume",
            "nation nations national nationale",
        ].map { $0.split(separator: " ") }
        func words(_ most: Int) -> String {
            (0...Int.random(in: 0...most, using: &random)).map { _ in
                String(families.randomElement(using: &random)?.randomElement(using: &random) ?? "")
            }.joined(separator: " ")
        }
        let documents = (1...12).map { number in
            article(Int64(number), words(3), title: words(1), language: Bool.random(using: &random) ? .english : .french)
        }
        var segments = try documents.shuffled(using: &random).map { try IndexSegment.inMemory([$0]) }
        while segments.count > 1 {
            let count = Int.random(in: 2...min(4, segments.count), using: &random)
            let merged = try merge(Array(segments.prefix(count)))
            try IndexCheck.check(merged)
            segments.removeFirst(count)
            segments.insert(merged, at: Int.random(in: 0...segments.count, using: &random))
        }
        #expect(haveSameBytes(segments[0], try IndexSegment.inMemory(documents)))
    }

    @Test func notesDamageWhereTheStemIsMissing() throws {
        let segment = try IndexSegment.inMemory([article(1, "bank banks"), article(2, "fraud")])
        var entry = try #require(segment.entry(.form(.any), "banks".utf8))
        #expect(Array(segment.stemKey(of: entry)) == [TermKind.stem(.any).byte] + Array("bank".utf8))
        entry.stem = segment.range(.dictionary).count - 1
        var cursor = PostingsCursor(segment, entry)
        #expect(cursor.positions().isEmpty && segment.isDamaged)
    }
}
