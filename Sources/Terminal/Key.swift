/// A key as a terminal reports it.
///
/// A terminal sends the same for some keys: Tab is Ctrl-I, Enter is Ctrl-M (and Ctrl-J), Escape is Ctrl-[, Backspace
/// is Ctrl-H. They always arrive under the first of these names.
public enum Key: Hashable, Sendable {
    /// A key that types a character; space is `character(" ")`.
    case character(Character)
    /// Ctrl with a lower-case letter, a digit, space, or one of `\ ] ^ _`.
    case control(Character)
    /// Alt with the key of a character.
    case alt(Character)
    /// Ctrl and Alt with a lower-case letter.
    case controlAlt(Character)
    /// A key that has a name of its own, with what is held with it.
    case named(Named, Modifiers)
    /// F1 and above, with what is held with it.
    case function(Int, Modifiers)

    /// The keys that have a name of their own. Their raw values are the canonical names.
    public enum Named: String, CaseIterable, Sendable {
        case enter = "Enter"
        case escape = "Esc"
        case tab = "Tab"
        case backspace = "Backspace"
        case delete = "Del"
        case insert = "Ins"
        case up = "Up"
        case down = "Down"
        case left = "Left"
        case right = "Right"
        case home = "Home"
        case end = "End"
        case pageUp = "PgUp"
        case pageDown = "PgDn"
    }
}

/// The named keys alone, for brevity: `.enter` is `.named(.enter, [])`.
extension Key {
    public static let enter = Key.named(.enter, [])
    public static let escape = Key.named(.escape, [])
    public static let tab = Key.named(.tab, [])
    public static let backTab = Key.named(.tab, .shift)
    public static let backspace = Key.named(.backspace, [])
    public static let delete = Key.named(.delete, [])
    public static let insert = Key.named(.insert, [])
    public static let up = Key.named(.up, [])
    public static let down = Key.named(.down, [])
    public static let left = Key.named(.left, [])
    public static let right = Key.named(.right, [])
    public static let home = Key.named(.home, [])
    public static let end = Key.named(.end, [])
    public static let pageUp = Key.named(.pageUp, [])
    public static let pageDown = Key.named(.pageDown, [])

    public static func function(_ number: Int) -> Key { .function(number, []) }
}
