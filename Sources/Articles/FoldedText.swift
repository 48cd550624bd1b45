/// A text in the form in which passages are compared: white space of any kind and length is one blank, quotation marks are
/// straight, dashes are hyphens, and what has no width is left out. Every byte knows where it stood.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    /// Where each byte's character begins in the original, in UTF-8 offsets; and one more, the length of the original.
    private(set) var offsets: [Int] = []
    /// Where each byte's character ends in the original.
    private(set) var ends: [Int] = []

    /// Linear in the length of `text`.
    init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count)
        offsets.reserveCapacity(text.count + 1)
        ends.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                append(ascii: byte, at: index, length: 1)
                index += 1
            } else {
                index += append(other: text, at: index)
            }
        }
        offsets.append(text.count)
    }

    /// The original range of a range of folded bytes, in UTF-8 offsets.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return offsets[range.lowerBound]..<offsets[range.lowerBound] }
        return offsets[range.lowerBound]..<ends[range.upperBound - 1]
    }

    /// The folded offset of what stands at `offset` of the original, or the next that there is. Logarithmic.
    func folded(_ offset: Int) -> Int {
        var (low, high) = (0, bytes.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func append(ascii byte: UInt8, at offset: Int, length: Int) {
        let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
        guard isBlank || byte == 0x2D, let last = bytes.last, last == (isBlank ? 0x20 : 0x2D) else {
            add(isBlank ? 0x20 : byte, offset, length)
            return
        }
        // Of several blanks or hyphens one stands for all.
        ends[ends.count - 1] = offset + length
    }

    private mutating func add(_ byte: UInt8, _ offset: Int, _ length: Int) {
        bytes.append(byte)
        offsets.append(offset)
        ends.append(offset + length)
    }

    /// How many bytes of the original were taken.
    private mutating func append(other text: [UInt8], at index: Int) -> Int {
        let lead = text[index]
        let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, text.count - index)
        var scalar = UInt32(length == 1 ? lead : lead & (0x7F >> UInt8(length)))
        for next in text[index..<(index + length)].dropFirst() { scalar = scalar << 6 | UInt32(next & 0x3F) }
        switch scalar {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC, 0x2039, 0x203A, 0xB4: add(0x27, index, length)
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: add(0x22, index, length)
        case 0x2010...0x2015, 0x2212: append(ascii: 0x2D, at: index, length: length)
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85: append(ascii: 0x20, at: index, length: length)
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
        case 0x2026: for _ in 0..<3 { add(0x2E, index, length) }
        default: for part in text[index..<(index + length)] { add(part, index, length) }
        }
        return length
    }
}
