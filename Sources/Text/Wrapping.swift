/// Breaks text into lines of a given width.
///
/// Lines break where UAX 14 allows it, but never inside a grapheme cluster, and not inside a URL that fits on a line.
/// A URL that does not fit breaks at its UAX 14 opportunities, else after a sign that separates its parts. Only what is
/// wider than a line and offers nothing better is broken between any two clusters. A cluster wider than the line has a
/// line of its own. Blanks at the end of a line hang over it and belong to no line. Every line break in the text is kept.
/// A tab counts as one column, and what ``Printable`` makes visible as the columns of its mark.
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
        return lines(of: text, measure: measure, cleaner: Cleaner(form: .marks, kept: []), isASCIIFast: true)
    }

    /// The columns for text in the first and in the other lines of a paragraph.
    struct Measure {
        var first: Int
        var others: Int
    }

    static func lines(of text: String, measure: Measure, cleaner: Cleaner, isASCIIFast: Bool) -> [WrappedLine] {
        var text = text
        return text.withUTF8 { bytes in
            var filler = LineFiller(measure: measure)
            let urls = URLRanges(in: bytes)
            general(bytes, urls, cleaner, &filler)
            filler.finish()
            return filler.lines
        }
    }

    private static func general(
        _ bytes: UnsafeBufferPointer<UInt8>, _ urls: URLRanges, _ cleaner: Cleaner, _ filler: inout LineFiller
    ) {
        var opportunities = BreakOpportunities(urls: urls)
        opportunities.collect(from: bytes)
        var start = 0
        ICU.forEachBoundary(.grapheme, in: bytes) { cluster in
            let range = start..<cluster.offset
            start = cluster.offset
            if opportunities.isHard(at: range.upperBound) {
                filler.endParagraph(atBreakOf: range)
                return true
            }
            let atom = LineFiller.Atom(
                end: range.upperBound, width: cleaner.columns(ofCluster: range, in: bytes),
                kind: .init(cluster: range, in: bytes), level: opportunities.level(at: range.upperBound, in: bytes))
            filler.add(atom)
            return true
        }
    }
}
