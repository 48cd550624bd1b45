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
        if Self.isCommon(scalar) {
            self = .plain
        } else if scalar < 0xA0 {
            self = Self.kind(ofControl: scalar)
        } else {
            self = Self.kind(ofOther: scalar)
        }
    }

    /// The ranges of which most text is made, without a look into the tables.
    @inline(__always)
    private static func isCommon(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true
        case 0x370...0x377, 0x38E...0x3A1, 0x3A3...0x482, 0x48A...0x52F: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x3041...0x3096, 0x4E00...0x9FFC: true
        default: false
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
    private static func isVisibleFormat(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }
}
