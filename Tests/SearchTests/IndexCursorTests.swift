import TestSupport
import Testing
import Text

@testable import Search

@Suite struct IndexCursorTests {
    /// Articles of a few words each, so that lists have several blocks, one, and the lengths between.
    private static let segment: Result<IndexSegment, any Error> = Result {
        var random = SplitMix64(seed: 77)
        let documents = (0..<1_100 as Range<Int64>).map { number in
            var words = ["all"]
            if number % 2 == 0 { words += Array(repeating: "even", count: Int.random(in: 1...3, using: &random)) }
            if number < 128 { words.append("block") }
            if number < 129 { words.append("more") }
            if number % 37 == 5 { words.append("rare") }
            if number == 600 { words.append("zebra") }
            for _ in 0..<3 { words.append("pre" + String(Int.random(in: 0..<40, using: &random))) }
            let title = number % 3 == 0 ? "even prelude" : ""
            return IndexedDocument(
                article: number * 7 % 1_100, order: -number / 4, change: number,
                parts: [.init(.title, title), .init(.body, words.shuffled(using: &random).joined(separator: " "))])
        }
        return try IndexSegment.inMemory(documents)
    }

    private static let words = ["all", "even", "block", "more", "rare", "zebra", "pre7"]

    private func documents(_ segment: IndexSegment, _ entry: TermEntry) -> [UInt32] {
        var cursor = PostingsCursor(segment, entry)
        var documents: [UInt32] = []
        while cursor.document != PostingsCursor.end {
            documents.append(cursor.document)
            cursor.next()
        }
        return documents
    }

