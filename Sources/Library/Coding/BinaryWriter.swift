/// Puts numbers and texts into bytes, for the columns that only this program reads.
struct BinaryWriter {
    private(set) var bytes: [UInt8] = []

    /// LEB128: seven bits a byte, the lowest first.
    mutating func append(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The eight bytes of IEEE 754, the lowest first: every value comes back as it was.
    mutating func append(_ number: Double) {
        var bits = number.bitPattern
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
        }
    }

    /// The length in UTF-8, and the bytes.
    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Nothing is told apart from an empty text.
    mutating func append(optional text: String?) {
        append(text == nil ? 0 : 1)
        if let text { append(text) }
    }
}
