/// Walks the documents that several words hold, each word in one list, led by the rarest list: block by block, and in blocks with
/// nothing but loads and compares.
final class PostingsWalk {
    /// The rarest first.
    let readers: [WordReader]
    /// The current blocks, in the order of ``readers``.
    let blocks: UnsafeMutablePointer<DecodedBlock>
    let count: Int
    private let cursors: UnsafeMutablePointer<PostingsCursor>

    /// Each word of `readers`, at least two, has one list.
    init(_ readers: [WordReader]) {
        self.readers = readers
        count = readers.count
        blocks = .allocate(capacity: count)
        cursors = .allocate(capacity: count)
        for (index, reader) in readers.enumerated() { (cursors + index).initialize(to: reader.freshCursor()) }
        for index in 0..<count { (blocks + index).initialize(to: DecodedBlock(cursors[index], readers[index])) }
    }

    deinit {
        cursors.deinitialize(count: count).deallocate()
        blocks.deallocate()
    }

    /// The current document of the rarest word, or ``PostingsCursor/end``.
    var document: UInt32 { cursors[0].document }

    /// Goes to the first document of the rarest word from `target` on.
    func advance(to target: UInt32) { cursors[0].advance(to: target) }

    /// The last document of all blocks that hold the current document, or the next one of their list; nothing where a list has
    /// ended. Decodes none of them.
    func lastOfBlocks() -> UInt32? {
        let document = cursors[0].document
        var last = UInt32.max
        for index in 0..<count {
            guard cursors[index].advanceBlock(to: document) else { return nil }
            last = min(last, cursors[index].lastDocumentOfBlock)
        }
        return last
    }

    /// An ``ImpactCode`` that no posting of the current block of a word exceeds.
    func impact(_ index: Int) -> UInt16 { cursors[index].blockImpact }

    /// Decodes the current blocks. False where a list has ended.
    func load(isWeighed: Bool) -> Bool {
        let document = cursors[0].document
        for index in 0..<count {
            guard cursors[index].advance(to: document) != PostingsCursor.end else { return false }
            blocks[index].read(&cursors[index], isWeighed: isWeighed)
        }
        return true
    }

    /// Calls `body` with the documents of the current blocks up to `last` that hold the two rarest words, of at least two. Where which
    /// list is behind cannot be foreseen, a step without a branch is the faster.
    @inline(__always)
    func forEachOfTwo(through last: UInt32, _ body: (UInt32) -> Void) {
        let (left, right) = (blocks[0].documents, blocks[1].documents)
        let (leftCount, rightCount) = (blocks[0].count, blocks[1].count)
        var (first, second) = (blocks[0].index, blocks[1].index)
        while first < leftCount, second < rightCount {
            let (document, other) = (left[first], right[second])
            if document > last { return }
            if document == other {
                blocks[0].index = first
                blocks[1].index = second
                body(document)
            }
            first &+= document <= other ? 1 : 0
            second &+= other <= document ? 1 : 0
        }
    }

    /// Whether all words but the two rarest stand in `document`, which ascends. In the current blocks.
    @inline(__always)
    func othersHold(_ document: UInt32) -> Bool {
        for index in 2..<max(2, count) where !blocks[index].seek(document) { return false }
        return true
    }

    /// Where the word stands in `document`, which it holds; of one block after the other. Valid until the next call for that word.
    func places(_ index: Int, in document: UInt32) -> UnsafeBufferPointer<UInt32> {
        cursors[index].advance(to: document)
        return cursors[index].positions()
    }
}

/// A block of a posting list as plain numbers. Valid until its cursor moves on to another block.
struct DecodedBlock {
    let documents: UnsafePointer<UInt32>
    private(set) var count = 0
    var index = 0
    private let frequencies: UnsafePointer<UInt32>
    /// Nothing where all words stand in the usual field.
    private var counts: UnsafePointer<UInt64>?
    private let mask: UInt64
    private let usual: UInt64
    private let usualMask: UInt64
    private let table: UnsafePointer<Float>
    private let lengths: UnsafePointer<UInt8>
    private let norms: SegmentNorms.Tables

    /// Holds nothing before ``read(_:isWeighed:)``.
    init(_ cursor: PostingsCursor, _ reader: WordReader) {
        documents = UnsafePointer(cursor.documents)
        frequencies = UnsafePointer(cursor.frequencies)
        mask = reader.mask
        let field = cursor.entry.flags.usualField
        usual = 8 * UInt64(field.rawValue)
        usualMask = 0xFF << usual
        norms = reader.norms.tables
        (table, lengths) = norms.field(field)
    }

    /// Takes over the block on which the cursor of the list stands. Only what ``weight()`` needs is left out where not weighed.
    mutating func read(_ cursor: inout PostingsCursor, isWeighed: Bool) {
        count = cursor.isLoaded ? cursor.count : 0
        index = cursor.index
        if isWeighed { cursor.loadFrequenciesIfNeeded() }
        counts = isWeighed && !cursor.isBlockOfOneField ? cursor.countsOfBlock() : nil
    }

    /// Goes to `document`; false where the block does not hold it.
    @inline(__always)
    mutating func seek(_ document: UInt32) -> Bool {
        while index < count, documents[index] < document { index &+= 1 }
        return index < count && documents[index] == document
    }

    /// What the word weighs in the current document; 0 where it stands in none of the fields that count.
    @inline(__always)
    func weight() -> Float {
        let document = Int(documents[index])
        guard let counts else {
            return mask & usualMask == 0 ? 0 : Float(min(frequencies[index], 255)) * table[Int(lengths[document])]
        }
        let bits = counts[index] & mask
        if bits & ~usualMask == 0 { return Float(bits &>> usual) * table[Int(lengths[document])] }
        return norms.weight(FieldCounts(bits: bits), UInt32(truncatingIfNeeded: document))
    }
}
