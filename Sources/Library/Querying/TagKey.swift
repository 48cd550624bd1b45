/// By which two writings of a tag are one.
enum TagKey {
    static func of(_ name: String) -> String { name.lowercased() }

    /// The most characters of a tag.
    static let longest = 100

    /// A tag as it is kept: without control characters, without blanks at its ends, with single blanks inside, and no
    /// longer than ``longest``. Nothing where nothing is left.
    static func cleaned(_ name: String) -> String? {
        let visible = name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        let words = String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : String(words.joined(separator: " ").prefix(longest))
    }
}
