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

extension Clip {
    /// A sentence as errors are written, `what: why; what to do`, in `columns`. Where it does not fit, what it is about is
    /// shortened in its middle, so that a long path loses neither its beginning nor its name and the reason is read; then
    /// what to do goes, then the end of the reason.
    public static func failure(_ sentence: String, columns: Int, ellipsis: String = "…") -> String {
        let sentence = Printable.visible(sentence)
        let width = DisplayWidth.of(sentence)
        guard width > columns, let colon = sentence.utf8Range(of: ": ") else {
            return text(sentence, columns: columns, ellipsis: ellipsis)
        }
        let subject = String(sentence[..<colon.lowerBound])
        var rest = String(sentence[colon.lowerBound...])
        let least = min(DisplayWidth.of(subject), leastSubject)
        if DisplayWidth.of(rest) > columns - least, let remedy = rest.utf8Range(of: "; ") {
            rest = String(rest[..<remedy.lowerBound])
        }
        let room = max(least, columns - DisplayWidth.of(rest))
        return text(middle(subject, columns: room, ellipsis: ellipsis) + rest, columns: columns, ellipsis: ellipsis)
    }

    /// The columns that what a failure is about keeps, whatever the length of the reason.
    private static let leastSubject = 24

    /// `text` where it fits in `columns`, else its beginning and its end with an ellipsis between, the end being the longer
    /// one: of a path, that is the name.
    public static func middle(_ text: String, columns: Int, ellipsis: String = "…") -> String {
        let visible = Printable.visible(text)
        let width = DisplayWidth.of(visible)
        let room = columns - DisplayWidth.of(ellipsis)
        guard width > columns else { return visible }
        guard room > 2 else { return self.text(visible, columns: columns, ellipsis: ellipsis) }
        let head = room * 2 / 5
        return start(of: visible, columns: head) + ellipsis + end(of: visible, columns: room - head)
    }

    private static func start(of text: String, columns: Int) -> String {
        var used = 0
        return String(text.prefix { character in
            used += DisplayWidth.of(character)
            return used <= columns
        })
    }

    /// The end of `text` that fits into `columns`.
    static func end(of text: String, columns: Int) -> String {
        var used = 0
        var start = text.endIndex
        while start > text.startIndex {
            let before = text.index(before: start)
            used += DisplayWidth.of(text[before])
            guard used <= columns else { break }
            start = before
        }
        return String(text[start...])
    }
}

extension String {
    /// Where `words` stand for the first time.
    fileprivate func utf8Range(of words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if utf8[start...].starts(with: words.utf8) { return start..<utf8.index(start, offsetBy: words.utf8.count) }
            start = utf8.index(after: start)
        }
        return nil
    }
}
