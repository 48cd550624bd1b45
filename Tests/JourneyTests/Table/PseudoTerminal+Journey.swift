import PseudoTerminal

extension PseudoTerminal {
    /// Presses what a word of a journey names.
    func press(word: String) {
        if word.count > 1, let kind = word.first, "'\"".contains(kind) {
            let text = String(word.dropFirst()).replacing("_", with: " ")
            return kind == "'" ? send(text) : paste(text)
        }
        var (rest, held) = (word[...], HeldKeys())
        for (prefix, modifier) in [("C-", HeldKeys.control), ("A-", .alt), ("S-", .shift)] where rest.count > 2 && rest.hasPrefix(prefix) {
            held.insert(modifier)
            rest = rest.dropFirst(2)
        }
        if let key = PressedKey(named: String(rest)) { return press(key, held) }
        for scalar in (rest == "Space" ? " " : rest).unicodeScalars { press(scalar, held) }
    }

    /// Where a text is first shown, on one row.
    func place(of text: String) -> (column: Int, row: Int)? {
        for row in 0..<rows {
            let cells = (0..<columns).map { cell(column: $0, row: row).text }
            for column in 0..<columns where cells[column...].joined().hasPrefix(text) { return (column, row) }
        }
        return nil
    }

    /// Whether a line of what a journey says is to be seen holds.
    func shows(_ line: String) -> Bool {
        if line.hasPrefix("!") { return !shows(String(line.dropFirst())) }
        guard line.hasPrefix("/") else { return text.contains(line) }
        guard let pattern = try? Regex(String(line.dropFirst())) else { return false }
        return text.firstMatch(of: pattern) != nil
    }

    /// The rows that differ from a frame as the reader recorded it: rows of text, then rows of attributes. Blanks are compared by
    /// what can be seen of them.
    func differences(from frame: [String]) -> [String] {
        guard frame.count == 2 * rows else { return ["the frame has \(frame.count / 2) rows, the terminal \(rows)"] }
        let texts = zip(lines, frame).enumerated().compactMap { row, pair in
            pair.0 == pair.1 ? nil : "row \(row)\n- \(pair.1)\n+ \(pair.0)"
        }
        // Every cell is looked at for them: not while the text is still another.
        guard texts.isEmpty else { return texts }
        return (0..<rows).compactMap { row in
            let (drawn, seen) = visible(frame[rows + row], row: row)
            return drawn == seen ? nil : "attributes of row \(row)\n- \(drawn)\n+ \(seen)"
        }
    }

    /// The attributes of a row as hexadecimal digits, as they were drawn and as they are shown: of cells that show something. Of blanks,
    /// nothing is seen but underlines and a reversed ground.
    private func visible(_ drawn: String, row: Int) -> (drawn: String, seen: String) {
        let digits = drawn.utf8.prefix(columns).map { Int(String(Unicode.Scalar($0)), radix: 16) ?? 0 }
        var (drawn, seen, last) = ("", "", 0)
        for column in 0..<columns {
            let cell = cell(column: column, row: row)
            let mask = cell.text == " " ? 12 : 15
            // The right half of a wide character looks as its left half.
            if !cell.text.isEmpty {
                last = (cell.isBold ? 1 : 0) + (cell.isItalic ? 2 : 0) + (cell.isUnderlined ? 4 : 0) + (cell.isReversed ? 8 : 0)
            }
            seen += String(last & mask, radix: 16)
            if column < digits.count { drawn += String(digits[column] & mask, radix: 16) }
        }
        return (drawn, seen)
    }
}

extension PressedKey {
    /// The key that is called so; nothing for those that are characters.
    init?(named name: String) {
        let keys: [String: PressedKey] = [
            "Enter": .enter, "Tab": .tab, "BS": .backspace, "Esc": .escape, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
            "Ins": .insert, "Del": .delete, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
        ]
        if let key = keys[name] {
            self = key
        } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }
}
