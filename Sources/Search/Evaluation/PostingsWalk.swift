/// Walks the documents that several words hold, each word in one list, led by the rarest list: block by block, and in blocks with
/// nothing but loads and compares.
final class PostingsWalk {
    /// The rarest first.
    let readers: [WordReader]
    /// The current blocks, in the order of ``readers``.
    let blocks: UnsafeMutablePointer<DecodedBlock>
    let count: Int
    private let cursors: UnsafeMutablePointer<PostingsCursor>
    private let intersection = BlockIntersection()

    /// Each word of `readers`, at least two, has one list.
    init(_ readers: [WordReader]) {
        self.readers = readers
        count = readers.count
        blocks = .allocate(capacity: count)
        cursors = .allocate(capacity: count)
        for (index, reader) in readers.enumerated() { (cursors + index).initialize(to: reader.freshCursor()) }
        for index in 0..<count { (blocks + index).initialize(to: DecodedBlock(cursors + index, readers[index])) }
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
            last = min(last, cursors[index].skipEntries.lastDocument(ofBlock: cursors[index].block))
        }
        return last
    }

    /// An ``ImpactCode`` that no posting of the current block of a word exceeds.
    func impact(_ index: Int) -> UInt16 { cursors[index].skipEntries.impact(ofBlock: cursors[index].block) }

    /// Decodes the current blocks. False where a list has ended.
    func load() -> Bool {
        let document = cursors[0].document
        for index in 0..<count {
            guard cursors[index].advance(to: document) != PostingsCursor.end else { return false }
            blocks[index].read()
        }
        return true
    }

    /// Calls `body` with the documents of the current blocks up to `last` that hold the two rarest words, of at least two.
    @inline(__always)
    func forEachOfTwo(through last: UInt32, _ body: (UInt32) -> Void) {
        let documents = blocks[0].documents
        let found = intersection.find(documents, blocks[0].rest, blocks[1].documents, blocks[1].rest, through: last)
        for match in 0..<found {
            let place = intersection.left(match)
            blocks[0].index = place
            blocks[1].index = intersection.right(match)
            body(documents[place])
        }
    }

    /// Whether all words but the two rarest stand in `document`, which ascends. In the current blocks.
    @inline(__always)
    func othersHold(_ document: UInt32) -> Bool {
        for index in 2..<max(2, count) where !blocks[index].seek(document) { return false }
        return true
    }

    /// Where the word stands in the document to which its current block was brought; of one block after the other. Valid until the next
    /// call for that word.
    @inline(__always)
    func places(_ index: Int) -> UnsafeBufferPointer<UInt32> {
        cursors[index].move(toPosting: blocks[index].index)
        return cursors[index].positions()
    }
}

/// A block of a posting list as plain numbers. Valid until its cursor moves on to another block.
struct DecodedBlock {
    let documents: UnsafePointer<UInt32>
    private(set) var count = 0
    var index = 0
    private let cursor: UnsafeMutablePointer<PostingsCursor>
    private let weights: PostingWeights

    /// Holds nothing before ``read()``.
    init(_ cursor: UnsafeMutablePointer<PostingsCursor>, _ reader: WordReader) {
        self.cursor = cursor
        documents = UnsafePointer(cursor.pointee.documents)
        weights = PostingWeights(reader, cursor.pointee.entry)
    }

    /// Takes over the block on which the cursor of the list stands.
    mutating func read() {
        count = cursor.pointee.isLoaded ? cursor.pointee.count : 0
        index = cursor.pointee.index
    }

    /// The places from the current one on.
    @inline(__always)
    var rest: Range<Int> { index..<max(index, count) }

    /// Goes to `document`; false where the block does not hold it.
    @inline(__always)
    mutating func seek(_ document: UInt32) -> Bool {
        while index < count, documents[index] < document { index &+= 1 }
        return index < count && documents[index] == document
    }

    /// What the word weighs in the current document; 0 where it stands in none of the fields that count.
    @inline(__always)
    func weight() -> Float { weights.of(&cursor.pointee, at: index) }
}
