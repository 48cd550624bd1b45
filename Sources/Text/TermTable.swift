/// Numbers byte strings from 0 in the order in which they are first seen, and keeps a number with each.
///
/// The strings lie end to end in one arena. An open-addressed table finds them by a hash without a seed: the same input
/// gives the same numbers on every run. A slot holds the first eight bytes, so that finding a short string touches
/// one line of the processor's cache. No string may hold a zero byte.
struct TermTable: ~Copyable {
    /// Four to a line of the cache.
    struct Slot {
        /// The first eight bytes, the first the lowest, and zeros.
        var head: UInt64 = 0
        /// A number plus one, or 0 for free; of a string longer than ``head`` with ``long`` added.
        var mark: UInt32 = 0
        var value = TermTable.noValue

        @inline(__always)
        var number: UInt32 { mark & ~TermTable.long &- 1 }
    }

    private static let long: UInt32 = 1 << 31

    /// What a string has that was given no value.
    static let noValue = UInt32.max

    private var arena = LargeArray<UInt8>()
    /// Where string `n` ends; it begins where `n - 1` ends.
    private var ends = LargeArray<UInt32>()
    /// The count is a power of two; at most two thirds are in use. A free one is all zeros.
    private var slots = LargeArray<Slot>(zeros: 1 << 10)

    var count: Int { ends.count }

