import CVterm

/// A key to be pressed; what it sends depends on the modes that the program has set.
public enum PressedKey: Hashable, Sendable {
    case enter, tab, backspace, escape, up, down, left, right, insert, delete, home, end, pageUp, pageDown
    case function(Int)

    var key: VTermKey {
        switch self {
        case .enter: VTERM_KEY_ENTER
        case .tab: VTERM_KEY_TAB
        case .backspace: VTERM_KEY_BACKSPACE
        case .escape: VTERM_KEY_ESCAPE
        case .up: VTERM_KEY_UP
        case .down: VTERM_KEY_DOWN
        case .left: VTERM_KEY_LEFT
        case .right: VTERM_KEY_RIGHT
        case .insert: VTERM_KEY_INS
        case .delete: VTERM_KEY_DEL
        case .home: VTERM_KEY_HOME
        case .end: VTERM_KEY_END
        case .pageUp: VTERM_KEY_PAGEUP
        case .pageDown: VTERM_KEY_PAGEDOWN
        case .function(let number): VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
        }
    }
}

/// What is held with a key or a mouse button.
public struct HeldKeys: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let shift = HeldKeys(rawValue: VTERM_MOD_SHIFT.rawValue)
    public static let alt = HeldKeys(rawValue: VTERM_MOD_ALT.rawValue)
    public static let control = HeldKeys(rawValue: VTERM_MOD_CTRL.rawValue)

    var modifiers: VTermModifier { VTermModifier(rawValue) }
}

/// A button of the mouse, as X numbers them.
public enum PressedButton: Int32, Hashable, Sendable {
    case left = 1
    case middle
    case right
    case wheelUp
    case wheelDown
}
