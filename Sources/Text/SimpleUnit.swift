/// A word of simple scalars with the blanks behind it.
struct SimpleUnit {
    /// Where the word ends.
    private(set) var contentEnd: Int
    /// Where the blanks end.
    let end: Int
    /// The columns of the word; 0 if there are only blanks.
    private(set) var columns = 0
    /// The number of blanks.
    private(set) var blanks = 0

    /// `nil` if anything else stands at `range`, also where blanks stand before or inside the word.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        contentEnd = range.lowerBound
        end = range.upperBound
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte == 0x20 {
                blanks += 1
                offset += 1
                continue
            }
            guard blanks == 0 else { return nil }
            if byte < 0x80 {
                guard byte > 0x20, byte != 0x7F else { return nil }
                columns += 1
                offset += 1
            } else {
                let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
                guard let width = SimpleScalar.width(scalar) else { return nil }
                columns += width
                offset += length
            }
            contentEnd = offset
        }
    }
}
