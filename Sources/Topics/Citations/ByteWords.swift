/// A fixed list of words, each with a value, asked by bytes of a text without making a string of them. Capitals of ASCII
/// count as small letters. A hash table with open addressing.
struct ByteWords<Value: Sendable>: Sendable {
    /// Each a place in `entries`, and one more; 0 where nothing is.
    private let slots: [UInt16]
    private let entries: [Entry]
    /// The words one behind the other.
    private let bytes: [UInt8]
    private let longest: Int

    private struct Entry: Sendable {
        var start: Int
        var count: Int
        var value: Value
    }

    /// Words in small letters. Those with accents are known in both of their normal forms.
    init(_ words: [String: Value]) {
        var slots = [UInt16](repeating: 0, count: 16)
        while slots.count < 4 * words.count { slots += slots }
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        for (word, value) in words {
            for form in Set([Array(word.utf8), Self.decomposed(word)]) {
                var slot = Self.hash(form) & (slots.count - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                entries.append(Entry(start: bytes.count, count: form.count, value: value))
                bytes += form
                slots[slot] = UInt16(entries.count)
            }
        }
        self.slots = slots
        self.entries = entries
        self.bytes = bytes
        longest = entries.map(\.count).max() ?? 0
    }

    /// The value of the word that is all of `range`.
    subscript(text: Bytes.Text, range: Range<Int>) -> Value? {
        guard range.count <= longest else { return nil }
        var slot = Self.hash(text[range]) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isWord(place, text, range) { return entries[place].value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isWord(_ place: Int, _ text: Bytes.Text, _ range: Range<Int>) -> Bool {
        guard entries[place].count == range.count else { return false }
        let start = entries[place].start - range.lowerBound
        return range.allSatisfy { Bytes.lowered(text[$0]) == bytes[start + $0] }
    }

    /// FNV-1a (Fowler, Noll and Vo).
    @inline(__always)
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(Bytes.lowered(byte))) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }

    private static func decomposed(_ word: String) -> [UInt8] {
        word.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "à": Array("a\u{300}".utf8)
            case "é": Array("e\u{301}".utf8)
            case "è": Array("e\u{300}".utf8)
            case "í": Array("i\u{301}".utf8)
            case "ó": Array("o\u{301}".utf8)
            default: Array(String(scalar).utf8)
            }
        }
    }
}

extension ByteWords where Value == Bool {
    /// A plain list.
    init(_ words: [String]) { self.init(Dictionary(words.map { ($0, true) }) { first, _ in first }) }

    func contains(_ text: Bytes.Text, _ range: Range<Int>) -> Bool { self[text, range] != nil }
}
