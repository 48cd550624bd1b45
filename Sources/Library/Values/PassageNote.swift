import Articles

/// What the user wrote on a passage.
public struct PassageNote: Hashable, Sendable {
    /// The most bytes of UTF-8 of one note.
    public static let longest = 100_000

    /// Of one or more lines, without blanks at its ends; never empty.
    public var text: String
    /// When it was last changed.
    public var edited: ArticleDate

    public init(text: String, edited: ArticleDate) {
        self.text = text
        self.edited = edited
    }

    /// A text as it is kept: with plain line ends, and without other control characters and blanks at its ends. Nothing where
    /// nothing is left.
    static func cleaned(_ text: String) -> String? {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let visible = line.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }
            lines.append(trimmedEnd(String(String.UnicodeScalarView(visible))))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let text = String(lines.drop(while: \.isEmpty).joined(separator: "\n").drop(while: \.isWhitespace))
        return text.isEmpty ? nil : text
    }

    private static func trimmedEnd(_ line: String) -> String {
        var line = line[...]
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
