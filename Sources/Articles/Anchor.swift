/// How a passage is found again after its article changed: a position and a quote with what stood around it, as the
/// W3C Web Annotation model keeps them (TextPositionSelector and TextQuoteSelector, W3C Recommendation of 23 February 2017).
/// Offsets count UTF-8 bytes here; exports turn them into the characters that the model asks for.
public struct Anchor: Hashable, Sendable, Codable {
    /// The most bytes kept before and after the quote.
    public static let contextLength = 64

    public var start: Int
    public var end: Int
    public var quote: String
    public var prefix: String
    public var suffix: String

    public init(start: Int, end: Int, quote: String, prefix: String, suffix: String) {
        self.start = start
        self.end = end
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
    }

    /// The anchor of `range` in `text`, in UTF-8 offsets; both ends are moved outwards to character boundaries.
    public init(_ range: Range<Int>, in text: String) {
        let bytes = Array(text.utf8)
        let start = Self.boundary(atOrBefore: min(max(range.lowerBound, 0), bytes.count), in: bytes)
        let end = Self.boundary(atOrAfter: min(max(range.upperBound, start), bytes.count), in: bytes)
        let before = Self.boundary(atOrAfter: max(0, start - Self.contextLength), in: bytes)
        let after = Self.boundary(atOrBefore: min(bytes.count, end + Self.contextLength), in: bytes)
        self.init(
            start: start, end: end,
            quote: String(decoding: bytes[start..<end], as: UTF8.self),
            prefix: String(decoding: bytes[min(before, start)..<start], as: UTF8.self),
            suffix: String(decoding: bytes[end..<max(after, end)], as: UTF8.self))
    }

    private static func boundary(atOrBefore offset: Int, in bytes: [UInt8]) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    private static func boundary(atOrAfter offset: Int, in bytes: [UInt8]) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }
}
