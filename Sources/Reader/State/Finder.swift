import Text

/// Finds words in a text without regard to case, to the kind of quotes, dashes and blanks; line breaks count as blanks.
struct Finder {
    /// The most hits that are marked.
    static let limit = 10_000

    private let needle: [UInt32]

    init(_ words: String) {
        needle = Self.folded(words.trimmed).values
    }

    /// UTF-8 ranges of `text`, none overlapping another. Linear in the text for the short words that people type.
    func hits(in text: String) -> [Range<Int>] {
        var text = text
        if let hits = text.withUTF8({ quickHits(in: $0) }) { return hits }
        return generalHits(in: text)
    }

    /// The same, whatever is looked for.
    func generalHits(in text: String) -> [Range<Int>] {
        guard let first = needle.first else { return [] }
        let hay = Self.folded(text)
        var hits: [Range<Int>] = []
        var index = 0
        while index + needle.count <= hay.values.count, hits.count < Self.limit {
            if hay.values[index] == first, hay.values[index..<index + needle.count].elementsEqual(needle) {
                hits.append(hay.starts[index]..<hay.starts[index + needle.count])
                index += needle.count
            } else {
                index += 1
            }
        }
        return hits
    }

    /// The scalars as they are compared, and where each begins; one more start, the end of the text.
    private static func folded(_ text: String) -> (values: [UInt32], starts: [Int]) {
        var values: [UInt32] = []
        var starts: [Int] = []
        values.reserveCapacity(text.utf8.count)
        starts.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            values.append(fold(scalar))
            starts.append(offset)
            offset += UTF8.width(scalar)
        }
        starts.append(offset)
        return (values, starts)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x41...0x5A: scalar.value + 0x20
        case 0x09...0x0D, 0xA0, 0x2007, 0x2009, 0x202F: 0x20
        case ..<0x80: scalar.value
        case 0x2018, 0x2019, 0x201B: 0x27
        case 0x201C, 0x201D, 0x201F: 0x22
        case 0x2010...0x2015, 0x2212: 0x2D
        default: lowercase(scalar)
        }
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> UInt32 {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first?.value ?? scalar.value : scalar.value
    }
}

extension Finder {
    /// What ASCII is compared as.
    private static let foldedASCII: [UInt8] = (UInt8(0)..<128).map { byte in
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case 0x09...0x0D: 0x20
        default: byte
        }
    }

    /// The same on the bytes, without a copy of the text: as it is typed, an article of many thousand lines is looked through
    /// at every key. Nothing where something of the text that is not ASCII could be compared as ASCII that is looked for.
    func quickHits(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
        guard let first = needle.first else { return [] }
        let needle = needle.compactMap { $0 < 0x80 ? UInt8($0) : nil }
        guard needle.count == self.needle.count, Self.isASCIIOnly(needle) || Self.isASCII(text) else { return nil }
        var hits: [Range<Int>] = []
        Self.foldedASCII.withUnsafeBufferPointer { folded in
            func matches(_ start: Int) -> Bool {
                var offset = 0
                while offset < needle.count {
                    let byte = text[start + offset]
                    guard byte < 0x80, folded[Int(byte)] == needle[offset] else { return false }
                    offset += 1
                }
                return true
            }
            let first = UInt8(first)
            var index = 0
            while index + needle.count <= text.count, hits.count < Self.limit {
                let byte = text[index]
                if byte < 0x80, folded[Int(byte)] == first, matches(index) {
                    hits.append(index..<index + needle.count)
                    index += needle.count
                } else {
                    index += 1
                }
            }
        }
        return hits
    }

    private static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count, text[index] < 0x80 { index += 1 }
        return index == text.count
    }

    /// Whether nothing beyond ASCII is compared as one of these: blanks, quotes and dashes have many forms, and the sign for
    /// kelvin is a k.
    private static func isASCIIOnly(_ needle: [UInt8]) -> Bool { !needle.contains { " '\"-k".utf8.contains($0) } }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
