extension Key {
    /// The canonical name: `g`, `C-d`, `A-x`, `S-Tab`, `PgDn`, `A-Left`, `F1`, `Space`.
    public var name: String {
        switch self {
        case .character(let character): Key.spell(character)
        case .control(let character): "C-" + Key.spell(character)
        case .alt(let character): "A-" + Key.spell(character)
        case .controlAlt(let character): "C-A-" + Key.spell(character)
        case .named(let named, let modifiers): modifiers.prefix + named.rawValue
        case .function(let number, let modifiers): modifiers.prefix + "F\(number)"
        }
    }

    private static func spell(_ character: Character) -> String {
        character == " " ? "Space" : String(character)
    }

    /// The key with that name. Besides the canonical names it understands `Ctrl-`, `Alt-`, `M-`, `Meta-`, `Shift-`,
    /// `^D`, `PageDown`, `Return`, `BackTab`, the arrows `←→↑↓` and such, in upper or lower case.
    /// - Returns: nil when no key has that name.
    public init?(name: String) {
        var rest = name[...]
        var modifiers: Modifiers = []
        while let (modifier, length) = Key.modifier(at: rest) {
            modifiers.insert(modifier)
            rest = rest.dropFirst(length)
        }
        guard let key = Key(base: rest, modifiers) else { return nil }
        self = key
    }

    private init?(base: Substring, _ modifiers: Modifiers) {
        if let character = base.first, base.count == 1, Key.arrows[character] == nil {
            self.init(character, modifiers)
        } else if base.lowercased() == "space" {
            self.init(" ", modifiers)
        } else if let (named, more) = Key.names[base.lowercased()] {
            self = .named(named, modifiers.union(more))
        } else if let character = base.first, let named = Key.arrows[character], base.count == 1 {
            self = .named(named, modifiers)
        } else if base.first == "F" || base.first == "f", let number = Key.number(base.dropFirst()) {
            self = .function(number, modifiers)
        } else {
            return nil
        }
    }

    private static func number(_ digits: Substring) -> Int? {
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(digits), (1...63).contains(number)
        else { return nil }
        return number
    }

    /// The key of a character with modifiers, as a terminal reports it.
    init?(_ character: Character, _ modifiers: Modifiers) {
        let isLetter = character.isASCII && character.isLetter
        let shifted = modifiers.contains(.shift) && isLetter ? Character(character.uppercased()) : character
        if modifiers.contains(.control) {
            guard !modifiers.contains(.shift), let key = Key(control: character, isAlt: modifiers.contains(.alt))
            else { return nil }
            self = key
        } else if modifiers.contains(.shift), !isLetter {
            return nil
        } else {
            self = modifiers.contains(.alt) ? .alt(shifted) : .character(shifted)
        }
    }

    private init?(control character: Character, isAlt: Bool) {
        let alt: Modifiers = isAlt ? .alt : []
        switch character.lowercased() {
        case "i": self = .named(.tab, alt)
        case "j", "m": self = .named(.enter, alt)
        case "h", "?": self = .named(.backspace, alt)
        case "[": self = .named(.escape, alt)
        case "@": self = isAlt ? .controlAlt(" ") : .control(" ")
        case let lower:
            let lower = Character(lower)
            guard lower.isASCII, lower.isLetter || lower.isNumber || " \\]^_".contains(lower) else { return nil }
            self = isAlt ? .controlAlt(lower) : .control(lower)
        }
    }

    /// The modifier that `text` begins with, if something follows it, and its length.
    private static func modifier(at text: Substring) -> (Modifiers, Int)? {
        if text.first == "^", text.count == 2 { return (.control, 1) }
        let lower = text.lowercased()
        let found = prefixes.first { lower.hasPrefix($0.0) && lower.count > $0.0.count }
        return found.map { ($0.1, $0.0.count) }
    }

    private static var prefixes: [(String, Modifiers)] {
        [
            ("c-", .control), ("ctrl-", .control), ("control-", .control), ("a-", .alt), ("alt-", .alt), ("m-", .alt),
            ("meta-", .alt), ("s-", .shift), ("shift-", .shift),
        ]
    }

    private static let arrows: [Character: Named] = ["←": .left, "→": .right, "↑": .up, "↓": .down]

    private static let names: [String: (Named, Modifiers)] = {
        var names = Dictionary(uniqueKeysWithValues: Named.allCases.map { ($0.rawValue.lowercased(), ($0, Modifiers())) })
        let others: [(String, Named)] = [
            ("return", .enter), ("cr", .enter), ("escape", .escape), ("bs", .backspace), ("delete", .delete),
            ("insert", .insert), ("pageup", .pageUp), ("pagedown", .pageDown),
        ]
        for (name, named) in others { names[name] = (named, []) }
        names["backtab"] = (.tab, .shift)
        return names
    }()
}

extension Modifiers {
    /// `C-A-S-`, in that order.
    var prefix: String {
        (contains(.control) ? "C-" : "") + (contains(.alt) ? "A-" : "") + (contains(.shift) ? "S-" : "")
    }
}

extension Key: CustomStringConvertible {
    public var description: String { name }
}
