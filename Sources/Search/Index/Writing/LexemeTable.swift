import Text

/// The terms of the words of one language, found by the numbers that the lexicon gives each.
struct LexemeTable: ~Copyable {
    struct Slot {
        /// One more than the lexicon's number of the stem; 0 for a free slot.
        var key: UInt32 = 0
        var form: UInt32 = 0
        var stem: UInt32 = 0
    }

    /// By the number of the form. Nearly every form has one stem; other pairs are in `others`.
    private var slots = LargeArray<Slot>()
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
        slots.truncate(to: 0)
        others.removeAll()
    }

    @inline(__always)
    subscript(token: Token) -> (form: UInt32, stem: UInt32)? {
        let index = Int(token.form)
        guard index < slots.count else { return nil }
        let slot = slots[index]
        if slot.key == token.stem &+ 1 { return (slot.form, slot.stem) }
        return others.isEmpty ? nil : others[Self.key(token)]
    }

    mutating func insert(_ token: Token, _ pair: (form: UInt32, stem: UInt32)) {
        let index = Int(token.form)
        slots.extend(to: index + 1)
        if slots[index].key == 0 {
            slots[index] = Slot(key: token.stem + 1, form: pair.form, stem: pair.stem)
        } else {
            others[Self.key(token)] = pair
        }
    }

    private static func key(_ token: Token) -> UInt64 { UInt64(token.form) << 32 | UInt64(token.stem) }
}

/// A ``LexemeTable`` for each language, at places that stay, so that they are changed where they are.
final class LexemeTables {
    private let tables = UnsafeMutableBufferPointer<LexemeTable>.allocate(capacity: Language.allCases.count)

    init() {
        for place in tables.indices { tables.initializeElement(at: place, to: LexemeTable()) }
    }

    deinit {
        tables.deinitialize()
        tables.deallocate()
    }

    /// `language` by its place among all. Valid as long as the tables are held.
    subscript(language: Int) -> UnsafeMutablePointer<LexemeTable> { tables.baseAddress.unsafelyUnwrapped + language }

    /// In bytes.
    var size: Int { tables.indices.reduce(0) { $0 + self[$1].pointee.size } }

    /// Forgets all words.
    func removeAll() { for place in tables.indices { self[place].pointee.removeAll() } }
}
