/// Numbers of a block, each in the same number of bits, end to end (Lemire and Boytsov, «Decoding billions of integers
/// per second through vectorization», Software: Practice and Experience 45(1), 2015, after Goldstein and others 1998).
///
/// Number `i` begins at bit `i * width`, low bits first, in little-endian order, so one unaligned load of eight bytes,
/// a shift and a mask give any of them: no loop over those before it, and no case for each width.
enum BitPacking {
    /// Decoding loads eight bytes at once: so many must follow the last byte of packed numbers.
    static let slack = 8

    /// The bits that `value` needs.
    @inline(__always)
    static func width(of value: UInt32) -> Int { UInt32.bitWidth - value.leadingZeroBitCount }

    /// The bytes that `count` numbers of `width` bits take.
    @inline(__always)
    static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 7) >> 3 }

    /// Appends `values`, each of at most `width` bits.
    static func pack(_ values: UnsafeBufferPointer<UInt32>, width: Int, into bytes: inout ByteWriter) {
        guard width > 0, !values.isEmpty else { return }
        let length = byteCount(values.count, width: width)
        let target = UnsafeMutableRawPointer(bytes.appendGap(length, slack: slack))
        var pending: UInt64 = 0
        var filled: UInt64 = 0
        var offset = 0
        for value in values {
            pending |= UInt64(value) &<< filled
            filled &+= UInt64(width)
            if filled >= 32 {
                target.storeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian, toByteOffset: offset, as: UInt32.self)
                pending &>>= 32
                filled &-= 32
                offset &+= 4
            }
        }
        target.storeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian, toByteOffset: offset, as: UInt32.self)
    }

    /// The number at `index` of those packed at `bytes`. Eight bytes must be readable from its first.
    @inline(__always)
    static func value(at index: Int, _ bytes: UnsafeRawPointer, width: Int) -> UInt32 {
        let bit = index &* width
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
        return UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7)) & mask(width)
    }

    @inline(__always)
    static func mask(_ width: Int) -> UInt32 { UInt32(truncatingIfNeeded: (1 as UInt64) &<< UInt64(width) &- 1) }

    /// The first `count` numbers packed at `bytes`, into `values`.
    @inline(__always)
    static func unpack(
        _ bytes: UnsafeRawPointer, count: Int, width: Int, into values: UnsafeMutablePointer<UInt32>
    ) {
        let mask = mask(width)
        var bit = 0
        for index in 0..<count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
            values[index] = UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7)) & mask
            bit &+= width
        }
    }

    /// The same for gaps: `values[i]` becomes the sum of all gaps to `i`, one more for each, from `base` on. So a list of
    /// consecutive numbers takes no bits at all.
    @inline(__always)
    static func unpackGaps(
        _ bytes: UnsafeRawPointer, count: Int, width: Int, after base: UInt32, into values: UnsafeMutablePointer<UInt32>
    ) {
        let mask = mask(width)
        var bit = 0
        var sum = base
        for index in 0..<count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
            sum = sum &+ (UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7)) & mask) &+ 1
            values[index] = sum
            bit &+= width
        }
    }
}
