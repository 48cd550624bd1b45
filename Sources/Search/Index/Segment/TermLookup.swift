import Glibc

/// Finds one term in the dictionary without copying any: bytes are compared where they lie.
struct TermLookup {
    private let segment: IndexSegment
    /// The kind's byte and the term's.
    private let key: UnsafeBufferPointer<UInt8>

    init(_ segment: IndexSegment, _ key: UnsafeBufferPointer<UInt8>) {
        self.segment = segment
        self.key = key
    }

    /// What the dictionary says of the term; nothing where it does not have it.
    func entry() -> TermEntry? {
        var low = 0
        var high = segment.dictionaryBlockCount
        // The last block that begins at or before the term.
        while low < high {
            let middle = (low + high) / 2
            guard let isBehind = beginsBehind(middle) else { return nil }
            if isBehind { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : entry(inBlock: low - 1)
    }

    /// Whether a block begins with a term that comes after the one that is looked for; nothing where it is damaged.
    private func beginsBehind(_ block: Int) -> Bool? {
        guard let bytes = segment.dictionaryBlock(block) else { return nil }
        var reader = ByteReader(bytes)
        let shared = reader.varint()
        let first = reader.take(Int(truncatingIfNeeded: reader.varint() & 0xFFFF))
        guard shared == 0, !reader.isDamaged, let start = first.baseAddress, let wanted = key.baseAddress else { return fail() }
        let order = memcmp(start, wanted, min(first.count, key.count))
        return order == 0 ? first.count > key.count : order > 0
    }

    /// Of each term it is known how many of its first bytes the one before has too, and of that how many the key has: mostly that tells
    /// already that the term comes before the key.
    private func entry(inBlock block: Int) -> TermEntry? {
        guard let bytes = segment.dictionaryBlock(block) else { return nil }
        let first = block * SegmentFormat.dictionaryBlockLength
        let count = min(SegmentFormat.dictionaryBlockLength, segment.termCount - first)
        let start = segment.dictionaryOffset(of: bytes)
        var reader = ByteReader(bytes)
        var entry = TermEntry.none
        var matched = 0
        var length = 0
        for number in 0..<max(0, count) {
            let shared = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
            let more = Int(truncatingIfNeeded: reader.varint() & 0xFFFF)
            let suffix = reader.take(more)
            guard number == 0 ? shared == 0 : shared <= length, shared + more > 0, !reader.isDamaged else { return fail() }
            length = shared + more
            entry = TermEntry.read(&reader, after: entry, base: start)
            if shared > matched { continue }
            guard shared == matched else { return nil }
            let common = commonCount(suffix, after: matched)
            matched += common
            if common == suffix.count {
                if matched == key.count { return reader.isDamaged ? fail() : entry }
            } else if matched == key.count || suffix[common] > key[matched] {
                return nil
            }
        }
        return reader.isDamaged ? fail() : nil
    }

    /// How many of the first bytes of `suffix` are those of the key from `start` on.
    @inline(__always)
    private func commonCount(_ suffix: UnsafeRawBufferPointer, after start: Int) -> Int {
        let most = min(suffix.count, key.count - start)
        var count = 0
        while count < most, suffix[count] == key[start + count] { count += 1 }
        return count
    }

    private func fail<Value>() -> Value? {
        segment.storage.noteDamage()
        return nil
    }
}
