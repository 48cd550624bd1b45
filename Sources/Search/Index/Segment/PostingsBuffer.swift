/// Room for one decoded block: one piece of memory, and one more for positions once any are asked for.
final class PostingsBuffer {
    let documents: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    /// ``FieldCounts``.
    let counts: UnsafeMutablePointer<UInt64>
    /// Of a form with ranks, once its positions are asked for.
    var stem: StemPositions?
    /// Behind a pointer, so that a change costs no look whether anybody else makes one.
    let positions: UnsafeMutablePointer<PositionsChunk>

    init() {
        let length = SegmentFormat.blockLength
        positions = .allocate(capacity: 1)
        positions.initialize(to: PositionsChunk())
        counts = .allocate(capacity: 2 * length)
        documents = UnsafeMutableRawPointer(counts + length).bindMemory(to: UInt32.self, capacity: length)
        frequencies = UnsafeMutableRawPointer(documents + length).bindMemory(to: UInt32.self, capacity: length)
    }

    deinit {
        counts.deallocate()
        positions.deinitialize(count: 1).deallocate()
    }
}
