import Text

/// Numbers one after the other in as few bytes as they take, seven bits each; written first and read once, in order.
final class PackedNumbers {
    private var bytes = LargeArray<UInt8>()
    private var offset = 0
    /// One more than the last number that was written, or read, as one of ascending ones.
    private var ascending = 0

    func append(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    /// Small for numbers near 0 of either sign.
    func append(signed value: Int64) { append(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    /// A number higher than all before.
    func append(ascending value: Int) {
        append(UInt64(value - ascending))
        ascending = value + 1
    }

    /// The next number; nothing at the end.
    func next() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    func nextSigned() -> Int64? { next().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) } }

    /// The next of those that ascend.
    func nextAscending() -> Int? {
        // What was written is read from the beginning.
        if offset == 0 { ascending = 0 }
        guard let gap = next() else { return nil }
        defer { ascending += Int(gap) + 1 }
        return ascending + Int(gap)
    }
}
