import Text

/// Cuts text to columns.
public enum Clip {
    /// `text` where it fits in `columns`, else its beginning and an ellipsis of one column. Costs what is shown, however
    /// long the text. What a terminal must not see is made visible before it is measured.
    public static func text(_ text: String, columns: Int, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        if isPlain(text, within: columns) { return text }
        // A cluster of text has few scalars; more of it than this is never shown.
        let visible = Printable.visible(String(text.unicodeScalars.prefix(columns * 8 + 8)))
        var used = 0
        var end = visible.startIndex
        for index in visible.indices {
            let width = DisplayWidth.of(visible[index])
            if used + width > columns { return String(visible[..<end]) + ellipsis }
            used += width
            // The ellipsis must still fit behind what is kept.
            if used <= columns - DisplayWidth.of(ellipsis) { end = visible.index(after: index) }
        }
        return visible
    }

    /// Whether `text` is printable ASCII of no more than `columns` signs.
    private static func isPlain(_ text: String, within columns: Int) -> Bool {
        text.utf8.count <= columns && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}
