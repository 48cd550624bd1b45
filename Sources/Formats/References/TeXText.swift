/// What is written in the markup of TeX as plain text, as far as names and titles have it.
enum TeXText {
    /// Without braces and commands, and with accents joined with their letters; white space stays. Linear.
    static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var scalars = Bytes.string(bytes).unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "{", "}": continue
            case "~": text.append(" ")
            case "$": continue
            case "-" where scalars.first == "-":
                var count = 1
                while scalars.first == "-" {
                    scalars.removeFirst()
                    count += 1
                }
                text.append(count == 2 ? "–" : "—")
            case "\\": command(&scalars, &text)
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
        "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}", ".": "\u{307}",
        "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}",
    ]

    private static let letters: [String: String] = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
        "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
        "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…", "dots": "…", "S": "§", "euro": "€", "pounds": "£",
    ]

    /// Behind the backslash: an accent with its letter, a letter by name, an escaped character, or a command, which goes.
    private static func command(_ scalars: inout Substring.UnicodeScalarView, _ text: inout String.UnicodeScalarView) {
        guard let first = scalars.first else { return }
        let name = scalars.prefix { $0.isASCII && $0.properties.isAlphabetic }
        if name.isEmpty || name.count == 1 && accents[first] != nil && letters[String(first)] == nil {
            scalars.removeFirst()
            guard let accent = accents[first] else { return text.append(first) }
            accented(accent, &scalars, &text)
            return
        }
        scalars = scalars[name.endIndex...]
        text.append(contentsOf: (letters[String(name)] ?? "").unicodeScalars)
        if scalars.first == " " { scalars.removeFirst() }
    }

    private static func accented(
        _ accent: Unicode.Scalar, _ scalars: inout Substring.UnicodeScalarView, _ text: inout String.UnicodeScalarView
    ) {
        while let next = scalars.first, next == "{" || next == " " { scalars.removeFirst() }
        guard var letter = scalars.popFirst() else { return }
        if letter == "\\", let next = scalars.popFirst() { letter = next == "i" ? "i" : next }
        text.append(contentsOf: composed(letter, accent).unicodeScalars)
    }

    /// Both as one scalar where there is one.
    private static func composed(_ letter: Unicode.Scalar, _ accent: Unicode.Scalar) -> String {
        let pair = String(String.UnicodeScalarView([letter, accent]))
        for value in UInt32(0xC0)...0x17F {
            if let scalar = Unicode.Scalar(value), String(scalar) == pair { return String(scalar) }
        }
        return pair
    }
}
