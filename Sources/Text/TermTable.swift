/// Numbers byte strings from 0 in the order in which they are first seen.
///
/// The strings lie end to end in one arena. An open-addressed table of numbers finds them by a hash without a seed: the
/// same input gives the same numbers on every run.
struct TermTable {
    private var arena: [UInt8] = []
    /// Where string `n` ends; it begins where `n - 1` ends.
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// A number plus one, or 0 for free. The count is a power of two, at most half in use.
    private var slots: [UInt32]

    init() {
        slots = Array(repeating: 0, count: 1 << 10)
    }

    var count: Int { ends.count }

    /// The bytes of string `number`, which must be one given by ``intern(_:)``.
    func bytes(_ number: UInt32) -> ArraySlice<UInt8> {
        arena[start(number)..<Int(ends[Int(number)])]
    }

    private func start(_ number: UInt32) -> Int {
        number == 0 ? 0 : Int(ends[Int(number) - 1])
    }

    /// The number of `term`, a new one where it was not seen before.
    mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(term)
        let slot = slot(of: term, hash)
        if slots[slot] != 0 { return slots[slot] - 1 }
        return insert(term, hash, at: slot)
    }

    /// The number of `term`, `nil` where it was not seen before.
    func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let slot = slots[slot(of: term, Self.hash(term))]
        return slot == 0 ? nil : slot - 1
    }

    /// The slot that holds `term`, or the free one where it belongs.
    @inline(__always)
    private func slot(of term: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if hashes[Int(number)] == hash, equals(number, term) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    @inline(__always)
    private func equals(_ number: UInt32, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(number)
        guard Int(ends[Int(number)]) - start == term.count else { return false }
        for index in 0..<term.count where arena[start + index] != term[index] { return false }
        return true
    }

    private mutating func insert(_ term: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at slot: Int) -> UInt32 {
        let number = UInt32(ends.count)
        arena.append(contentsOf: term)
        ends.append(UInt32(arena.count))
        hashes.append(hash)
        slots[slot] = number + 1
        if ends.count * 2 > slots.count { rebuild(slotCount: slots.count * 2) }
        return number
    }

    /// Forgets all strings from number `count` on.
    mutating func truncate(to count: Int) {
        guard count < ends.count else { return }
        ends.removeSubrange(count...)
        hashes.removeSubrange(count...)
        arena.removeSubrange(Int(ends.last ?? 0)...)
        var slotCount = 1 << 10
        while slotCount < 4 * count { slotCount *= 2 }
        rebuild(slotCount: slotCount)
    }

    private mutating func rebuild(slotCount: Int) {
        slots = Array(repeating: 0, count: slotCount)
        for number in hashes.indices {
            var slot = Int(hashes[number]) & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt32(number) + 1
        }
    }

    /// Eight bytes a step, each folded in by a 64-bit multiplication whose halves are joined.
    @inline(__always)
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = UInt64(term.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        let raw = UnsafeRawBufferPointer(term)
        while offset + 8 <= term.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < term.count {
            tail = tail << 8 | UInt64(term[offset])
            offset += 1
        }
        hash = mix(hash ^ tail)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
