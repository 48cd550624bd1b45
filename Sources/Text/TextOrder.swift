/// In which order the parts of a paragraph stand on its lines, where some of it is written from right to left: the Unicode
/// Bidirectional Algorithm (UAX 9), by ICU.
///
/// Controls that turn the direction count for nothing: what a text says of them is shown as a mark, and must not move what
/// stands beside it. Marks of direction (U+200E, U+200F) do count. For one thread.
public final class TextOrder {
    /// A stretch of a line that is read one way.
    public struct Run: Hashable, Sendable {
        /// In UTF-8 offsets of the paragraph.
        public var range: Range<Int>
        public var isRightToLeft: Bool
    }

    private let order: ICU.Order
    /// The UTF-8 offset of each unit of UTF-16, and of the end.
    private let offsets: [Int]

    /// Linear. Nothing where all of `text` is written from left to right, which is quickly told.
    /// - Parameter isRightToLeft: which way the paragraph as a whole is written.
    public init?(_ text: String, isRightToLeft: Bool) {
        guard isRightToLeft || Self.mayTurn(text) else { return nil }
        var units: [UInt16] = []
        var offsets: [Int] = []
        units.reserveCapacity(text.utf8.count)
        offsets.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            for unit in UTF16.encode(Self.counted(scalar)) ?? UTF16.encodedReplacementCharacter {
                units.append(unit)
                offsets.append(offset)
            }
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        guard let order = ICU.Order(units, isRightToLeft: isRightToLeft) else { return nil }
        self.order = order
        self.offsets = offsets
    }

    /// The stretches of a line from left to right.
    /// - Parameter line: in UTF-8 offsets of the paragraph, from character to character.
    public func runs(of line: Range<Int>) -> [Run] {
        let units = unit(at: line.lowerBound)..<unit(at: line.upperBound)
        guard !units.isEmpty, let runs = order.runs(of: units) else { return [Run(range: line, isRightToLeft: false)] }
        return runs.map { Run(range: offsets[$0.range.lowerBound]..<offsets[$0.range.upperBound], isRightToLeft: $0.isRightToLeft) }
    }

    private func unit(at offset: Int) -> Int {
        var (low, high) = (0, offsets.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] >= offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What takes the place of a scalar in the reckoning: nothing that turns, and nothing that ends a paragraph within one.
    private static func counted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        case 0x0A, 0x0D, 0x1C...0x1E, 0x85, 0x2029: "\u{2028}"
        default: scalar
        }
    }

    /// Whether a byte of the text can belong to a letter that is written from right to left. All such letters are in
    /// U+0590–08FF, U+FB1D–FEFC, U+10800–10FFF and U+1E800–1EFFF; the bytes let a few others through, and none of Latin,
    /// Greek, Cyrillic, or the East.
    private static func mayTurn(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for (index, byte) in bytes.enumerated() where byte >= 0xD6 {
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                switch byte {
                case 0xD6...0xDF: return true
                case 0xE0 where (0xA0...0xA3).contains(next): return true
                case 0xEF where (0xAC...0xBB).contains(next): return true
                case 0xF0 where next == 0x90 || next == 0x9E: return true
                case _: continue
                }
            }
            return false
        }
    }
}
