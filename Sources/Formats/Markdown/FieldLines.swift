/// Fields read line by line, without knowing all of the syntax: for YAML that is malformed somewhere, and for TOML, of
/// which front matter uses only simple values.
enum FieldLines {
    /// The strings and lists of strings of fields that begin at the first column; a TOML table ends them.
    static func values(in source: String, separator: Character, limits: FormatLimits) -> [String: [String]] {
        var values: [String: [String]] = [:]
        var name: String?
        for line in source.split(separator: "\n") {
            if separator == "=", line.hasPrefix("[") { break }
            let bytes = Array(line.utf8)
            if Bytes.isField(bytes[...], separator: separator.asciiValue ?? 0),
                let place = line.firstIndex(of: separator)
            {
                let key = unquoted(String(line[..<place])).lowercased()
                name = key
                values[key] = list(String(line[line.index(after: place)...]).trimmingBlanks)
            } else if let key = name, let item = listItem(line), values[key, default: []].count < limits.listedValues {
                values[key, default: []].append(item)
            } else if !bytes.isEmpty, !Bytes.isBlank(bytes[0]), bytes[0] != UInt8(ascii: "-") {
                name = nil
            }
        }
        return values.mapValues { Array($0.prefix(limits.listedValues)) }
    }

    private static func listItem(_ line: Substring) -> String? {
        let item = String(line).trimmingBlanks
        guard item.hasPrefix("- ") else { return nil }
        let value = unquoted(String(item.dropFirst(2)))
        return value.isEmpty ? nil : value
    }

    private static func list(_ value: String) -> [String] {
        guard value.hasPrefix("["), value.hasSuffix("]"), value.count >= 2 else {
            let text = unquoted(value)
            return text.isEmpty ? [] : [text]
        }
        return pieces(value.dropFirst().dropLast()).map { unquoted($0) }.filter { !$0.isEmpty }
    }

    /// At the commas that stand outside of quotes.
    private static func pieces(_ text: Substring) -> [String] {
        var pieces = [""]
        var quote: Character?
        for character in text {
            if character == "," && quote == nil {
                pieces.append("")
                continue
            }
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }

    /// Without quotes around it, and without the escapes of quotes inside.
    private static func unquoted(_ text: String) -> String {
        let text = text.trimmingBlanks
        guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
            return text
        }
        let inside = String(text.dropFirst().dropLast())
        return quote == "\"" ? inside.replacing("\\\"", with: "\"") : inside.replacing("''", with: "'")
    }
}
