/// Where URLs stand in a text: what begins with a scheme and `://`, or with `www.`, up to the next character that
/// cannot be part of one, without the punctuation that ends the sentence around it.
struct URLRanges {
    private(set) var ranges: [Range<Int>] = []

    /// One pass.
    init(in bytes: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        while offset < bytes.count {
            guard let start = Self.start(of: bytes, at: offset, after: ranges.last?.upperBound ?? 0) else {
                offset += 1
                continue
            }
            let end = Self.end(of: bytes, from: offset)
            if end > offset { ranges.append(start..<end) }
            offset = max(end, offset + 1)
        }
    }

    /// A walk over the ranges that is asked about ascending offsets.
    struct Walk {
        private let ranges: [Range<Int>]
        private var next = 0

        fileprivate init(_ ranges: [Range<Int>]) {
            self.ranges = ranges
        }

        /// Whether `offset` stands between two bytes of one URL. Going back a little is allowed, at a cost.
        @inline(__always)
        mutating func isInside(_ offset: Int) -> Bool {
            guard !ranges.isEmpty else { return false }
            while next > 0, ranges[next - 1].upperBound > offset { next -= 1 }
            while next < ranges.count, ranges[next].upperBound <= offset { next += 1 }
            return next < ranges.count && ranges[next].lowerBound < offset
        }
    }

    func walk() -> Walk {
        Walk(ranges)
    }

    /// Where the URL begins whose `://` or `www.` stands at `offset`.
    @inline(__always)
    private static func start(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, after floor: Int) -> Int? {
        switch bytes[offset] {
        case UInt8(ascii: ":"): startOfScheme(bytes, at: offset, after: floor)
        case UInt8(ascii: "w"): startOfHost(bytes, at: offset)
        default: nil
        }
    }

    /// No scheme in use is longer.
    private static let longestScheme = 32

    private static func startOfScheme(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, after floor: Int) -> Int? {
        guard offset + 3 < bytes.count, bytes[offset + 1] == UInt8(ascii: "/"), bytes[offset + 2] == UInt8(ascii: "/")
        else { return nil }
        var start = offset
        while start > floor, offset - start < longestScheme, isScheme(bytes[start - 1]) { start -= 1 }
        while start < offset, !isLetter(bytes[start]) { start += 1 }
        return start < offset ? start : nil
    }

    private static func startOfHost(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset + 4 < bytes.count, bytes[offset + 1] == UInt8(ascii: "w"), bytes[offset + 2] == UInt8(ascii: "w"),
            bytes[offset + 3] == UInt8(ascii: "."), offset == 0 || !isScheme(bytes[offset - 1])
        else { return nil }
        return offset
    }

    private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        while end > start, isClosing(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Whether a URL that is too long may be broken after `byte`.
    static func separates(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: ";"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isScheme(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), 0x7F...: false
        default: byte > 0x20
        }
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
