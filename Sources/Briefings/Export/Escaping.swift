/// Text as each format must write it so that it says just that text.
enum Escaping {
    /// Of HTML, in text and in quoted attributes. Control characters become blanks.
    static func html(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(isControl(scalar) ? " " : scalar)
            }
        }
        return escaped
    }

    /// Of CommonMark: every mark of punctuation that it reads, and a pandoc's citation. One line.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]()<>#+-.!|~&$:@^=\"'".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(isControl(scalar) ? " " : scalar)
        }
        return escaped
    }

    /// Of a field in braces. What TeX reads becomes its command.
    static func bibtex(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "{\\textbackslash}"
            case "{": escaped += "\\{"
            case "}": escaped += "\\}"
            case "$", "&", "%", "#", "_": escaped += "\\" + String(scalar)
            case "~": escaped += "{\\textasciitilde}"
            case "^": escaped += "{\\textasciicircum}"
            case "\"": escaped += "{\"}"
            default: escaped.unicodeScalars.append(isControl(scalar) ? " " : scalar)
            }
        }
        return escaped
    }

    /// Of a line of RIS, which ends with the line.
    static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) || $0 == "\u{2028}" || $0 == "\u{2029}" ? " " : $0 }))
    }

    /// A cell as RFC 4180 has it; what a spreadsheet would take for a formula gets a quote before it.
    static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { "=+-@\t\r\n".unicodeScalars.contains($0) || $0 == "＝" || $0 == "＋" || $0 == "－" || $0 == "＠" } ?? false
        let guarded = isFormula ? "'" + text : text
        let needsQuotes = guarded.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || guarded.hasPrefix(" ")
        return needsQuotes ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
    }

    /// An address that may be linked to, without what would end it: http and https alone.
    static func address(_ url: String) -> String? {
        let head = url.prefix(8).lowercased()
        guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
        var address = ""
        for byte in url.utf8 {
            let isPlain = byte > 0x20 && byte < 0x7F && !"<>\"'\\`(){}|^".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            address += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return address
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: true
        // Text that runs the other way than it seems.
        case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        default: false
        }
    }
}
