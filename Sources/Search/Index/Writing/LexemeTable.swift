/// The terms of the words of one language, found by the number that the analyser gives each.
struct LexemeTable {
    private struct Slot {
        var number: UInt64
        var form: UInt32
        var stem: UInt32
    }

    /// By the number of the form. Nearly every form has one stem; other pairs are in `others`.
    private var slots: [Slot] = []
    private var others: [UInt64: (form: UInt32, stem: UInt32)] = [:]
    private var generation = -1

    /// In bytes.
    var size: Int { slots.count * MemoryLayout<Slot>.stride + others.count * 32 }

    @inline(__always)
    subscript(word: WordAnalyser.Word) -> (form: UInt32, stem: UInt32)? {
        let index = Int(word.number >> 32)
        guard word.generation == generation, index < slots.count else { return nil }
        let slot = slots[index]
        if slot.number == word.number { return (slot.form, slot.stem) }
        return others.isEmpty ? nil : others[word.number]
    }

    mutating func insert(_ word: WordAnalyser.Word, _ pair: (form: UInt32, stem: UInt32)) {
        if word.generation != generation {
            generation = word.generation
            slots.removeAll(keepingCapacity: true)
            others.removeAll()
        }
        let index = Int(word.number >> 32)
        let free = Slot(number: .max, form: 0, stem: 0)
        if index >= slots.count { slots.append(contentsOf: repeatElement(free, count: index + 1 - slots.count)) }
        if slots[index].number == .max {
            slots[index] = Slot(number: word.number, form: pair.form, stem: pair.stem)
        } else {
            others[word.number] = pair
        }
    }
}
