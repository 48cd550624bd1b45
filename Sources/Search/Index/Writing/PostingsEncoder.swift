/// Writes the posting list of one term after the other: documents, frequencies, fields and positions.
///
/// A list of up to 128 documents is a header of four bytes and a block; a longer one an array of skip entries and its
/// blocks, so the blocks of a list are held back until its end. In a block follow: gaps between documents less one, and
/// frequencies less one, both packed in the width that the largest needs (``BitPacking``); then, where a posting has words
/// outside the list's usual field, a bit for each posting and the counts of those. Positions go to a section of their own
/// (PostingsCursor+Positions), which nothing reads but phrases, nearness and marking.
///
/// Source: Lucene's and tantivy's layouts, after Zobel and Moffat, «Inverted files for text search engines», ACM
/// Computing Surveys 38(2), 2006; block maxima as PostingsCursor says.
final class PostingsEncoder {
    private let postings: SegmentSink
    private let positions: SegmentSink
    private let weights: ImpactWeights

    private var entry = TermEntry.none
    private var hasPositions = false
    private var usualShift: UInt64 = 0
    private var lastDocument = UInt32.max
    /// The current block. Plain memory: this is the inner loop of all writing.
    private let gaps = UnsafeMutablePointer<UInt32>.allocate(capacity: SegmentFormat.blockLength)
    private let frequencies = UnsafeMutablePointer<UInt32>.allocate(capacity: SegmentFormat.blockLength)
    private let counts = UnsafeMutablePointer<FieldCounts>.allocate(capacity: SegmentFormat.blockLength)
    private var count = 0
    private var occurrences = 0
    private var blockImpact: Float = 0
    private var hasOthers = false
    /// The blocks of the list so far, and their skip entries.
    private let blocks = Owned(ByteWriter(capacity: 1 << 16))
    private let skips = Owned<[Skip]>([])
    /// The positions of the current chunk, and the finished chunks of the block.
    private var chunk = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 10)
    private var chunkCapacity = 1 << 10
    private var chunkCount = 0
    private var chunkBits: UInt32 = 0
    private let chunks = Owned(ByteWriter(capacity: 1 << 12))
    private let chunkLengths = UnsafeMutablePointer<Int>.allocate(capacity: SegmentFormat.blockLength / SegmentFormat.chunkLength)
    private var chunksInBlock = 0
    private var blockPositions = 0

    private struct Skip {
        var lastDocument: UInt32
        var offset: UInt32
        var positions: UInt32
        var impact: UInt16
        var gapWidth: UInt8
        var frequencyWidth: UInt8
    }

    init(postings: SegmentSink, positions: SegmentSink, columns: DocumentColumns) {
        self.postings = postings
        self.positions = positions
        weights = ImpactWeights(columns)
    }

    deinit {
        gaps.deallocate()
        frequencies.deallocate()
        counts.deallocate()
        chunk.deallocate()
        chunkLengths.deallocate()
    }

    /// Begins a list. With `hasRanks` what is handed in as positions are ranks.
    func begin(usualField: IndexField, hasPositions: Bool, hasRanks: Bool = false) {
        entry = .none
        entry.flags = TermEntry.Flags(usualField: usualField)
        if hasPositions { entry.flags.insert(.hasPositions) }
        if hasRanks { entry.flags.insert(.hasRanks) }
        self.hasPositions = hasPositions
        usualShift = 8 * UInt64(usualField.rawValue)
        entry.positions = positions.count
        lastDocument = .max
        occurrences = 0
        blockPositions = positions.count
    }

    /// Adds a document, higher than all before, with the places of the term in it, ascending; `frequency` is their number.
    @inline(__always)
    func add(
        _ document: UInt32, frequency: UInt32, counts fields: FieldCounts, positions places: UnsafeBufferPointer<UInt32>
    ) throws(IndexError) {
        gaps[count] = document &- lastDocument &- 1
        lastDocument = document
        frequencies[count] = frequency &- 1
        counts[count] = fields
        if fields.bits & ~(0xFF &<< usualShift) != 0 { hasOthers = true }
        count &+= 1
        occurrences &+= Int(frequency)
        blockImpact = max(blockImpact, weights.weight(fields, document))
        if hasPositions {
            append(places)
            if count & (SegmentFormat.chunkLength - 1) == 0 { closeChunk() }
        }
        if count == SegmentFormat.blockLength { try closeBlock() }
    }

    @inline(__always)
    private func append(_ places: UnsafeBufferPointer<UInt32>) {
        if chunkCount &+ places.count > chunkCapacity { growChunk(by: places.count) }
        var before = UInt32.max
        var bits = chunkBits
        var end = chunkCount
        for place in places {
            let gap = place &- before &- 1
            chunk[end] = gap
            bits |= gap
            before = place
            end &+= 1
        }
        chunkCount = end
        chunkBits = bits
    }

    /// Ends the list and says where it is.
    func end() throws(IndexError) -> TermEntry {
        if count > 0 { try closeBlock() }
        entry.postings = postings.count
        entry.occurrences = occurrences
        guard blocks.value.count <= UInt32.max else { throw IndexError.tooLarge(path: "") }
        try postings.write { bytes in
            Self.append(skips.value, to: &bytes)
            bytes.append(blocks.value.bytes)
        }
        blocks.value.removeAll()
        skips.value.removeAll(keepingCapacity: true)
        return entry
    }

    private static func append(_ skips: [Skip], to bytes: inout ByteWriter) {
        if skips.count == 1 {
            bytes.append(skips[0].gapWidth)
            bytes.append(skips[0].frequencyWidth)
            bytes.append(number: skips[0].impact)
            return
        }
        for skip in skips {
            bytes.append(number: skip.lastDocument)
            bytes.append(number: skip.offset)
            bytes.append(number: skip.positions)
            bytes.append(number: skip.impact)
            bytes.append(skip.gapWidth)
            bytes.append(skip.frequencyWidth)
        }
    }

    private func closeBlock() throws(IndexError) {
        let gapWidth = Self.width(of: gaps, count)
        let frequencyWidth = Self.width(of: frequencies, count)
        let impact = ImpactCode.encode(blockImpact)
        let positionsOffset = blockPositions - entry.positions
        guard positionsOffset <= UInt32.max else { throw IndexError.tooLarge(path: "") }
        skips.value.append(
            Skip(
                lastDocument: lastDocument, offset: UInt32(truncatingIfNeeded: blocks.value.count),
                positions: UInt32(positionsOffset), impact: impact, gapWidth: UInt8(gapWidth),
                frequencyWidth: UInt8(frequencyWidth) | (hasOthers ? SegmentFormat.otherFieldsFlag : 0)))
        Self.pack(
            UnsafeBufferPointer(start: gaps, count: count), gapWidth,
            UnsafeBufferPointer(start: frequencies, count: count), frequencyWidth, into: &blocks.value)
        if hasOthers { appendOthers() }
        if hasPositions { try closePositions() }
        entry.documentFrequency += count
        entry.impact = max(entry.impact, impact)
        blockImpact = 0
        hasOthers = false
        count = 0
    }

    /// In one call, so that the bytes are reached once.
    private static func pack(
        _ gaps: UnsafeBufferPointer<UInt32>, _ gapWidth: Int, _ frequencies: UnsafeBufferPointer<UInt32>, _ frequencyWidth: Int,
        into bytes: inout ByteWriter
    ) {
        BitPacking.pack(gaps, width: gapWidth, into: &bytes)
        BitPacking.pack(frequencies, width: frequencyWidth, into: &bytes)
    }

    private static func width(of numbers: UnsafeMutablePointer<UInt32>, _ count: Int) -> Int {
        var all: UInt32 = 0
        for place in 0..<count { all |= numbers[place] }
        return BitPacking.width(of: all)
    }

    private func appendOthers() {
        let usual: UInt64 = 0xFF << usualShift
        for start in stride(from: 0, to: count, by: 8) {
            var bits: UInt8 = 0
            for place in start..<min(start + 8, count) where counts[place].bits & ~usual != 0 {
                bits |= 1 << UInt8(place - start)
            }
            blocks.value.append(bits)
        }
        for place in 0..<count where counts[place].bits & ~usual != 0 { append(counts[place].bits, usual, frequencies[place] + 1) }
    }

    /// The fields of one posting: their mask, and their counts, unless each but the usual one is 1.
    private func append(_ bits: UInt64, _ usual: UInt64, _ frequency: UInt32) {
        var mask: UInt8 = 0
        var others: UInt64 = 0
        for field in 0..<UInt64(IndexField.count) where bits >> (8 * field) & 0xFF > 0 {
            mask |= 1 << UInt8(field)
            others |= 1 << (8 * field)
        }
        others &= ~usual
        let rest = Int(frequency) - others.nonzeroBitCount
        if bits & ~usual == others, rest >= 0, bits & usual == UInt64(min(rest, 255)) << usualShift {
            blocks.value.append(mask | SegmentFormat.singleCountsFlag)
            return
        }
        blocks.value.append(mask)
        for field in 0..<UInt64(IndexField.count) where mask >> UInt8(field) & 1 == 1 {
            blocks.value.append(UInt8(truncatingIfNeeded: bits >> (8 * field)))
        }
    }
}

