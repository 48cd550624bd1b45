/// Walks the words of UTF-8 without making strings of them: for questions about common words, where a table of hashes
/// answers. Runs of ASCII letters and digits and of characters beyond ASCII that are no punctuation count as words.
struct WordBytes {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// A word: where it stands, and the hash of its small letters.
    struct Word {
        var range: Range<Int>
        var hash: UInt64
    }

    mutating func next() -> Word? {
        while position < bytes.count, case let length = Self.separator(at: position, in: bytes), length > 0 {
            position += length
        }
        guard position < bytes.count else { return nil }
        let start = position
        var hash = Self.seed
        while position < bytes.count, Self.separator(at: position, in: bytes) == 0 {
            if bytes[position] < 0x80 {
                Self.add(Self.lower(bytes[position]), to: &hash)
                position += 1
            } else {
                addWide(to: &hash)
            }
        }
        return Word(range: start..<position, hash: hash)
    }

    /// A character of more than one byte; capitals of Latin-1 and of Cyrillic as their small letters.
    private mutating func addWide(to hash: inout UInt64) {
        let first = bytes[position]
        let second = position + 1 < bytes.count ? bytes[position + 1] : 0
        switch (first, second) {
        case (0xC3, 0x80...0x9E): Self.add(first, second + 0x20, to: &hash)
        case (0xD0, 0x90...0x9F): Self.add(first, second + 0x20, to: &hash)
        case (0xD0, 0xA0...0xAF): Self.add(0xD1, second - 0x20, to: &hash)
        case (0xD0, 0x80...0x8F): Self.add(0xD1, second + 0x10, to: &hash)
        default:
            Self.add(first, to: &hash)
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 {
                Self.add(bytes[position], to: &hash)
                position += 1
            }
            return
        }
        position += 2
    }

    // MARK: Hashes (FNV-1a, 64 bits)

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private static func add(_ first: UInt8, _ second: UInt8, to hash: inout UInt64) {
        add(first, to: &hash)
        add(second, to: &hash)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// The hash of the first word of `text`, for making tables.
    static func hash(of text: some StringProtocol) -> UInt64 {
        var text = String(text)
        return text.withUTF8 { bytes in
            var words = WordBytes(bytes)
            return words.next()?.hash ?? seed
        }
    }

    /// The length of the separator at `index`, or 0 inside of a word: ASCII that is no letter or digit, the punctuation
    /// of Latin-1 (C2), the general one (E2 80 to E2 82) and that of Chinese and Japanese (E3 80).
    private static func separator(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return Bytes.isLetter(byte) || Bytes.isDigit(byte) ? 0 : 1 }
        switch byte {
        case 0xC2: return min(2, bytes.count - index)
        case 0xE2 where index + 1 < bytes.count && bytes[index + 1] <= 0x82: return min(3, bytes.count - index)
        case 0xE3 where index + 1 < bytes.count && bytes[index + 1] == 0x80: return min(3, bytes.count - index)
        default: return 0
        }
    }
}
