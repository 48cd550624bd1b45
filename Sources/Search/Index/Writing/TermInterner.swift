import Text

/// Numbers the terms of a segment that is gathered, from 0 in the order in which they are first met.
///
/// Open addressing over bytes in one arena; no seed, so the same input gives the same numbers.
struct TermInterner: ~Copyable {
    private var arena = LargeArray<UInt8>()
    private var ends = LargeArray<UInt32>()
    /// A number plus one in the lower half, 0 for free, and above it half of the hash, so that few others are compared; a
    /// power of two, at most half in use.
    private var slots = LargeArray<UInt64>(zeros: 1 << 10)

    var count: Int { ends.count }

    /// In bytes.
    var size: Int { arena.count + 4 * ends.count + 8 * slots.count }

    /// Forgets all and keeps its memory.
    mutating func removeAll() {
        arena.truncate(to: 0)
        ends.truncate(to: 0)
        slots.base.update(repeating: 0, count: slots.count)
    }

    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    /// Calls `body` with the bytes of term `number`, its kind's first.
    func withBytes<Failure: Error>(
        of number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        try withBytes(in: range(number), body)
    }

    /// The same for a range of the arena.
    func withBytes<Failure: Error>(
        in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        try body(UnsafeBufferPointer(start: arena.base + range.lowerBound, count: range.count))
    }

    /// The number of `kind` and `term`, and whether it is new.
    mutating func intern(_ kind: TermKind, _ term: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let byte = kind.byte
        let hash = Self.hash(byte, term)
        let tag = hash & 0xFFFF_FFFF_0000_0000
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
                let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
                if equals(number, byte, term) { return (number, false) }
            }
            slot = (slot + 1) & mask
        }
        arena.append(byte)
        arena.append(contentsOf: term)
        ends.append(UInt32(truncatingIfNeeded: arena.count))
        slots[slot] = tag | UInt64(ends.count)
        if ends.count * 2 > slots.count { rebuild() }
        return (ends.count - 1, true)
    }

    private func equals(_ number: Int, _ byte: UInt8, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == term.count + 1, arena[range.lowerBound] == byte else { return false }
        for index in 0..<term.count where arena[range.lowerBound + 1 + index] != term[index] { return false }
        return true
    }

    private mutating func rebuild() {
        slots = LargeArray(zeros: slots.count * 2)
        let mask = slots.count - 1
        for number in 0..<ends.count {
            let range = range(number)
            let term = UnsafeBufferPointer(start: arena.base + range.lowerBound + 1, count: range.count - 1)
            let hash = Self.hash(arena[range.lowerBound], term)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
        }
    }

    private static func hash(_ byte: UInt8, _ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        XXHash64.hash(UnsafeRawBufferPointer(term), seed: UInt64(byte))
    }

    /// All numbers in the order of their bytes: first by eight of them at once.
    func sorted() -> [Int] {
        let bytes = UnsafeRawBufferPointer(arena.all)
        let ends = ends.all
        func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }
        var heads = (0..<count).map { (head: Self.head(bytes, range($0)), number: $0) }
        // In place: there are hundreds of thousands.
        heads.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            return Self.precedes(bytes, range(left.number), range(right.number))
        }
        return heads.map(\.number)
    }

    /// The first eight bytes as a number that sorts as they do.
    private static func head(_ arena: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        var head: UInt64 = 0
        for offset in 0..<8 {
            head = head << 8 | (offset < range.count ? UInt64(arena[range.lowerBound + offset]) : 0)
        }
        return head
    }

    private static func precedes(_ arena: UnsafeRawBufferPointer, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        for index in 0..<min(left.count, right.count) {
            let a = arena[left.lowerBound + index]
            let b = arena[right.lowerBound + index]
            if a != b { return a < b }
        }
        return left.count < right.count
    }
}
