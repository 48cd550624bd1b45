extension ControlSequence {
    /// What the sequence says; nil for what we do not know, which is swallowed.
    var input: Input? {
        switch leader {
        case 0: final == UInt8(ascii: "~") ? numberedKey : key.map { .event(.key($0)) }
        case UInt8(ascii: "<"): mouse.map { .event(.mouse($0)) }
        case UInt8(ascii: "["): consoleKey.map { .event(.key($0)) }
        case UInt8(ascii: "?") where final == UInt8(ascii: "c"): .deviceAttributes
        // Off, but it could be switched on: what cannot be changed, or is not known, has another number.
        case UInt8(ascii: "?") where final == UInt8(ascii: "y") && parameter(0) == 69: .margins(parameter(1) == 2)
        case _: nil
        }
    }

    private var modifiers: Modifiers { Modifiers(code: parameter(1, or: 1)) }

    /// `ESC [ 1 ; modifiers letter`.
    private var key: Key? {
        switch Unicode.Scalar(final) {
        case "A": .named(.up, modifiers)
        case "B": .named(.down, modifiers)
        case "C": .named(.right, modifiers)
        case "D": .named(.left, modifiers)
        case "H": .named(.home, modifiers)
        case "F": .named(.end, modifiers)
        case "P": .function(1, modifiers)
        case "Q": .function(2, modifiers)
        // Without the 1 it is a report of the cursor's place.
        case "R": parameter(0, or: 1) == 1 && parameters.count < 3 ? .function(3, modifiers) : nil
        case "S": .function(4, modifiers)
        case "Z": .named(.tab, modifiers.union(.shift))
        case "u": Key(code: parameter(0), Modifiers(code: parameter(1, or: 1)))
        case _: nil
        }
    }

    /// `ESC [ [ letter`, as the Linux console has it.
    private var consoleKey: Key? {
        (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final) - 0x40) : nil
    }

    /// `ESC [ number ; modifiers ~`.
    private var numberedKey: Input? {
        let number = parameter(0)
        if number == 200 { return .pasteBegins }
        // xterm's modifyOtherKeys: `ESC [ 27 ; modifiers ; code ~`.
        if number == 27 { return Key(code: parameter(2), modifiers).map { .event(.key($0)) } }
        if let named = ControlSequence.named(number) { return .event(.key(.named(named, modifiers))) }
        return ControlSequence.functions[number].map { .event(.key(.function($0, modifiers))) }
    }

    private static func named(_ number: Int) -> Key.Named? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case _: nil
        }
    }

    /// The numbers of DEC's function keys have gaps.
    private static let functions: [Int: Int] = [
        11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 17: 6, 18: 7, 19: 8, 20: 9, 21: 10, 23: 11, 24: 12, 25: 13, 26: 14, 28: 15,
        29: 16, 31: 17, 32: 18, 33: 19, 34: 20,
    ]

    /// `ESC [ < buttons ; column ; row M`, or `m` for a release.
    private var mouse: Mouse? {
        guard parameters.count >= 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        return Mouse(
            buttons: parameter(0), column: parameter(1, or: 1) - 1, row: parameter(2, or: 1) - 1,
            isRelease: final == UInt8(ascii: "m"))
    }
}

extension Mouse {
    /// What xterm packs into one number: the button, modifiers, movement and the wheel. Nil for what we have no use
    /// for.
    init?(buttons: Int, column: Int, row: Int, isRelease: Bool) {
        let button: Button? =
            switch buttons & 3 {
            case 0: .left
            case 1: .middle
            case 2: .right
            case _: nil
            }
        let kind: Kind? =
            switch buttons & 0xE0 {
            case 0: isRelease ? button.map(Kind.release) : button.map(Kind.press)
            case 32: button.map(Kind.drag)
            case 64: isRelease ? nil : buttons & 3 == 0 ? .wheelUp : buttons & 3 == 1 ? .wheelDown : nil
            case _: nil
            }
        guard let kind else { return nil }
        self.init(column: column, row: row, kind: kind, modifiers: Mouse.modifiers(buttons))
    }

    private static func modifiers(_ buttons: Int) -> Modifiers {
        var modifiers: Modifiers = []
        if buttons & 4 != 0 { modifiers.insert(.shift) }
        if buttons & 8 != 0 { modifiers.insert(.alt) }
        if buttons & 16 != 0 { modifiers.insert(.control) }
        return modifiers
    }
}

extension Key {
    /// A key by the code point it types, as newer protocols report keys.
    init?(code: Int, _ modifiers: Modifiers) {
        switch code {
        case 8, 127: self = .named(.backspace, modifiers)
        case 9: self = .named(.tab, modifiers)
        case 13: self = .named(.enter, modifiers)
        case 27: self = .named(.escape, modifiers)
        case 32...:
            guard let scalar = Unicode.Scalar(UInt32(code)), !(0x80...0x9F).contains(code) else { return nil }
            let character = Character(scalar)
            // The code of a sign is the shifted one already; that of a letter need not be.
            let isLetter = character.isASCII && character.isLetter
            let held = isLetter && !modifiers.contains(.control) ? modifiers : modifiers.subtracting(.shift)
            guard let key = Key(character, held) else { return nil }
            self = key
        case _: return nil
        }
    }
}
