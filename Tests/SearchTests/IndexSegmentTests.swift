import Testing
import Text

@testable import Search

@Suite struct IndexSegmentTests {
    @Test(arguments: [0, 1, 2, 17, 140, 300]) func holdsWhatItWasGiven(count: Int) throws {
        for seed in 0..<UInt64(count > 100 ? 1 : 4) {
            var random = IndexRandomDocuments(seed: seed &+ UInt64(count) << 8)
            let documents = random.documents(count)
            let segment = try IndexSegment.inMemory(documents)
            #expect(IndexNaive(segment).difference(IndexNaive(documents).withRoundedLengths) == nil)
            #expect(!segment.isDamaged)
        }
    }
}
