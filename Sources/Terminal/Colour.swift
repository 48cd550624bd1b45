/// A colour as red, green and blue, eight bits each, in the sRGB space.
public struct Colour: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour whose value is `0xRRGGBB`; bits above the 24th are ignored.
    public init(_ value: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value))
    }

    /// The colour written as six hexadecimal digits, with or without `#` before them, as base16 themes have it.
    /// - Returns: nil for anything else.
    public init?(hexadecimal text: some StringProtocol) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy(Colour.isHexadecimal), let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(value)
    }

    /// `0xRRGGBB`.
    public var value: UInt32 {
        UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }

    // `UInt32(_:radix:)` alone would let a sign pass.
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        case _: false
        }
    }
}

extension Colour: CustomStringConvertible {
    /// `#rrggbb`.
    public var description: String {
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}
