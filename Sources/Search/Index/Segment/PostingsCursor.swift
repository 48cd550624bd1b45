/// Walks the documents of a term in a segment, the newest first.
///
/// A list is a row of blocks of 128 documents. Each block has a skip entry: its last document, where it lies, and the
/// greatest weight that any of its postings gives (block-max: Ding and Suel, «Faster top-k document retrieval using
/// block-max indexes», SIGIR 2011). So blocks whose bound is too low, or that end too early, are passed over without
/// being decoded. Documents, frequencies and positions of a block are decoded separately, each only where they are
/// asked for.
///
/// A copy shares the decoded block with its original: use only one of the two from then on. Used by one thread. Damage
/// ends the list and is noted in the segment.
public struct PostingsCursor {
    /// Where there is no further document.
    public static let end = UInt32.max

    public let segment: IndexSegment
    public let entry: TermEntry
    /// The current document, or ``end``. A new cursor stands on the first.
    public private(set) var document = PostingsCursor.end
    /// The number of the current block. Several blocks on after ``advanceBlock(to:)``.
    public private(set) var block = 0

    let blockCount: Int
    let skipEntries: SkipEntries
    /// In bytes of the file.
    private let skips: Int
    private let data: Int
    let limit: Int

    let buffer: PostingsBuffer
    let documents: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    private(set) var index = 0
    private(set) var count = 0
    private(set) var isLoaded = false
    var hasFrequencies = false
    var hasCounts = false
    private(set) var frequenciesOffset = 0
    /// The frequencies of the current block as they are packed, less one each.
    private var packed: UnsafeRawPointer
    private var packedWidth = 0
    /// A bit for each posting of the current block that has words outside the usual field; nothing where none has.
    private(set) var otherFields: UnsafePointer<UInt8>?

    /// The documents of the term with `entry`, which must be of `segment`.
    public init(_ segment: IndexSegment, _ entry: TermEntry) {
        self.init(segment, entry, PostingsBuffer())
    }

    /// The same with room that no other cursor uses any more.
    init(_ segment: IndexSegment, _ entry: TermEntry, _ buffer: PostingsBuffer) {
        self.buffer = buffer
        buffer.positions.pointee.forget()
        buffer.stem = nil
        self.segment = segment
        self.entry = entry
        documents = buffer.documents
        frequencies = buffer.frequencies
        packed = segment.storage.base
        let section = segment.range(.postings)
        limit = section.upperBound
        skips = section.lowerBound &+ entry.postings
        let blocks = (entry.documentFrequency + SegmentFormat.blockLength - 1) / SegmentFormat.blockLength
        let isShort = blocks == 1
        let head = isShort ? SegmentFormat.shortHeaderLength : blocks * SegmentFormat.skipLength
        data = skips &+ head
        let isSound = entry.postings >= 0 && entry.postings <= section.count && head <= section.count - entry.postings
            && entry.documentFrequency <= segment.documentCount
        blockCount = isSound && segment.storage.isIntact(skips, head) ? blocks : 0
        skipEntries = SkipEntries(
            segment.storage.base + (blockCount > 0 ? skips : 0), isShort: blockCount == 1, documents: segment.documentCount)
        if blockCount < blocks { segment.storage.noteDamage() }
        if blockCount > 0 { next() }
    }

    /// The documents of the list, with those replaced or removed since.
    public var documentFrequency: Int { entry.documentFrequency }

    // MARK: Skip entries

