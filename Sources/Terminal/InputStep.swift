/// What to do about the bytes at the front of the input.
enum InputStep {
    case input(Input, Int)
    case skip(Int)
    /// A string that is too long to be kept begins here.
    case skipString
    /// More bytes are needed to tell.
    case wait

    /// - Parameters:
    ///   - bytes: not empty.
    ///   - isFinal: no more bytes come soon.
    init(_ bytes: ArraySlice<UInt8>, keys: KeyTable, isFinal: Bool) {
        if bytes.first == escape {
            self = InputStep.escaped(bytes, keys: keys, isFinal: isFinal)
        } else {
            self = InputStep.character(bytes, isAlt: false, isFinal: isFinal)
        }
    }

    private static func key(_ key: Key?, _ length: Int) -> InputStep {
        key.map { .input(.event(.key($0)), length) } ?? .skip(length)
    }

    /// The same, so many bytes later.
    private func delayed(by count: Int) -> InputStep {
        switch self {
        case .input(let input, let length): .input(input, length + count)
        case .skip(let length): .skip(length + count)
        case .skipString, .wait: self
        }
    }
}

// MARK: ESC and what follows it

extension InputStep {
    private static func escaped(_ bytes: ArraySlice<UInt8>, keys: KeyTable, isFinal: Bool) -> InputStep {
        switch keys.match(bytes, isFinal: isFinal) {
        case .key(let key, let length): return .key(key, length)
        case .partial: return .wait
        case .none: break
        }
        let rest = bytes.dropFirst()
        guard let second = rest.first else { return isFinal ? .key(.escape, 1) : .wait }
        switch second {
        case escape: return doubleEscape(rest, keys: keys, isFinal: isFinal)
        case UInt8(ascii: "["): return controlSequence(bytes, isFinal: isFinal)
        case UInt8(ascii: "O"): return singleShift(bytes, isFinal: isFinal)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return string(bytes, isFinal: isFinal)
        case _: return character(rest, isAlt: true, isFinal: isFinal).delayed(by: 1)
        }
    }

    /// Some terminals put an ESC before the sequence of a key for Alt. Otherwise the first is the Escape key.
    private static func doubleEscape(_ rest: ArraySlice<UInt8>, keys: KeyTable, isFinal: Bool) -> InputStep {
        guard rest.count > 1 else { return isFinal ? .key(.escape, 1) : .wait }
        let inner = escaped(rest, keys: keys, isFinal: isFinal)
        if case .wait = inner { return .wait }
        guard case .input(.event(.key(.named(let named, let modifiers))), let length) = inner, named != .escape
        else { return .key(.escape, 1) }
        return .key(.named(named, modifiers.union(.alt)), length + 1)
    }

    private static func controlSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputStep {
        if bytes.count == 2, isFinal { return .key(.alt("["), 2) }
        switch ControlSequence.parse(bytes) {
        case .partial: return isFinal ? .skip(bytes.count) : .wait
        case .broken(let length): return .skip(length)
        case .complete(let sequence) where sequence.final == UInt8(ascii: "M") && sequence.length == 3:
            return oldMouse(bytes, isFinal: isFinal)
        case .complete(let sequence): return sequence.input.map { .input($0, sequence.length) } ?? .skip(sequence.length)
        }
    }

    /// `ESC [ M` and three bytes, from terminals that know no better form.
    private static func oldMouse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputStep {
        guard bytes.count >= 6 else { return isFinal ? .skip(bytes.count) : .wait }
        let values = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
        guard values[0] >= 0, values[1] > 0, values[2] > 0 else { return .skip(6) }
        let mouse = Mouse(buttons: values[0], column: values[1] - 1, row: values[2] - 1, isRelease: false)
        return mouse.map { .input(.event(.mouse($0)), 6) } ?? .skip(6)
    }

    /// `ESC O` and a letter: keys in application mode, those of the number pad too.
    private static func singleShift(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputStep {
        guard let letter = bytes.dropFirst(2).first else { return isFinal ? .key(.alt("O"), 2) : .wait }
        if letter == escape { return .key(.alt("O"), 2) }
        let pad = Array("jklmnopqrstuvwxy".utf8)
        let typed = Array("*+,-./0123456789")
        if let index = pad.firstIndex(of: letter) { return .key(.character(typed[index]), 3) }
        switch Unicode.Scalar(letter) {
        case "M": return .key(.enter, 3)
        case "X": return .key(.character("="), 3)
        case "A"..."S":
            let sequence = ControlSequence(final: letter, length: 3)
            return sequence.input.map { .input($0, 3) } ?? .skip(3)
        case _: return .skip(3)
        }
    }

    /// A string from the terminal, or Alt with the sign that would begin one: what follows tells.
    private static func string(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputStep {
        let rest = bytes.dropFirst()
        guard let third = bytes.dropFirst(2).first else {
            return isFinal ? character(rest, isAlt: true, isFinal: true).delayed(by: 1) : .wait
        }
        guard begins(rest.first, third) else { return character(rest, isAlt: true, isFinal: isFinal).delayed(by: 1) }
        guard let end = TerminalString.end(in: bytes.dropFirst()) else {
            return bytes.count > TerminalString.longest ? .skipString : isFinal ? .skip(bytes.count) : .wait
        }
        let length = end.after - bytes.startIndex
        let isCommand = rest.first == UInt8(ascii: "]")
        let input = isCommand ? TerminalString.input(bytes.dropFirst(2).prefix { $0 != 0x07 && $0 != escape }) : nil
        return input.map { .input($0, length) } ?? .skip(length)
    }

    private static func begins(_ second: UInt8?, _ third: UInt8) -> Bool {
        let isDigit = (0x30...0x39).contains(third)
        return switch second {
        case UInt8(ascii: "]"): isDigit
        case UInt8(ascii: "P"): isDigit || "$+>!".utf8.contains(third)
        case UInt8(ascii: "_"): third == UInt8(ascii: "G")
        case _: false
        }
    }
}

// MARK: Characters

extension InputStep {
    private static func character(_ bytes: ArraySlice<UInt8>, isAlt: Bool, isFinal: Bool) -> InputStep {
        guard let first = bytes.first else { return .wait }
        if first < 0x20 || first == 0x7F { return .key(control(first, isAlt: isAlt), 1) }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let encoded = bytes.prefix(length)
        guard let scalar = scalar(encoded), !(0x80...0x9F).contains(scalar.value) else {
            let isCut = encoded.count < length && first >= 0xC2 && first <= 0xF4
                && encoded.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
            return isCut && !isFinal ? .wait : .skip(max(1, isCut ? encoded.count : 1))
        }
        let character = Character(scalar)
        return .key(isAlt ? .alt(character) : .character(character), encoded.count)
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }

    private static func control(_ byte: UInt8, isAlt: Bool) -> Key? {
        let alt: Modifiers = isAlt ? .alt : []
        switch byte {
        case 0x08, 0x7F: return .named(.backspace, alt)
        case 0x09: return .named(.tab, alt)
        case 0x0A, 0x0D: return .named(.enter, alt)
        case 0x00: return isAlt ? .controlAlt(" ") : .control(" ")
        case _:
            let character = Character(Unicode.Scalar(byte < 0x1B ? byte + 0x60 : byte + 0x40))
            return isAlt ? .controlAlt(character) : .control(character)
        }
    }
}
