// Positions of a block of 128 postings are kept in chunks of 16 postings. A chunk is a byte with a width, then, packed in
// that width, for each posting its first position and the gaps to the further ones, less one. The frequencies say
// how many numbers belong to a posting, so those before it in its chunk are passed over without being decoded. Before the
// chunks of a block that has several stands a directory: a byte with the size of its numbers, and the lengths of all chunks but the last.

extension PostingsCursor {
    /// Replaces `positions` by those of the term in the current document, ascending. Empty where the list has none.
    public mutating func readPositions(into positions: inout [UInt32]) {
        positions.removeAll(keepingCapacity: true)
        guard entry.hasPositions, document != Self.end, frequency() > 0 else { return }
        let chunk = index / SegmentFormat.chunkLength
        var before = 0
        for place in (chunk * SegmentFormat.chunkLength)..<index { before += Int(frequencies[place]) }
        guard let start = startOfChunk(chunk) else { return }
        append(Int(frequencies[index]), after: before, ofChunkAt: start, to: &positions)
    }

    /// Where a chunk of the current block lies in the file; nothing where that is not in the section.
    private func startOfChunk(_ chunk: Int) -> Int? {
        let section = segment.range(.positions)
        let block = section.lowerBound &+ entry.positions &+ positionsOffset
        guard entry.positions >= 0, block < section.upperBound, segment.storage.isIntact(block, 1) else { return noted() }
        let chunks = (count + SegmentFormat.chunkLength - 1) / SegmentFormat.chunkLength
        guard chunks > 1 else { return block }
        let size = Int(segment.storage.base.load(fromByteOffset: block, as: UInt8.self))
        let directory = 1 + (chunks - 1) * size
        guard (1...4).contains(size), directory <= section.upperBound - block, segment.storage.isIntact(block, directory)
        else { return noted() }
        var start = block + directory
        for place in 0..<chunk {
            let word: UInt64 = UInt64(
                littleEndian: segment.storage.base.loadUnaligned(fromByteOffset: block + 1 + place * size, as: UInt64.self))
            start += Int(word & (1 << UInt64(8 * size) - 1))
        }
        return start < section.upperBound ? start : noted()
    }

    private func noted() -> Int? {
        segment.storage.noteDamage()
        return nil
    }

    private func append(_ count: Int, after before: Int, ofChunkAt start: Int, to positions: inout [UInt32]) {
        guard segment.storage.isIntact(start, 1) else { return }
        let width = Int(segment.storage.base.load(fromByteOffset: start, as: UInt8.self))
        let bytes = BitPacking.byteCount(before + count, width: width)
        let end = segment.range(.positions).upperBound
        let first = (before * width) >> 3
        guard width <= 32, count <= SegmentFormat.mostWords, bytes <= end - start - 1, segment.storage.isIntact(start + 1 + first, max(1, bytes - first)) else {
            segment.storage.noteDamage()
            return
        }
        let packed = segment.storage.base + (start + 1)
        var position = UInt32.max
        positions.append(contentsOf: repeatElement(0, count: count))
        positions.withUnsafeMutableBufferPointer { positions in
            for place in 0..<count {
                position = position &+ BitPacking.value(at: before &+ place, packed, width: width) &+ 1
                positions[place] = position
            }
        }
    }
}
