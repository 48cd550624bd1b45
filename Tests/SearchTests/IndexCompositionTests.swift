import Testing

@testable import Search

@Suite struct IndexCompositionTests {
    @Test func addsUpToTheWhole() throws {
        var random = IndexRandomDocuments(seed: 4)
        let segments = try [30, 200].map { try IndexSegment.inMemory(random.documents($0), pairedStems: random.pairedStems()) }
        let snapshot = IndexSnapshot(segments.map { IndexSnapshot.Part($0) })
        let composition = IndexComposition(snapshot)
        #expect(composition.bytes.reduce(0) { $0 + $1.bytes } == segments.reduce(0) { $0 + $1.size })
        for (share, bytes) in composition.bytes where share != .prefixes { #expect(bytes > 0, "\(share)") }
        #expect(composition[.norms] == 230 * IndexField.count)
    }
}
