extension Glyphs {
    /// The text as this set of signs writes it: in ASCII, quotes, dashes, dots and arrows of typography take their typewriter
    /// forms, each in as many columns but for the ellipsis, which becomes three dots, or one where the columns are counted
    /// already. Letters stay as they are.
    func plain(_ text: String, keepsColumns: Bool = false) -> String {
        switch self {
        case .unicode: return text
        case .ascii:
            guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
            var plain = ""
            for scalar in text.unicodeScalars {
                if let form = Self.typewriter(scalar) { plain += keepsColumns ? String(form.prefix(1)) : form } else { plain.unicodeScalars.append(scalar) }
            }
            return plain
        }
    }

    private static func typewriter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x00AB, 0x00BB, 0x201C, 0x201D, 0x201E: "\""
        case 0x2018, 0x2019, 0x201A: "'"
        case 0x2010...0x2015, 0x2212, 0x00B7: "-"
        case 0x2026: "..."
        case 0x203A, 0x2192: ">"
        case 0x2039, 0x2190: "<"
        case 0x00D7: "x"
        case 0x2022: "*"
        case 0x00A0, 0x202F, 0x2009: " "
        case _: nil
        }
    }
}
