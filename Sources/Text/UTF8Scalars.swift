/// The scalars of valid UTF-8, decoded by hand, because `String.unicodeScalars` is several times slower in a loop.
struct UTF8Scalars: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next scalar begins.
    private(set) var offset: Int
    private let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.init(bytes, in: 0..<bytes.count)
    }

    /// The scalars of `range`, which begins and ends between scalars.
    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    @inline(__always)
    mutating func next() -> UInt32? {
        guard offset < end else { return nil }
        let (scalar, length) = Self.decode(bytes, at: offset)
        offset += length
        return scalar
    }

    /// The scalar that begins at `offset`, and how many bytes it takes.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(bytes, offset + 1), 2) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | tail(bytes, offset + 1) << 6 | tail(bytes, offset + 2), 3)
        }
        let high = (first & 0x07) << 18 | tail(bytes, offset + 1) << 12
        return (high | tail(bytes, offset + 2) << 6 | tail(bytes, offset + 3), 4)
    }

    /// The scalar that ends at `offset`, `nil` at the start of the text.
    static func last(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decode(bytes, at: start).scalar
    }

    @inline(__always)
    private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset] & 0x3F)
    }
}
