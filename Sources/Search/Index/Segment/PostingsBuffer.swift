/// Room for one decoded block: one piece of memory, and one more for positions once any are asked for.
final class PostingsBuffer {
    let documents: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    /// ``FieldCounts``.
    let counts: UnsafeMutablePointer<UInt64>
    var positions = PositionsChunk()
    /// Of a form with ranks, once its positions are asked for.
    var stem: StemPositions?

    init() {
        let length = SegmentFormat.blockLength
        counts = .allocate(capacity: 2 * length)
        documents = UnsafeMutableRawPointer(counts + length).bindMemory(to: UInt32.self, capacity: length)
        frequencies = UnsafeMutableRawPointer(documents + length).bindMemory(to: UInt32.self, capacity: length)
    }

    deinit { counts.deallocate() }
}
