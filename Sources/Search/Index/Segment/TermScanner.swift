/// Reads the terms of one kind in order where nearly all of them are to be passed over: of each it tells which bytes it shares
/// with the one before, and the rest only where that is wanted.
struct TermScanner {
    /// The kind's byte and the term's: ``length`` bytes of it. Stays where it is.
    let key: UnsafeMutablePointer<UInt8>
    private(set) var length = 0
    /// How many bytes of the key the term before, or the last one not passed over, had too.
    private(set) var shared = 0
    /// The documents that hold the term.
    private(set) var documentFrequency = 0

    private let segment: IndexSegment
    private let blockCount: Int
    private let kind: UInt8
    private var block: Int
    /// The terms of the block that were read.
    private var read = SegmentFormat.dictionaryBlockLength
    private var reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))

    /// Stands before the first term of `kind`. ``deallocate()`` it.
    init(_ segment: IndexSegment, _ kind: TermKind) {
        self.segment = segment
        self.kind = kind.byte
        blockCount = segment.dictionaryBlockCount
        block = segment.terms(kind).ordinal / SegmentFormat.dictionaryBlockLength - 1
        key = .allocate(capacity: SegmentFormat.longestTerm + 1)
    }

    func deallocate() { key.deallocate() }

    /// Goes to the next term; of those that share their first `dead` bytes with the current one, some or all may be passed over.
    /// False at the end.
    mutating func next(passingOver dead: Int) -> Bool {
        while readTerm(dead) {
            if key[0] == kind { return true }
            if key[0] > kind { return false }
        }
        return false
    }

    private mutating func readTerm(_ dead: Int) -> Bool {
        let isFirst = read == SegmentFormat.dictionaryBlockLength
        if isFirst {
            block += 1
            while dead > 0, begins(block + 1, with: dead) { block += 1 }
            guard open(block) else { return false }
        } else if block * SegmentFormat.dictionaryBlockLength + read >= segment.termCount {
            return false
        }
        read += 1
        var same = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
        let more = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
        let suffix = reader.take(more)
        guard isFirst ? same == 0 : same <= length, same + more > 0, same + more <= SegmentFormat.longestTerm + 1, suffix.count == more
        else { return fail() }
        let start = same
        if isFirst {
            // A block begins with a whole term.
            while same < min(more, length), suffix[suffix.startIndex + same] == key[same] { same += 1 }
        }
        for (place, byte) in suffix.enumerated() { key[start + place] = byte }
        (shared, length) = (same, start + more)
        return skipEntry()
    }

    /// Reads what ``TermEntry/append(to:after:)`` wrote, as far as it is wanted.
    private mutating func skipEntry() -> Bool {
        let flags = TermEntry.Flags(rawValue: reader.byte())
        documentFrequency = Int(truncatingIfNeeded: reader.varint() & 0xFFFF_FFFF)
        _ = reader.varint()
        _ = reader.byte()
        _ = reader.byte()
        _ = reader.varint()
        _ = reader.varint()
        if flags.contains(.hasRanks) { TermEntry.skipStem(&reader) }
        return reader.isDamaged ? fail() : true
    }

    private func fail() -> Bool {
        segment.storage.noteDamage()
        return false
    }

    private mutating func open(_ block: Int) -> Bool {
        guard block < blockCount else { return false }
        guard let bytes = segment.dictionaryBlock(block) else { return fail() }
        reader = ByteReader(bytes)
        read = 0
        return true
    }

    /// Whether a block begins with a term that has the first `count` bytes of the current one: so do all terms between.
    private func begins(_ block: Int, with count: Int) -> Bool {
        guard block < blockCount, count <= length, let bytes = segment.dictionaryBlock(block) else { return false }
        var reader = ByteReader(bytes)
        guard reader.varint() == 0 else { return false }
        let first = reader.take(Int(truncatingIfNeeded: reader.varint() & 0xFFFF))
        guard !reader.isDamaged, first.count >= count else { return false }
        for place in 0..<count where first[first.startIndex + place] != key[place] { return false }
        return true
    }
}