    @Test(arguments: words) func advancesToTheFirstFrom(word: String) throws {
        let segment = try Self.segment.get()
        let entry = try #require(segment.entry(.form(.any), word.utf8))
        let all = documents(segment, entry)
        #expect(all.count == entry.documentFrequency)
        var random = SplitMix64(seed: 9)
        for _ in 0..<60 {
            var cursor = PostingsCursor(segment, entry)
            var target: UInt32 = 0
            while cursor.document != PostingsCursor.end {
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    let expected = all.first { $0 > cursor.document } ?? PostingsCursor.end
                    #expect(cursor.next() == expected)
                case 1:
                    target = max(target, cursor.document) + UInt32.random(in: 0...400, using: &random)
                    let isThere = cursor.advanceBlock(to: target)
                    #expect(isThere || !all.contains { $0 >= target } || cursor.blockCount == 1)
                    #expect(cursor.lastDocumentOfBlock >= target || !isThere)
                    #expect(cursor.advance(to: target) == all.first { $0 >= target } ?? PostingsCursor.end)
                case 2:
                    let rest = Array(cursor.restOfBlock)
                    let frequencies = Array(cursor.frequenciesOfRest())
                    #expect(rest == Array(all.drop { $0 < cursor.document }.prefix(rest.count)) && frequencies.count == rest.count)
                    cursor.nextBlock()
                default:
                    target = cursor.document + UInt32.random(in: 0...9, using: &random)
                    #expect(cursor.advance(to: target) == all.first { $0 >= target } ?? PostingsCursor.end)
                }
            }
            #expect(cursor.next() == PostingsCursor.end && cursor.advance(to: 3) == PostingsCursor.end)
            #expect(cursor.blockImpact == 0 && cursor.restOfBlock.isEmpty)
        }
    }

    @Test func readsPositionsInAnyOrder() throws {
        let segment = try Self.segment.get()
        for word in Self.words {
            let entry = try #require(segment.entry(.stem(.any), word.utf8))
            let postings = IndexNaive.postings(segment, entry)
            var random = SplitMix64(seed: 3)
            var cursor = PostingsCursor(segment, entry)
            for posting in postings where Int.random(in: 0..<5, using: &random) == 0 {
                cursor.advance(to: posting.document)
                #expect(Array(cursor.positions()) == posting.positions)
                #expect(cursor.frequency() == UInt32(posting.positions.count))
            }
        }
    }

    /// A stored prefix says what the lists of its forms say together.
    @Test func storesFrequentPrefixes() throws {
        let segment = try Self.segment.get()
        for prefix in ["p", "pr", "pre"] {
            let entry = try #require(segment.entry(.prefix, prefix.utf8))
            var expected: [UInt32: FieldCounts] = [:]
            segment.forEachTerm(.form(.any), prefix: prefix.utf8) { _, entry in
                var cursor = PostingsCursor(segment, entry)
                while cursor.document != PostingsCursor.end {
                    expected[cursor.document] = (expected[cursor.document] ?? FieldCounts(bits: 0)).adding(cursor.counts())
                    cursor.next()
                }
                return true
            }
            var cursor = PostingsCursor(segment, entry)
            var found: [UInt32: FieldCounts] = [:]
            while cursor.document != PostingsCursor.end {
                found[cursor.document] = cursor.counts()
                #expect(cursor.frequency() == cursor.counts().total && cursor.positions().isEmpty)
                cursor.next()
            }
            #expect(found == expected && !entry.hasPositions)
        }
        #expect(segment.entry(.prefix, "e".utf8) == nil)
        try IndexCheck.check(segment)
    }

    @Test func walksTermsInOrder() throws {
        let segment = try Self.segment.get()
        var terms: [String] = []
        segment.forEachTerm(.form(.any), prefix: "pre".utf8) { term, _ in
            terms.append(String(decoding: term, as: UTF8.self))
            return terms.count < 1_000
        }
        #expect(terms == ((0..<40).map { "pre" + String($0) } + ["prelude"]).sorted())
        #expect(String(decoding: segment.terms(.form(.any), from: "pre4".utf8).term, as: UTF8.self) == "pre4")
        #expect(String(decoding: segment.terms(.form(.any), from: "pre40".utf8).term, as: UTF8.self) == "pre5")
        #expect(segment.terms(.form(.any), from: "zz".utf8).kind != .form(.any))
        #expect(segment.terms(.keyword(.flag), from: "".utf8).isAtEnd)
        for absent in ["", "a", "al", "alll", "zzz"] { #expect(segment.entry(.form(.any), absent.utf8) == nil) }
        #expect(segment.entry(.form(.title), "even".utf8)?.documentFrequency == 367)
    }

    @Test func findsDocumentsByArticleAndOrder() throws {
        let segment = try Self.segment.get()
        for document in 0..<UInt32(segment.documentCount) {
            #expect(segment.document(ofArticle: segment.article(document)) == document)
        }
        #expect(segment.document(ofArticle: -1) == nil && segment.document(ofArticle: 5_000) == nil)
        for order in -280...2 as ClosedRange<Int64> {
            let expected = (0..<UInt32(segment.documentCount)).first { segment.order($0) < order } ?? UInt32(segment.documentCount)
            #expect(segment.firstDocument(below: order) == expected)
        }
        #expect(segment.article(2_000) == 0)
    }

    @Test func tellsFieldsByPosition() throws {
        let parts: [IndexedDocument.Part] = [
            .init(.title, "one two"), .init(.kickers, "three"), .init(.body, "four five six", headings: [0..<4]),
        ]
        let segment = try IndexSegment.inMemory([IndexedDocument(article: 1, order: 1, parts: parts)])
        let fields = ["one": TextField.title, "two": .title, "three": .kickers, "four": .body, "six": .body]
        for (word, field) in fields {
            var cursor = PostingsCursor(segment, try #require(segment.entry(.form(.any), word.utf8)))
            #expect(segment.field(ofPosition: cursor.positions()[0], 0) == field)
        }
        var heading = PostingsCursor(segment, try #require(segment.entry(.form(.any), "four".utf8)))
        #expect(heading.counts()[.headings] == 1 && heading.counts()[.body] == 0)
    }

    /// The bound of a block holds under the averages of any whole that the segment is part of.
    @Test func boundsHoldUnderOtherAverages() throws {
        let segment = try Self.segment.get()
        for factor in [0.3, 1, 2.5] as [Float] {
            var statistics = segment.statistics
            statistics.words = statistics.words.map { Int(Float($0) * factor) }
            let norms = FieldNorms(statistics)
            let bound = segment.boundFactor(statistics)
            for word in Self.words {
                var cursor = PostingsCursor(segment, try #require(segment.entry(.stem(.any), word.utf8)))
                while cursor.document != PostingsCursor.end {
                    let document = cursor.document
                    let weight = norms.weight(cursor.counts()) { segment.lengthCode($0, document) }
                    #expect(weight <= ImpactCode.decode(cursor.blockImpact) * bound)
                    cursor.next()
                }
            }
        }
    }
}
