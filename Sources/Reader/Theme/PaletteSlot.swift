/// The named colours of a base16 scheme (`base00`–`base0F`) and of its extension base24 (`base10`–`base17`),
/// as the styling guides of the two systems define them.
public enum PaletteSlot: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// The page itself.
    case base00
    /// A raised surface: status lines, the block under the cursor.
    case base01
    /// What is selected.
    case base02
    /// Comments, hints.
    case base03
    /// Secondary text.
    case base04
    /// Text.
    case base05
    case base06
    case base07
    /// Red, orange, yellow, green, cyan, blue, purple and brown, in this order.
    case base08, base09, base0A, base0B, base0C, base0D, base0E, base0F
    /// Of base24: two darker backgrounds, then bright red, yellow, green, cyan, blue and purple.
    case base10, base11, base12, base13, base14, base15, base16, base17

    /// As schemes write it.
    public var name: String {
        let digits = String(rawValue, radix: 16, uppercase: true)
        return rawValue < 16 ? "base0" + digits : "base" + digits
    }

    /// The slots that every scheme has.
    public static let ofBase16: [PaletteSlot] = allCases.filter { $0 < .base10 }

    public static func < (left: PaletteSlot, right: PaletteSlot) -> Bool { left.rawValue < right.rawValue }

    /// What stands in for a slot of base24 in a scheme that has only sixteen, as base24's guide has it;
    /// a slot of base16 stands for itself.
    var inBase16: PaletteSlot {
        switch self {
        case .base10, .base11: .base00
        case .base12: .base08
        case .base13: .base0A
        case .base14: .base0B
        case .base15: .base0C
        case .base16: .base0D
        case .base17: .base0E
        case .base00, .base01, .base02, .base03, .base04, .base05, .base06, .base07,
            .base08, .base09, .base0A, .base0B, .base0C, .base0D, .base0E, .base0F:
            self
        }
    }
}
