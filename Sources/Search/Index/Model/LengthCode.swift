/// The length of a field in words as one byte: exact to 15, then with four significant bits, so at most 1/16 too low.
///
/// Ranking needs no more, and a byte a field keeps what it reads of a million articles in a megabyte. The idea is that
/// of Lucene's norms.
public enum LengthCode {
    /// Never decreases as `length` grows; 255 for all from 507,904 on.
    public static func encode(_ length: Int) -> UInt8 {
        let length = UInt64(max(0, length))
        guard length >= 16 else { return UInt8(length) }
        let shift = UInt64.bitWidth - length.leadingZeroBitCount - 5
        // The leading bit is implied: mantissas 16...31 at each shift.
        let code = 16 + 16 * shift + Int(length >> UInt64(shift)) - 16
        return UInt8(min(code, 255))
    }

    /// The least length that ``encode(_:)`` gives `code`.
    public static func decode(_ code: UInt8) -> Int {
        let code = Int(code)
        return code < 16 ? code : (code & 15 | 16) << ((code - 16) >> 4)
    }
}
