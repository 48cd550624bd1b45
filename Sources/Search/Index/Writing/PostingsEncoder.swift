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
    private let norms: FieldNorms
    private let columns: DocumentColumns

    private var entry = TermEntry.none
    private var lastDocument = UInt32.max
    /// The current block.
    private var gaps: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var counts: [FieldCounts] = []
    private var blockImpact: Float = 0
    private var blockBase = UInt32.max
    /// The blocks of the list so far, and their skip entries.
    private var blocks = ByteWriter(capacity: 1 << 16)
    private var skips: [Skip] = []
    /// The positions of the current chunk, and the finished chunks of the block.
    private var chunk: [UInt32] = []
    private var chunks = ByteWriter(capacity: 1 << 12)
    private var chunkLengths: [Int] = []
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
        self.columns = columns
        norms = FieldNorms(columns.statistics)
    }

    /// Begins a list.
    func begin(usualField: IndexField, hasPositions: Bool) {
        entry = .none
        entry.flags = TermEntry.Flags(usualField: usualField)
        if hasPositions { entry.flags.insert(.hasPositions) }
        entry.positions = positions.count
        lastDocument = .max
        blockBase = .max
        blockPositions = positions.count
    }

    /// Adds a document, higher than all before, with the places of the term in it, ascending; `frequency` is their number.
    @inline(__always)
    func add(
        _ document: UInt32, frequency: UInt32, counts fields: FieldCounts, positions places: UnsafeBufferPointer<UInt32>
    ) throws(IndexError) {
        gaps.append(document &- lastDocument &- 1)
        lastDocument = document
        frequencies.append(frequency)
        counts.append(fields)
        entry.occurrences += Int(frequency)
        blockImpact = max(blockImpact, norms.weight(fields) { columns.lengthCode($0, document) })
        if entry.flags.contains(.hasPositions) {
            var before = UInt32.max
            for place in places {
                chunk.append(place &- before &- 1)
                before = place
            }
            if frequencies.count % SegmentFormat.chunkLength == 0 { closeChunk() }
        }
        if gaps.count == SegmentFormat.blockLength { try closeBlock() }
    }

    /// Ends the list and says where it is.
    func end() throws(IndexError) -> TermEntry {
        if !gaps.isEmpty { try closeBlock() }
        entry.postings = postings.count
        guard blocks.count <= UInt32.max else { throw IndexError.tooLarge(path: "") }
        let skips = skips
        try postings.write { bytes in
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
        try postings.append(blocks.bytes)
        blocks.removeAll()
        self.skips.removeAll(keepingCapacity: true)
        return entry
    }

    private func closeBlock() throws(IndexError) {
        let gapWidth = Self.width(of: gaps, less: 0)
        let frequencyWidth = Self.width(of: frequencies, less: 1)
        let hasOthers = counts.contains { $0.bits & ~(0xFF << (8 * UInt64(entry.flags.usualField.rawValue))) != 0 }
        let impact = ImpactCode.encode(blockImpact)
        let positionsOffset = blockPositions - entry.positions
        guard positionsOffset <= UInt32.max else { throw IndexError.tooLarge(path: "") }
        skips.append(
            Skip(
                lastDocument: lastDocument, offset: UInt32(truncatingIfNeeded: blocks.count),
                positions: UInt32(positionsOffset), impact: impact, gapWidth: UInt8(gapWidth),
                frequencyWidth: UInt8(frequencyWidth) | (hasOthers ? SegmentFormat.otherFieldsFlag : 0)))
        gaps.withUnsafeBufferPointer { BitPacking.pack($0, width: gapWidth, into: &blocks) }
        for place in frequencies.indices { frequencies[place] -= 1 }
        frequencies.withUnsafeBufferPointer { BitPacking.pack($0, width: frequencyWidth, into: &blocks) }
        if hasOthers { appendOthers() }
        if entry.flags.contains(.hasPositions) { try closePositions() }
        entry.documentFrequency += gaps.count
        entry.impact = max(entry.impact, impact)
        blockImpact = 0
        gaps.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }

    private static func width(of numbers: [UInt32], less: UInt32) -> Int {
        var all: UInt32 = 0
        for number in numbers { all |= number - less }
        return BitPacking.width(of: all)
    }

    private func appendOthers() {
        let usual: UInt64 = 0xFF << (8 * UInt64(entry.flags.usualField.rawValue))
        for start in stride(from: 0, to: counts.count, by: 8) {
            var bits: UInt8 = 0
            for place in start..<min(start + 8, counts.count) where counts[place].bits & ~usual != 0 {
                bits |= 1 << UInt8(place - start)
            }
            blocks.append(bits)
        }
        for counts in counts where counts.bits & ~usual != 0 {
            var mask: UInt8 = 0
            for field in IndexField.allCases where counts[field] > 0 { mask |= 1 << field.rawValue }
            blocks.append(mask)
            for field in IndexField.allCases where counts[field] > 0 { blocks.append(UInt8(counts[field])) }
        }
    }
}

extension PostingsEncoder {
    private func closeChunk() {
        let before = chunks.count
        let width = Self.width(of: chunk, less: 0)
        chunks.append(UInt8(width))
        chunk.withUnsafeBufferPointer { BitPacking.pack($0, width: width, into: &chunks) }
        chunkLengths.append(chunks.count - before)
        chunk.removeAll(keepingCapacity: true)
    }

    private func closePositions() throws(IndexError) {
        if !chunk.isEmpty { closeChunk() }
        let directory = chunkLengths.dropLast()
        if let longest = directory.max() {
            let size = (BitPacking.width(of: UInt32(longest)) + 7) / 8
            try positions.write { bytes in
                bytes.append(UInt8(size))
                for length in directory {
                    for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: length >> (8 * byte))) }
                }
            }
        }
        try positions.append(chunks.bytes)
        chunks.removeAll()
        chunkLengths.removeAll(keepingCapacity: true)
        blockPositions = positions.count
    }
}
