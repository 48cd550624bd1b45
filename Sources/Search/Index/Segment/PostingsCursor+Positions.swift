// Positions of a block of 128 postings are kept in chunks of 16 postings. A chunk is a byte with a width, then, packed
// in that width, for each posting its first position and the gaps to the further ones, less one. The frequencies say
// how many numbers belong to a posting, so those before it in its chunk are passed over without being decoded. Before
// the chunks of a block that has several stands a directory: a byte with the size of its numbers, and the lengths of
// all chunks but the last.
//
// A form that has only one stem, which has other forms too, keeps no positions of its own: they would be written a second
// time with the stem. It keeps ranks: which of its stem's words in the document are its own, from 0. Mostly an article has
// a word in one form only, so that ranks are 0, 1, 2, whose gaps take no bits. Ranks do not change when segments merge.

extension PostingsCursor {
    /// Replaces `positions` by those of the term in the current document, ascending. Empty where the list has none.
    public mutating func readPositions(into positions: inout [UInt32]) {
        positions.removeAll(keepingCapacity: true)
        positions.append(contentsOf: self.positions())
    }

    /// The positions of the term in the current document, ascending. Empty where the list has none. Valid until the
    /// cursor moves.
    ///
    /// A chunk is found when it is first asked for, and of it nothing is decoded but what is asked for. Where there are ranks,
    /// the stem's list is read as well.
    @inline(__always)
    public mutating func positions() -> UnsafeBufferPointer<UInt32> {
        entry.flags.contains(.hasRanks) ? positionsOfStem() : storedPositions()
    }

    @inline(never)
    private mutating func positionsOfStem() -> UnsafeBufferPointer<UInt32> {
        let ranks = storedPositions()
        guard document != Self.end else { return ranks }
        let stem = buffer.stem ?? StemPositions(segment, entry)
        buffer.stem = stem
        return stem.positions(ranks, in: document)
    }

    /// The positions of the current document as they are written; ranks, where the list has those.
    mutating func storedPositions() -> UnsafeBufferPointer<UInt32> {
        guard entry.hasPositions, document != Self.end else { return UnsafeBufferPointer(start: nil, count: 0) }
        let chunk = index / SegmentFormat.chunkLength
        if !buffer.positions.pointee.holds(block: block, chunk: chunk) { find(chunk) }
        return buffer.positions.pointee.decode(index % SegmentFormat.chunkLength, frequencies + chunk * SegmentFormat.chunkLength)
    }

    @inline(never)
    private mutating func find(_ chunk: Int) {
        let first = chunk * SegmentFormat.chunkLength
        let postings = first..<min(first + SegmentFormat.chunkLength, count)
        if !hasFrequencies { unpackFrequencies(postings) }
        var total = 0
        for place in postings { total += Int(frequencies[place]) }
        guard let start = startOfChunk(chunk), let width = width(ofChunkAt: start, count: total) else {
            segment.storage.noteDamage()
            buffer.positions.pointee.begin(nil, width: 0, block: block, chunk: chunk)
            return
        }
        buffer.positions.pointee.begin(segment.storage.base + (start + 1), width: width, block: block, chunk: chunk)
    }

    /// Where a chunk of the current block lies in the file; nothing where that is not in the section. Changes nothing: called on a
    /// cursor that is being changed, a method that cannot change it gets a copy.
    private mutating func startOfChunk(_ chunk: Int) -> Int? {
        let section = segment.range(.positions)
        let block = section.lowerBound &+ entry.positions &+ positionsOffset
        guard entry.positions >= 0, entry.positions <= section.count, block < section.upperBound,
            segment.storage.isIntact(block, 1)
        else { return nil }
        let chunks = (count + SegmentFormat.chunkLength - 1) / SegmentFormat.chunkLength
        guard chunks > 1 else { return block }
        let size = Int(segment.storage.base.load(fromByteOffset: block, as: UInt8.self))
        let directory = 1 + (chunks - 1) * size
        guard (1...4).contains(size), directory <= section.upperBound - block, segment.storage.isIntact(block, directory)
        else { return nil }
        var start = block + directory
        for place in 0..<chunk {
            let word = UInt64(
                littleEndian: segment.storage.base.loadUnaligned(fromByteOffset: block + 1 + place * size, as: UInt64.self))
            start += Int(word & (1 << UInt64(8 * size) - 1))
        }
        return start < section.upperBound ? start : nil
    }

    /// The width of the `count` numbers of the chunk at `start`; nothing where they are not all in the section. Changes nothing.
    private mutating func width(ofChunkAt start: Int, count: Int) -> Int? {
        guard segment.storage.isIntact(start, 1) else { return nil }
        let width = Int(segment.storage.base.load(fromByteOffset: start, as: UInt8.self))
        let bytes = BitPacking.byteCount(count, width: width)
        guard width <= 32, count <= SegmentFormat.mostWords * SegmentFormat.chunkLength,
            bytes < segment.range(.positions).upperBound - start, segment.storage.isIntact(start, bytes + 1)
        else { return nil }
        return width
    }
}

/// A chunk of positions, and those of one of its postings decoded.
struct PositionsChunk: ~Copyable {
    private var block = -1
    private var chunk = -1
    /// The numbers of the chunk; nothing where it is damaged.
    private var packed: UnsafeRawPointer?
    private var width = 0
    /// The numbers that the postings before ``next`` have.
    private var passed = 0
    private var next = 0
    private var values: UnsafeMutablePointer<UInt32>?
    private var capacity = 0

    init() {}

    deinit { values?.deallocate() }

    /// Forgets what it holds: it is of another list.
    mutating func forget() { block = -1 }

    @inline(__always)
    func holds(block: Int, chunk: Int) -> Bool { self.block == block && self.chunk == chunk }

    mutating func begin(_ packed: UnsafeRawPointer?, width: Int, block: Int, chunk: Int) {
        self.packed = packed
        self.width = width
        self.block = block
        self.chunk = chunk
        (next, passed) = (0, 0)
    }

    /// The positions of posting `place` of the chunk, whose postings have `frequencies`: none where the chunk is damaged.
    mutating func decode(_ place: Int, _ frequencies: UnsafePointer<UInt32>) -> UnsafeBufferPointer<UInt32> {
        guard let packed else { return UnsafeBufferPointer(start: nil, count: 0) }
        if place < next { (next, passed) = (0, 0) }
        while next < place {
            passed &+= Int(frequencies[next])
            next &+= 1
        }
        let count = Int(frequencies[place])
        let values = room(count)
        var position = UInt32.max
        for index in 0..<count {
            position = position &+ BitPacking.value(at: passed &+ index, packed, width: width) &+ 1
            values[index] = position
        }
        return UnsafeBufferPointer(start: values, count: count)
    }

    @inline(__always)
    private mutating func room(_ count: Int) -> UnsafeMutablePointer<UInt32> {
        if let values, count <= capacity { return values }
        values?.deallocate()
        capacity = max(count, 2 * capacity, 128)
        let made = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        values = made
        return made
    }
}
