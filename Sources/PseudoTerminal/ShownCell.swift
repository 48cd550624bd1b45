/// A cell as the terminal shows it.
public struct ShownCell: Hashable, Sendable {
    /// The cluster; a blank in an empty cell, empty in the right half of a wide one.
    public var text: String
    public var foreground: ShownColour
    public var background: ShownColour
    public var isBold: Bool
    public var isItalic: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool
}

/// A colour as the program asked for it.
public enum ShownColour: Hashable, Sendable {
    case standard
    case indexed(Int)
    /// `0xRRGGBB`.
    case direct(UInt32)
}