    /// Calls `body` with the bytes of string `number`, which must be one given by ``intern(_:)``.
    func withBytes<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = start(number)
        return body(UnsafeBufferPointer(start: arena.base + start, count: Int(ends[Int(number)]) - start))
    }

    private func start(_ number: UInt32) -> Int {
        number == 0 ? 0 : Int(ends[Int(number) - 1])
    }

    /// The number of `term`, a new one where it was not seen before.
    mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (head, hash) = Self.headAndHash(term)
        let slot = slot(of: term, head, hash)
        return slots[slot].mark != 0 ? slots[slot].number : insert(term, head, at: slot)
    }

    /// The number of `term`, `nil` where it was not seen before.
    func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let (head, hash) = Self.headAndHash(term)
        let slot = slots[slot(of: term, head, hash)]
        return slot.mark == 0 ? nil : slot.number
    }

    /// Reads the slot where a string with `hash` is looked for first.
    @inline(__always)
    func touchSlot(_ hash: UInt32) -> UInt32 {
        slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)].mark
    }

    /// The same, and what is compared of a string longer than eight bytes if it is in that slot.
    @inline(__always)
    func touchLong(_ hash: UInt32) -> UInt32 {
        let mark = touchSlot(hash)
        guard mark > Self.long else { return mark }
        let end = ends[Int(mark & ~Self.long &- 1)]
        return UInt32(arena[Int(end) &- 1])
    }

    /// The number and the value of a string of 1 to 16 bytes, given by eight at a time as ``WordKey`` does, with its ``hash``;
    /// `nil` where it was not seen before.
    @inline(__always)
    func entry(_ low: UInt64, _ high: UInt64, count: Int, hash: UInt32) -> (number: UInt32, value: UInt32)? {
        let isLong = count > 8
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].mark != 0 {
            if slots[place].head == low, (slots[place].mark >= Self.long) == isLong,
                !isLong || equals(slots[place].number, high, count)
            {
                return (slots[place].number, slots[place].value)
            }
            place = (place &+ 1) & mask
        }
        return nil
    }

    /// Whether string `number` has `count` bytes, 9 to 16, and behind the first eight those of `high`.
    @inline(__always)
    private func equals(_ number: UInt32, _ high: UInt64, _ count: Int) -> Bool {
        let start = start(number)
        guard Int(ends[Int(number)]) &- start == count else { return false }
        // The last eight bytes, of which those that are among the first eight are shifted out.
        let tail = UnsafeRawPointer(arena.base + (start &+ count &- 8)).loadUnaligned(as: UInt64.self)
        return UInt64(littleEndian: tail) &>> UInt64(128 &- 8 &* count) == high
    }

    /// Keeps `value` with `term`, which was seen before.
    mutating func setValue(_ value: UInt32, of term: UnsafeBufferPointer<UInt8>) {
        let (head, hash) = Self.headAndHash(term)
        slots.base[slot(of: term, head, hash)].value = value
    }

    /// The value of `term`; ``noValue`` where it has none.
    func value(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (head, hash) = Self.headAndHash(term)
        return slots[slot(of: term, head, hash)].value
    }

    /// The slot that holds `term`, or the free one where it belongs.
    private func slot(of term: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        let isLong = term.count > 8
        var place = Int(hash) & mask
        while slots[place].mark != 0 {
            if slots[place].head == head, (slots[place].mark >= Self.long) == isLong,
                !isLong || equals(slots[place].number, term)
            {
                return place
            }
            place = (place + 1) & mask
        }
        return place
    }

    private func equals(_ number: UInt32, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(number)
        guard Int(ends[Int(number)]) - start == term.count else { return false }
        for index in 8..<term.count where arena[start + index] != term[index] { return false }
        return true
    }

    private mutating func insert(_ term: UnsafeBufferPointer<UInt8>, _ head: UInt64, at slot: Int) -> UInt32 {
        let number = UInt32(ends.count)
        slots[slot] = Slot(head: head, mark: number + 1 | (term.count > 8 ? Self.long : 0))
        arena.append(contentsOf: term)
        ends.append(UInt32(arena.count))
        if ends.count * 3 > slots.count * 2 { rebuild(slotCount: slots.count * 2) }
        return number
    }

    /// Forgets all strings from number `count` on, and values from `count` on.
    mutating func truncate(to count: Int) {
        guard count < ends.count else { return }
        ends.truncate(to: count)
        arena.truncate(to: count == 0 ? 0 : Int(ends[count - 1]))
        var slotCount = 1 << 10
        while slotCount * 2 < 3 * count + 3 { slotCount *= 2 }
        rebuild(slotCount: slotCount)
    }

    private mutating func rebuild(slotCount: Int) {
        var old = LargeArray<Slot>(zeros: slotCount)
        swap(&old, &slots)
        for var slot in old.all where slot.mark != 0 && Int(slot.number) < ends.count {
            if slot.value >= UInt32(ends.count) { slot.value = Self.noValue }
            var place = withBytes(slot.number) { Int(Self.headAndHash($0).hash) } & (slotCount - 1)
            while slots[place].mark != 0 { place = (place + 1) & (slotCount - 1) }
            slots[place] = slot
        }
    }

    /// The first eight bytes, and the hash: of 16 bytes at most from two numbers, of more from eight bytes a step.
    private static func headAndHash(_ term: UnsafeBufferPointer<UInt8>) -> (head: UInt64, hash: UInt32) {
        let head = word(term, at: 0)
        if term.count <= 16 { return (head, hash(head, word(term, at: 8), term.count)) }
        var mixed = mix(head ^ UInt64(term.count) &* 0x9E37_79B9_7F4A_7C15)
        for offset in stride(from: 8, to: term.count, by: 8) { mixed = mix(mixed ^ word(term, at: offset)) }
        return (head, UInt32(truncatingIfNeeded: mixed ^ mixed >> 32))
    }

    /// Up to eight bytes from `offset` on, the first the lowest.
    @inline(__always)
    private static func word(_ term: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
        if offset + 8 <= term.count {
            return UInt64(littleEndian: UnsafeRawBufferPointer(term).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var word: UInt64 = 0
        for place in stride(from: term.count - 1, through: offset, by: -1) { word = word << 8 | UInt64(term[place]) }
        return word
    }

    /// The hash of a string of at most 16 bytes.
    @inline(__always)
    static func hash(_ low: UInt64, _ high: UInt64, _ count: Int) -> UInt32 {
        let mixed = mix(mix(low ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15) ^ high)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
