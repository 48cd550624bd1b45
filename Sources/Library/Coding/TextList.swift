/// Several short texts in one column, so that a list reads them with its row.
enum TextList {
    /// Stands between two texts. One inside a text is kept as a blank.
    private static let separator: Character = "\u{1F}"

    /// Nothing for an empty list.
    static func joined(_ texts: [String]) -> String? {
        guard !texts.isEmpty else { return nil }
        return texts.map { $0.contains(separator) ? String($0.map { $0 == separator ? " " : $0 }) : $0 }
            .joined(separator: String(separator))
    }

    static func split(_ column: String?) -> [String] {
        guard let column else { return [] }
        return column.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
