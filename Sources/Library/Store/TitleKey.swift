/// By which a title is recognised where another article names it.
enum TitleKey {
    /// In lower case, with straight quotes and single blanks.
    static func of(_ title: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                title.lowercased().unicodeScalars.map { scalar in
                    switch scalar {
                    case "‘", "’": "'"
                    case "“", "”": "\""
                    case "–", "—": "-"
                    default: scalar
                    }
                }))
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