    @inline(__always)
    private func load<Number: FixedWidthInteger>(_ offset: Int) -> Number {
        Number(littleEndian: segment.storage.base.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    @inline(__always)
    private var isShort: Bool { blockCount == 1 }

    /// The last document of block `number`; of the only one of a short list, the highest there can be.
    @inline(__always)
    public func lastDocument(ofBlock number: Int) -> UInt32 { skipEntries.lastDocument(ofBlock: number) }

    /// An ``ImpactCode`` that no posting of block `number` exceeds.
    @inline(__always)
    public func impact(ofBlock number: Int) -> UInt16 { skipEntries.impact(ofBlock: number) }

    /// The same as a value that holds on to nothing: valid as long as the segment is held.
    struct SkipEntries {
        private let start: UnsafeRawPointer
        private let isShort: Bool
        private let lastOfShort: UInt32

        init(_ start: UnsafeRawPointer, isShort: Bool, documents: Int) {
            self.start = start
            self.isShort = isShort
            lastOfShort = UInt32(truncatingIfNeeded: documents &- 1)
        }

        @inline(__always)
        func lastDocument(ofBlock number: Int) -> UInt32 {
            isShort ? lastOfShort : load(number &* SegmentFormat.skipLength)
        }

        @inline(__always)
        func impact(ofBlock number: Int) -> UInt16 {
            load(isShort ? 2 : number &* SegmentFormat.skipLength &+ 12)
        }

        @inline(__always)
        private func load<Number: FixedWidthInteger>(_ offset: Int) -> Number {
            Number(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: Number.self))
        }
    }

    /// Where the positions of the current block lie after those of the list.
    var positionsOffset: Int {
        isShort ? 0 : Int(load(skips &+ block &* SegmentFormat.skipLength &+ 8) as UInt32)
    }

    @inline(__always)
    var widths: (gaps: Int, frequencies: UInt8) { widths(ofBlock: block) }

    @inline(__always)
    func widths(ofBlock number: Int) -> (gaps: Int, frequencies: UInt8) {
        let offset = isShort ? skips : skips &+ number &* SegmentFormat.skipLength &+ 14
        return (Int(load(offset) as UInt8), load(offset &+ 1))
    }

    // MARK: Moving

    /// The last document of the current block, or ``end``.
    @inline(__always)
    public var lastDocumentOfBlock: UInt32 { block < blockCount ? lastDocument(ofBlock: block) : Self.end }

    /// An ``ImpactCode`` that no posting of the current block exceeds; 0 at the end.
    @inline(__always)
    public var blockImpact: UInt16 { block < blockCount ? impact(ofBlock: block) : 0 }

    /// Goes to the block that holds the first document from `target` on, without decoding it: ``document`` stays behind
    /// until the next ``advance(to:)`` or ``next()``. False where no such document is left.
    @inline(__always)
    @discardableResult
    public mutating func advanceBlock(to target: UInt32) -> Bool {
        guard block < blockCount else { return false }
        if lastDocument(ofBlock: block) >= target { return true }
        return skipBlocks(to: target)
    }

    /// Doubles its steps, then halves them.
    private mutating func skipBlocks(to target: UInt32) -> Bool {
        isLoaded = false
        var step = 1
        var low = block + 1
        while low + step - 1 < blockCount, lastDocument(ofBlock: low + step - 1) < target {
            low += step
            step *= 2
        }
        var high = min(blockCount, low + step - 1)
        while low < high {
            let middle = (low + high) / 2
            if lastDocument(ofBlock: middle) < target { low = middle + 1 } else { high = middle }
        }
        block = low
        return block < blockCount
    }

    /// Goes to the first document from `target` on, never backwards, and returns it.
    @inline(__always)
    @discardableResult
    public mutating func advance(to target: UInt32) -> UInt32 {
        if document >= target, isLoaded { return document }
        guard advanceBlock(to: target), isLoaded || loadBlock() else { return finish() }
        return seekInBlock(target)
    }

    @inline(__always)
    private mutating func seekInBlock(_ target: UInt32) -> UInt32 {
        var low = index
        // Mostly near: eight steps, then halving.
        let near = min(count, low + 8)
        while low < near, documents[low] < target { low += 1 }
        if low == near {
            var high = count
            while low < high {
                let middle = (low + high) >> 1
                if documents[middle] < target { low = middle + 1 } else { high = middle }
            }
        }
        // The only block of a short list may end before the target.
        guard low < count else { return finish() }
        index = low
        document = documents[low]
        return document
    }

    /// Goes to the next document and returns it.
    @inline(__always)
    @discardableResult
    public mutating func next() -> UInt32 {
        if isLoaded {
            index += 1
            if index < count {
                document = documents[index]
                return document
            }
            block += 1
        } else if document != Self.end {
            return advance(to: document + 1)
        }
        guard block < blockCount, loadBlock() else { return finish() }
        document = documents[0]
        return document
    }

    /// Goes to the first document of the next block.
    @discardableResult
    public mutating func nextBlock() -> UInt32 {
        if isLoaded { index = count - 1 }
        return next()
    }

    /// Goes to a posting of the current block, which is decoded.
    @inline(__always)
    mutating func move(toPosting place: Int) {
        index = place
        document = documents[place]
    }

    private mutating func finish() -> UInt32 {
        block = blockCount
        isLoaded = false
        document = Self.end
        return document
    }

    // MARK: Decoding

    /// Decodes the documents of the current block and stands before its first.
    private mutating func loadBlock() -> Bool {
        let (width, frequencyWidth) = widths
        count = min(SegmentFormat.blockLength, entry.documentFrequency - block * SegmentFormat.blockLength)
        let start = isShort ? data : data &+ Int(load(skips &+ block &* SegmentFormat.skipLength &+ 4) as UInt32)
        let bytes = BitPacking.byteCount(count, width: width)
        let frequencyBits = Int(frequencyWidth & ~SegmentFormat.otherFieldsFlag)
        let frequencyBytes = BitPacking.byteCount(count, width: frequencyBits)
        let hasOtherFields = frequencyWidth & SegmentFormat.otherFieldsFlag != 0
        let more = frequencyBytes + (hasOtherFields ? (count + 7) / 8 : 0)
        guard max(width, frequencyBits) <= SegmentFormat.widestGap, start >= data, start <= limit, bytes + more <= limit - start,
            segment.storage.isIntact(start, max(1, bytes + more))
        else { return fail() }
        // From a document that exists on, gaps of that width cannot wrap around: documents ascend to the last, which is
        // looked at.
        let base = block == 0 ? UInt32.max : lastDocument(ofBlock: block - 1)
        guard block == 0 || base < segment.documentCount else { return fail() }
        BitPacking.unpackGaps(segment.storage.base + start, count: count, width: width, after: base, into: documents)
        guard documents[count - 1] < segment.documentCount, isShort || documents[count - 1] == lastDocument(ofBlock: block)
        else { return fail() }
        frequenciesOffset = start + bytes
        packed = segment.storage.base + frequenciesOffset
        packedWidth = frequencyBits
        otherFields = hasOtherFields ? (packed + frequencyBytes).assumingMemoryBound(to: UInt8.self) : nil
        index = 0
        isLoaded = true
        hasFrequencies = false
        hasCounts = false
        return true
    }

    private mutating func fail() -> Bool {
        segment.storage.noteDamage()
        return false
    }

    // MARK: Single postings of a decoded block

    /// How often the term stands in the document of posting `place`, without decoding those of all.
    @inline(__always)
    func frequency(at place: Int) -> UInt32 { BitPacking.value(at: place, packed, width: packedWidth) &+ 1 }

    /// Whether posting `place` has words outside the usual field.
    @inline(__always)
    func hasOtherFields(at place: Int) -> Bool {
        guard let otherFields else { return false }
        return otherFields[place &>> 3] &>> UInt8(place & 7) & 1 == 1
    }

    /// Decodes the frequencies of some postings of the block, beginning at a multiple of 8.
    @inline(__always)
    func unpackFrequencies(_ places: Range<Int>) {
        BitPacking.unpack(
            packed + places.lowerBound / 8 * packedWidth, count: places.count, width: packedWidth,
            into: frequencies + places.lowerBound)
        for place in places { frequencies[place] &+= 1 }
    }
}
