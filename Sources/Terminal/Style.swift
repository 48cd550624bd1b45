/// How a cell looks: its colours and attributes.
public struct Style: Hashable, Sendable {
    /// The colour of the glyph; nil is the terminal's own default.
    public var foreground: Colour?
    /// The colour behind the glyph; nil is the terminal's own default.
    public var background: Colour?
    public var attributes: Attributes

    public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's default colours, no attributes.
    public static let plain = Style()
}

/// The attributes that a terminal can show beside colours. A terminal that lacks one shows the text without it.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1 << 0)
    public static let dim = Attributes(rawValue: 1 << 1)
    public static let italic = Attributes(rawValue: 1 << 2)
    public static let underline = Attributes(rawValue: 1 << 3)
    public static let reverse = Attributes(rawValue: 1 << 4)

    /// The words for the members of `self`, in the order of declaration.
    var names: [String] {
        let all: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

extension Style: CustomStringConvertible {
    /// `fg=#rrggbb bg=#rrggbb bold underline`, parts at their default left out; `plain` where all are.
    public var description: String {
        var parts: [String] = []
        if let foreground { parts.append("fg=\(foreground)") }
        if let background { parts.append("bg=\(background)") }
        parts += attributes.names
        return parts.isEmpty ? "plain" : parts.joined(separator: " ")
    }
}
