import Testing
import Text

@testable import Search

@Suite struct IndexMergeTests {
    /// The bytes of the two ways must be the same: not only what can be read of them.
    @Test(arguments: [1, 2, 3, 9]) func equalsBuildingAtOnce(count: Int) throws {
        for seed in 0..<3 as Range<UInt64> {
            var random = IndexRandomDocuments(seed: seed &+ UInt64(count) << 16)
            let documents = random.documents(Int.random(in: 0...70, using: &random.random))
            var segments: [[IndexedDocument]] = Array(repeating: [], count: count)
            for document in documents { segments[Int.random(in: 0..<count, using: &random.random)].append(document) }
            let pairs = random.pairedStems()
            let merged = try merge(try segments.map { (try IndexSegment.inMemory($0, pairedStems: pairs), Tombstones()) })
            let whole = try IndexSegment.inMemory(documents, pairedStems: documents.isEmpty ? .none : pairs)
            #expect(merged.storage.bytes.elementsEqual(whole.storage.bytes))
            #expect(!merged.isDamaged)
        }
    }

    @Test func leavesOutWhatIsGone() throws {
        var random = IndexRandomDocuments(seed: 5)
        let documents = random.documents(90)
        let gone = Set(documents.map(\.article).filter { _ in Int.random(in: 0..<3, using: &random.random) == 0 })
        let inputs = try [documents[..<30], documents[30..<31], documents[31...]].map { part in
            let segment = try IndexSegment.inMemory(part)
            var tombstones = Tombstones()
            for document in 0..<UInt32(segment.documentCount) where gone.contains(segment.article(document)) {
                tombstones.insert(document)
            }
            return (segment, tombstones)
        }
        let merged = try merge(inputs)
        let whole = try IndexSegment.inMemory(documents.filter { !gone.contains($0.article) })
        #expect(IndexNaive(merged).difference(IndexNaive(whole)) == nil)
    }

    @Test func endsWhenCancelled() throws {
        var random = IndexRandomDocuments(seed: 6)
        let cancellation = SearchCancellation()
        cancellation.cancel()
        let segment = try IndexSegment.inMemory(random.documents(150))
        let merger = SegmentMerger([(segment, Tombstones())], files: nil, pace: MergePace(cancellation: cancellation))
        #expect(throws: SearchCancelled()) { try merger.merge(into: nil) }
    }

    private func merge(_ inputs: [(IndexSegment, Tombstones)]) throws -> IndexSegment {
        let bytes = try #require(try SegmentMerger(inputs, files: nil).merge(into: nil))
        return try IndexSegment(bytes, path: "memory", isVerified: true)
    }
}
