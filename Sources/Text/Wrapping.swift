/// Breaks text into lines of a given width.
///
/// Lines break where UAX 14 allows it, but never inside a grapheme cluster, and not inside a URL that fits on a line.
/// A URL that does not fit breaks at its UAX 14 opportunities, else after a sign that separates its parts. Only what is
/// wider than a line and offers nothing better is broken between any two clusters. A cluster wider than the line has a
/// line of its own. Blanks at the end of a line hang over it and belong to no line; blanks at the start of a paragraph
/// stay. Every line break in the text is kept. A tab counts as one column, and what ``Printable`` makes visible as the
/// columns of its mark.
public enum Wrapping {
    /// The lines of `text`, at least one. A line break at its very end does not begin another line.
    ///
    /// - Parameters:
    ///   - width: the columns of a line with its indent. With less than one column left, one is used.
    ///   - firstIndent: the columns to leave free before the first line of each paragraph, a paragraph being what
    ///     stands between two line breaks of the text.
    ///   - hangingIndent: the columns to leave free before each other line.
    ///
    /// Linear in `text`, also where nothing in it invites a break.
    public static func lines(
        of text: String, width: Int, firstIndent: Int = 0, hangingIndent: Int = 0
    ) -> [WrappedLine] {
        let measure = Measure(first: max(1, width - firstIndent), others: max(1, width - hangingIndent))
        return lines(of: text, measure: measure, cleaner: Cleaner(form: .marks, kept: []))
    }

    /// The columns for text in the first and in the other lines of a paragraph.
    struct Measure {
        var first: Int
        var others: Int
    }

    /// Without `isFast`, all text goes the way of the most difficult; the result must not differ.
    static func lines(of text: String, measure: Measure, cleaner: Cleaner, isFast: Bool = true) -> [WrappedLine] {
        var text = text
        return text.withUTF8 { bytes in
            var breaker = LineBreaker(bytes, measure: measure, cleaner: cleaner, isFast: isFast)
            ICU.forEachBoundary(.line, in: bytes) { boundary in
                breaker.add(boundary)
                return true
            }
            return breaker.finish()
        }
    }
}
