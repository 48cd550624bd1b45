/// Room for one decoded block.
final class PostingsBuffer {
    let documents = UnsafeMutablePointer<UInt32>.allocate(capacity: SegmentFormat.blockLength)
    let frequencies = UnsafeMutablePointer<UInt32>.allocate(capacity: SegmentFormat.blockLength)
    /// ``FieldCounts``.
    let counts = UnsafeMutablePointer<UInt64>.allocate(capacity: SegmentFormat.blockLength)
    var positions = PositionsChunk()

    deinit {
        documents.deallocate()
        frequencies.deallocate()
        counts.deallocate()
    }
}
