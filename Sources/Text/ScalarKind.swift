/// What a scalar can do to a terminal.
enum ScalarKind {
    /// Shown as it is.
    case plain
    /// Drawn over the character before it.
    case mark
    /// Drawn after the character before it, in a column of its own.
    case spacingMark
    /// Moves the cursor or starts a sequence.
    case control
    /// Ends a line.
    case lineBreak
    /// Not seen, but does something: joins, turns the direction, selects a variant, hides data.
    case invisible
    /// Private use, unassigned or no character at all: who knows what is drawn.
    case unknown

    init(_ scalar: UInt32) {
        if SimpleScalar.width(scalar) != nil {
            self = .plain
        } else if scalar < 0xA0 {
            self = Self.kind(ofControl: scalar)
        } else {
            self = Self.kind(ofOther: scalar)
        }
    }

    private static func kind(ofControl scalar: UInt32) -> ScalarKind {
        switch scalar {
        case 0x0A...0x0D, 0x85: .lineBreak
        case 0x20...0x7E: .plain
        default: .control
        }
    }

    private static func kind(ofOther scalar: UInt32) -> ScalarKind {
        if scalar == 0x034F { return .mark }  // The grapheme joiner counts with the marks it stands among.
        if ICU.isDefaultIgnorable(scalar), ICU.category(of: scalar) != .unassigned { return .invisible }
        return switch ICU.category(of: scalar) {
        case .letter, .number, .otherNumber, .space, .symbol: .plain
        case .nonspacingMark: .mark
        case .spacingMark: .spacingMark
        case .control: .control
        case .separator: .lineBreak
        case .format: isVisibleFormat(scalar) ? .plain : .invisible
        case .privateUse, .surrogate, .unassigned: .unknown
        }
    }

    /// Signs that enclose the digits after them (Prepended_Concatenation_Mark): format characters, yet drawn.
    static func isVisibleFormat(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }
}
