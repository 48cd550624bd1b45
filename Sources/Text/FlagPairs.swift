/// Tells which regional indicators belong together to a flag (GB12 and GB13 of UAX 29).
///
/// UAX 14 counts them otherwise where a mark or control character stands among them. Linear over a text, because
/// the run last looked at is remembered.
struct FlagPairs {
    private static let length = 4
    /// The run of indicators last looked at, up to where it was looked at.
    private var run = 0..<0

    /// Whether a flag lies across `offset`, between two scalars. Ask in ascending order.
    mutating func isInside(_ offset: Int, _ before: UInt32, _ after: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Self.isIndicator(before), Self.isIndicator(after) else { return false }
        var start = offset
        while start > run.upperBound, let scalar = UTF8Scalars.last(before: start, in: bytes), Self.isIndicator(scalar) {
            start -= Self.length
        }
        run = (start == run.upperBound && !run.isEmpty ? run.lowerBound : start)..<offset
        return run.count / Self.length % 2 == 1
    }

    private static func isIndicator(_ scalar: UInt32) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar)
    }
}