extension PostingsEncoder {
    @inline(never)
    private func growChunk(by more: Int) {
        while chunkCount + more > chunkCapacity { chunkCapacity *= 2 }
        let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: chunkCapacity)
        moved.update(from: chunk, count: chunkCount)
        chunk.deallocate()
        chunk = moved
    }

    private func closeChunk() {
        let numbers = UnsafeBufferPointer(start: chunk, count: chunkCount)
        chunkLengths[chunksInBlock] = Self.append(numbers, width: BitPacking.width(of: chunkBits), to: &chunks.value)
        chunksInBlock += 1
        chunkCount = 0
        chunkBits = 0
    }

    /// Returns the length in bytes.
    private static func append(_ numbers: UnsafeBufferPointer<UInt32>, width: Int, to bytes: inout ByteWriter) -> Int {
        let before = bytes.count
        bytes.append(UInt8(width))
        BitPacking.pack(numbers, width: width, into: &bytes)
        return bytes.count - before
    }

    private func closePositions() throws(IndexError) {
        if chunkCount > 0 { closeChunk() }
        let directory = UnsafeBufferPointer(start: chunkLengths, count: max(0, chunksInBlock - 1))
        try positions.write { bytes in
            if let longest = directory.max() {
                let size = (BitPacking.width(of: UInt32(longest)) + 7) / 8
                bytes.append(UInt8(size))
                for length in directory {
                    for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: length >> (8 * byte))) }
                }
            }
            bytes.append(chunks.value.bytes)
        }
        chunks.value.removeAll()
        chunksInBlock = 0
        blockPositions = positions.count
    }
}
