/// A cell in sixteen bytes.
///
/// `glyph` holds up to three scalars, 21 bits each, the first one lowest, unused ones 0; or, with bit 63 set, the
/// index of a longer cluster in the canvas' `ClusterTable`. It is 0 in the right half of a wide cluster.
///
/// `look` holds the colours (24 bits and a bit that says they are set, first the foreground), eight bits of attributes
/// and two of width:
///
///     0…24 foreground   25…49 background   50…57 attributes   58…59 width
struct PackedCell: Hashable, Sendable {
    var glyph: UInt64
    var look: UInt64

    static let blank = PackedCell(glyph: PackedCell.space, look: PackedStyle.plain.bits | 1 << widthShift)

    static let space = UInt64(UInt8(ascii: " "))
    static let widthShift: UInt64 = 58
    static let internedBit: UInt64 = 1 << 63
    static let scalarBits: UInt64 = 21

    init(glyph: UInt64, look: UInt64) {
        self.glyph = glyph
        self.look = look
    }

    init(glyph: UInt64, style: PackedStyle, width: Int) {
        self.glyph = glyph
        look = style.bits | UInt64(width) << PackedCell.widthShift
    }

    /// The right half of a wide cluster.
    static func continuation(style: PackedStyle) -> PackedCell {
        PackedCell(glyph: 0, style: style, width: 0)
    }

    var width: Int { Int(look >> PackedCell.widthShift & 3) }

    var isContinuation: Bool { glyph == 0 }

    var isInterned: Bool { glyph & PackedCell.internedBit != 0 }

    var style: PackedStyle {
        get { PackedStyle(bits: look & PackedStyle.mask) }
        set { look = look & ~PackedStyle.mask | newValue.bits }
    }

    /// The same place emptied, its colours kept.
    var blanked: PackedCell { PackedCell(glyph: PackedCell.space, style: style, width: 1) }
}

/// A `Style` in 58 bits, see `PackedCell`.
struct PackedStyle: Hashable, Sendable {
    let bits: UInt64

    static let mask: UInt64 = 1 << 58 - 1
    static let plain = PackedStyle(bits: 0)

    init(bits: UInt64) {
        self.bits = bits
    }

    init(_ style: Style) {
        bits =
            PackedStyle.pack(style.foreground) | PackedStyle.pack(style.background) << 25
            | UInt64(style.attributes.rawValue) << 50
    }

    var style: Style {
        Style(
            foreground: PackedStyle.unpack(bits), background: PackedStyle.unpack(bits >> 25),
            attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 50)))
    }

    private static func pack(_ colour: Colour?) -> UInt64 {
        colour.map { UInt64($0.value) | 1 << 24 } ?? 0
    }

    private static func unpack(_ bits: UInt64) -> Colour? {
        bits & 1 << 24 == 0 ? nil : Colour(UInt32(truncatingIfNeeded: bits & 0xFF_FFFF))
    }
}
