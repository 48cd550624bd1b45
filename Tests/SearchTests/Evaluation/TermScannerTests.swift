import Testing

@testable import Search

@Suite struct TermScannerTests {
    /// Every kind's terms, with what passing over leaves of those that begin alike.
    @Test(arguments: [0, 2, 3, 4])
    func readsWhatTheCursorReads(dead: Int) throws {
        var source = RandomIndex(seed: 77)
        let documents = (0..<400).map { number in
            let words = (0..<4).map { _ in "w\(Int.random(in: 0..<3_000, using: &source.random))" }.joined(separator: " ")
            return IndexedDocument(article: Int64(number), order: Int64(number), parts: [.init(.title, words), .init(.body, words)])
        }
        let segment = try IndexSegment.inMemory(documents)
        for kind in [TermKind.form(.any), .form(.title), .form(.deck), .stem(.any), .stem(.publisher)] {
            var expected: [[UInt8]] = []
            var counts: [Int] = []
            segment.forEachTerm(kind, prefix: [UInt8]()) { term, entry in
                expected.append(Array(term))
                counts.append(entry.documentFrequency)
                return true
            }
            var scanner = TermScanner(segment, kind)
            defer { scanner.deallocate() }
            var found: [[UInt8]] = []
            var foundCounts: [Int] = []
            while scanner.next(passingOver: min(dead, scanner.length)) {
                found.append(Array(UnsafeBufferPointer(start: scanner.key, count: scanner.length).dropFirst()))
                foundCounts.append(scanner.documentFrequency)
            }
            if dead == 0 {
                #expect(found == expected)
                #expect(foundCounts == counts)
            }
            // A beginning is met, whatever is passed over of it, and in order.
            let beginnings = Set(expected.map { $0.prefix(max(0, dead - 1)) })
            #expect(Set(found.map { $0.prefix(max(0, dead - 1)) }) == beginnings)
            #expect(found == found.sorted { $0.lexicographicallyPrecedes($1) })
            #expect(Set(found).isSubset(of: expected))
        }
    }
}
