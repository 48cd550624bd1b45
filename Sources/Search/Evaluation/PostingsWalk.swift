/// Walks the documents that several words hold, each word in one list, led by the rarest list: block by block, and in blocks with
/// nothing but loads and compares.
final class PostingsWalk {
    /// The rarest first.
    let readers: [WordReader]
    /// The current blocks, in the order of ``readers``.
    let blocks: UnsafeMutablePointer<DecodedBlock>
    let count: Int
    private let cursors: UnsafeMutablePointer<PostingsCursor>

    /// Each word of `readers` has one list.
    init(_ readers: [WordReader]) {
        self.readers = readers
        count = readers.count
        blocks = .allocate(capacity: count)
        cursors = .allocate(capacity: count)
        for (index, reader) in readers.enumerated() { (cursors + index).initialize(to: reader.freshCursor()) }
        for index in 0..<count { (blocks + index).initialize(to: DecodedBlock(&cursors[index], readers[index], isWeighed: false)) }
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
            blocks[index] = DecodedBlock(&cursors[index], readers[index], isWeighed: isWeighed)
        }
        return true
    }

    /// Whether all words but the rarest stand in `document`, which ascends. In the current blocks.
    @inline(__always)
    func othersHold(_ document: UInt32) -> Bool {
        for index in 1..<count where !blocks[index].seek(document) { return false }
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
    let count: Int
    var index: Int
    private let frequencies: UnsafePointer<UInt32>
    /// Nothing where all words stand in the usual field.
    private let counts: UnsafePointer<UInt64>?
    private let mask: UInt64
    private let usual: UInt64
    private let usualMask: UInt64
    private let table: UnsafePointer<Float>
    private let lengths: UnsafePointer<UInt8>
    private let norms: SegmentNorms.Tables

    init(_ cursor: inout PostingsCursor, _ reader: WordReader, isWeighed: Bool) {
        documents = UnsafePointer(cursor.documents)
        frequencies = UnsafePointer(cursor.frequencies)
        count = cursor.isLoaded ? cursor.count : 0
        index = cursor.index
        if isWeighed { cursor.loadFrequenciesIfNeeded() }
        counts = isWeighed && !cursor.isBlockOfOneField ? cursor.countsOfBlock() : nil
        mask = reader.mask
        let field = cursor.entry.flags.usualField
        usual = 8 * UInt64(field.rawValue)
        usualMask = 0xFF << usual
        norms = reader.norms.tables
        (table, lengths) = norms.field(field)
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
