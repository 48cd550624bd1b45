import TestSupport
import Testing
import Text

@testable import Search

/// Fast ways to read a segment beside the slow ones.
@Suite struct IndexLookupTests {
    private static func segment() throws -> IndexSegment {
        var random = SplitMix64(seed: 5)
        let letters = Array("aabbcde")
        let documents = (0..<300 as Range<Int64>).map { number in
            let words = (0..<30).map { _ in
                String((0..<Int.random(in: 1...7, using: &random)).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
            }
            let title = number % 3 == 0 ? words.prefix(2).joined(separator: " ") : ""
            return IndexedDocument(
                article: number, order: -number, parts: [.init(.title, title), .init(.body, words.joined(separator: " "))])
        }
        return try IndexSegment.inMemory(documents)
    }

    /// Every term is found with what a walk says of it, and nothing that lies between two of them.
    @Test func findsTheTermsThatAWalkMeets() throws {
        let segment = try Self.segment()
        var known: [[UInt8]: TermEntry] = [:]
        var cursor = TermCursor(segment)
        cursor.seek([0])
        while !cursor.isAtEnd {
            known[cursor.key] = cursor.entry
            cursor.next()
        }
        #expect(known.count == segment.termCount)
        #expect(known.count > 20 * SegmentFormat.dictionaryBlockLength)
        func found(_ key: [UInt8]) -> TermEntry? { key.withUnsafeBufferPointer { TermLookup(segment, $0).entry() } }
        for (key, entry) in known {
            #expect(found(key) == entry)
            for near in [key + [0x61], key.dropLast() + [key[key.count - 1] &+ 1], key.dropLast(), key + [0xFF]] as [[UInt8]] {
                #expect(found(near) == known[near])
            }
        }
        #expect(found([0]) == nil)
        #expect(found([0xFF, 0xFF]) == nil)
        #expect(!segment.isDamaged)
    }

    /// Positions, frequencies and counts of single postings are those of reading all one after the other.
    @Test func readsSinglePostingsAsItReadsAll() throws {
        let segment = try Self.segment()
        var random = SplitMix64(seed: 6)
        for word in ["a", "b", "aa", "ab", "c", "e", "ba"] {
            let entry = try #require(segment.entry(.form(.any), word.utf8))
            var all: [(document: UInt32, frequency: UInt32, counts: FieldCounts, places: [UInt32])] = []
            var cursor = PostingsCursor(segment, entry)
            while cursor.document != PostingsCursor.end {
                let (frequency, counts) = (cursor.frequency(), cursor.counts())
                all.append((cursor.document, frequency, counts, Array(cursor.positions())))
                cursor.next()
            }
            #expect(all.reduce(0) { $0 + $1.places.count } == entry.occurrences)
            for _ in 0..<20 {
                var cursor = PostingsCursor(segment, entry)
                for expected in all where Int.random(in: 0..<5, using: &random) == 0 {
                    #expect(cursor.advance(to: expected.document) == expected.document)
                    #expect(cursor.frequency(at: cursor.index) == expected.frequency)
                    #expect(Array(cursor.positions()) == expected.places)
                    let usual = UInt64(min(expected.frequency, 255)) << (8 * UInt64(entry.flags.usualField.rawValue))
                    if !cursor.hasOtherFields(at: cursor.index) { #expect(expected.counts.bits == usual) }
                    #expect(cursor.counts() == expected.counts)
                    #expect(Array(cursor.positions()) == expected.places)
                }
            }
        }
    }
}
