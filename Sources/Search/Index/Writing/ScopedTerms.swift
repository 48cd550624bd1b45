/// For words of all fields the terms of one field that are spelled alike, found by the number of the form.
struct ScopedTerms {
    private struct Slot {
        /// The stem of all fields; none for a free slot.
        var key = UInt32.max
        var form: UInt32 = 0
        var stem: UInt32 = 0
    }

    /// Of a form with several stems that with which it came last.
    private var slots: [Slot] = []

    /// In bytes.
    var size: Int { slots.count * MemoryLayout<Slot>.stride }

    /// Forgets all and keeps its memory.
    mutating func removeAll() { slots.removeAll(keepingCapacity: true) }

    @inline(__always)
    subscript(word: DocumentAnalysis.Word) -> (form: UInt32, stem: UInt32)? {
        let index = Int(word.form)
        guard index < slots.count, slots[index].key == word.stem else { return nil }
        return (slots[index].form, slots[index].stem)
    }

    mutating func insert(_ word: DocumentAnalysis.Word, _ pair: (form: UInt32, stem: UInt32)?) {
        guard let pair else { return }
        let missing = Int(word.form) + 1 - slots.count
        if missing > 0 { slots.append(contentsOf: repeatElement(Slot(), count: missing)) }
        slots[Int(word.form)] = Slot(key: word.stem, form: pair.form, stem: pair.stem)
    }
}
