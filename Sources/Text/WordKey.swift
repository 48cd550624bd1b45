/// A word of ASCII bytes, folded, and what its writing tells, taken eight bytes at a time.
///
/// The arithmetic on eight bytes at once is that of Warren, «Hacker's Delight», 2nd ed. 2013, chapter 6: adding to a byte
/// below 128 what carries a limit to 128 tells in its top bit whether it has reached that limit.
struct WordKey {
    /// A longer one takes the general way.
    static let longest = 16

    /// The folded bytes, the first the lowest, and zeros.
    let low: UInt64
    let high: UInt64
    let flags: Token.Flags
    let hasComma: Bool

    /// `count` bytes of ASCII from `start` on, 1 to ``longest``, of a text of which `rest` bytes follow `start`.
    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, count: Int, rest: Int) {
        let (first, second) = Self.load(start, count: count, rest: rest)
        let capitals = (Self.capitals(first), Self.capitals(second))
        low = first | capitals.0 >> 2
        high = second | capitals.1 >> 2
        let letters = (Self.between(low, 0x61, 0x7A), Self.between(high, 0x61, 0x7A))
        var flags: Token.Flags = []
        if letters == capitals, letters.0.nonzeroBitCount + letters.1.nonzeroBitCount > 1 { flags.insert(.isAllCaps) }
        if Self.lowest(letters) == Self.lowest(capitals), letters != (0, 0) { flags.insert(.isCapitalised) }
        if Self.between(low, 0x30, 0x39) | Self.between(high, 0x30, 0x39) != 0 { flags.insert(.hasDigit) }
        self.flags = flags
        hasComma = Self.between(low, 0x2C, 0x2C) | Self.between(high, 0x2C, 0x2C) != 0
    }

    @inline(__always)
    private static func load(_ start: UnsafePointer<UInt8>, count: Int, rest: Int) -> (UInt64, UInt64) {
        let raw = UnsafeRawPointer(start)
        if rest >= 16 {
            let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
            if count <= 8 { return (first & .max >> UInt64(64 - 8 * count), 0) }
            let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            return (first, second & .max >> UInt64(128 - 8 * count))
        }
        var words: (UInt64, UInt64) = (0, 0)
        for place in 0..<count {
            let byte = UInt64(start[place])
            if place < 8 { words.0 |= byte << UInt64(8 * place) } else { words.1 |= byte << UInt64(8 * place - 64) }
        }
        return words
    }

    /// The top bit of each byte that is from `first` to `last`.
    @inline(__always)
    private static func between(_ bytes: UInt64, _ first: UInt64, _ last: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (bytes &+ ones &* (0x80 - first)) & ~(bytes &+ ones &* (0x7F - last)) & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func capitals(_ bytes: UInt64) -> UInt64 { between(bytes, 0x41, 0x5A) }

    /// The lowest bit that is set.
    @inline(__always)
    private static func lowest(_ bits: (UInt64, UInt64)) -> (UInt64, UInt64) {
        bits.0 != 0 ? (bits.0 & (0 &- bits.0), 0) : (0, bits.1 & (0 &- bits.1))
    }
}
