/// Walks the dictionary of a segment in the order of its terms.
///
/// The dictionary is front-coded: a term is written as the number of bytes that it shares with the one before and the
/// bytes that follow; each block of 32 begins with a whole term. A term is found by halving among the first terms of
/// the blocks and then by reading one block. Source: Witten, Moffat and Bell, «Managing Gigabytes», 2nd ed. 1999,
/// section 4.1.
public struct TermCursor {
    public let segment: IndexSegment
    /// The kind's byte and the term's. Empty at the end.
    private(set) var key: [UInt8] = []
    /// The first eight bytes of the key, as a number that sorts as they do.
    private(set) var head: UInt64 = 0
    /// What the dictionary says of the current term.
    public private(set) var entry = TermEntry.none
    /// The number of the current term among all; past the end their count.
    public private(set) var ordinal = 0

    private var reader: ByteReader
    /// Where the block that is read begins in the dictionary.
    private var blockStart = 0
    private let blockCount: Int

    init(_ segment: IndexSegment) {
        self.segment = segment
        blockCount = segment.dictionaryBlockCount
        reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// Whether there is a term here.
    public var isAtEnd: Bool { key.isEmpty }

    /// The kind of the current term.
    public var kind: TermKind? { key.first.flatMap(TermKind.init(byte:)) }

    /// The current term's own bytes: folded UTF-8.
    public var term: ArraySlice<UInt8> { key.dropFirst() }

    /// Goes to the first term from `target` on.
    mutating func seek(_ target: [UInt8]) {
        var low = 0
        var high = blockCount
        // The last block that begins at or before the target.
        while low < high {
            let middle = (low + high) / 2
            guard openBlock(middle) else { return }
            if target.lexicographicallyPrecedes(key) { high = middle } else { low = middle + 1 }
        }
        guard openBlock(max(0, low - 1)) else { return }
        while !key.isEmpty, key.lexicographicallyPrecedes(target) { next() }
    }

    /// Goes to the next term.
    public mutating func next() {
        guard !key.isEmpty else { return }
        if (ordinal + 1) % SegmentFormat.dictionaryBlockLength == 0 {
            openBlock(ordinal / SegmentFormat.dictionaryBlockLength + 1)
        } else if ordinal + 1 >= segment.termCount {
            finish()
        } else {
            ordinal += 1
            readTerm(after: entry)
        }
    }

    private mutating func finish() {
        key.removeAll()
        entry = .none
        ordinal = segment.termCount
    }

    private mutating func fail() {
        segment.storage.noteDamage()
        finish()
    }

    /// Goes to the first term of a block; false, and to the end, where there is none.
    @discardableResult
    private mutating func openBlock(_ block: Int) -> Bool {
        guard block < blockCount else {
            finish()
            return false
        }
        guard let bytes = segment.dictionaryBlock(block) else {
            fail()
            return false
        }
        reader = ByteReader(bytes)
        blockStart = segment.dictionaryOffset(of: bytes)
        ordinal = block * SegmentFormat.dictionaryBlockLength
        key.removeAll(keepingCapacity: true)
        readTerm(after: .none)
        return !key.isEmpty
    }

    private mutating func noteHead() {
        var head: UInt64 = 0
        for place in 0..<8 { head = head << 8 | (place < key.count ? UInt64(key[place]) : 0) }
        self.head = head
    }

    /// Whether the term here comes before that of `other`.
    @inline(__always)
    func precedes(_ other: TermCursor) -> Bool {
        head != other.head ? head < other.head : key.lexicographicallyPrecedes(other.key)
    }

    private mutating func readTerm(after previous: TermEntry) {
        let shared = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
        let more = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
        let suffix = reader.take(more)
        guard shared <= key.count, !reader.isDamaged, shared + more > 0 else { return fail() }
        key.removeSubrange(shared...)
        key.append(contentsOf: suffix)
        if shared < 8 { noteHead() }
        entry = TermEntry.read(&reader, after: previous, base: blockStart)
        if reader.isDamaged { fail() }
    }
}

extension IndexSegment {
    /// What the dictionary says of `term`, folded UTF-8; nothing where no document has it. A few microseconds.
    public func entry(_ kind: TermKind, _ term: some Collection<UInt8>) -> TermEntry? {
        entry(ofKey: [kind.byte] + term)
    }

    func entry(ofKey key: [UInt8]) -> TermEntry? { key.withUnsafeBufferPointer { TermLookup(self, $0).entry() } }

    /// The key of the stem of a form with ranks, its kind's byte and its own; empty where there is none. Valid as long as
    /// the segment is held.
    func stemKey(of entry: TermEntry) -> UnsafeRawBufferPointer {
        let dictionary = range(.dictionary)
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: storage.bytes[dictionary]), at: entry.stem)
        guard entry.flags.contains(.hasRanks), storage.isIntact(dictionary.lowerBound + entry.stem, 1) else { return reader.take(0) }
        let length = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
        guard storage.isIntact(dictionary.lowerBound + reader.offset, length) else { return reader.take(0) }
        return reader.take(length)
    }

    /// The terms of `kind` from `term` on, in the order of their bytes: of those that begin so, the first comes first.
    public func terms(_ kind: TermKind, from term: some Collection<UInt8> = [UInt8]()) -> TermCursor {
        var cursor = TermCursor(self)
        cursor.seek([kind.byte] + term)
        return cursor
    }

    /// Calls `body` with each term of `kind` that begins with `prefix`, in order, until it returns false.
    public func forEachTerm(
        _ kind: TermKind, prefix: some Collection<UInt8>, _ body: (ArraySlice<UInt8>, TermEntry) -> Bool
    ) {
        var cursor = terms(kind, from: prefix)
        while cursor.kind == kind, cursor.term.starts(with: prefix), body(cursor.term, cursor.entry) { cursor.next() }
    }
}
