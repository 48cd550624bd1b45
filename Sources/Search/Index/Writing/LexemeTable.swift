import Text

/// The terms of the words of one language, found by the numbers that the lexicon gives each.
struct LexemeTable {
    private struct Slot {
        /// The lexicon's number of the stem; none for a free slot.
        var key = UInt32.max
        var form: UInt32 = 0
        var stem: UInt32 = 0
    }

    /// By the number of the form. Nearly every form has one stem; other pairs are in `others`.
    private var slots: [Slot] = []
    private var others: [UInt64: (form: UInt32, stem: UInt32)] = [:]
    private var generation = -1

    /// In bytes.
    var size: Int { slots.count * MemoryLayout<Slot>.stride + others.count * 32 }

    /// Forgets all words.
    mutating func removeAll() { generation = -1 }

    /// Forgets all where the lexicon has given its numbers anew.
    mutating func follow(_ lexicon: Lexicon) {
        guard lexicon.generation != generation else { return }
        generation = lexicon.generation
        slots.removeAll(keepingCapacity: true)
        others.removeAll()
    }

    @inline(__always)
    subscript(token: Token) -> (form: UInt32, stem: UInt32)? {
        let index = Int(token.form)
        guard index < slots.count else { return nil }
        let slot = slots[index]
        if slot.key == token.stem { return (slot.form, slot.stem) }
        return others.isEmpty ? nil : others[Self.key(token)]
    }

    mutating func insert(_ token: Token, _ pair: (form: UInt32, stem: UInt32)) {
        let index = Int(token.form)
        if index >= slots.count { slots.append(contentsOf: repeatElement(Slot(), count: index + 1 - slots.count)) }
        if slots[index].key == .max {
            slots[index] = Slot(key: token.stem, form: pair.form, stem: pair.stem)
        } else {
            others[Self.key(token)] = pair
        }
    }

    private static func key(_ token: Token) -> UInt64 { UInt64(token.form) << 32 | UInt64(token.stem) }
}
