extension ReadingState {
    /// Scrolls what is wider than the page; false where nothing that is seen is.
    mutating func scrollSideways(by columns: Int, rows: Int) -> Bool {
        let furthest = page.furthestSideways(from: top, rows: rows)
        guard furthest > 0 else { return false }
        sideways = min(furthest, max(0, min(sideways, furthest) + columns))
        return true
    }

    /// Has code that is too long go on in the next line, or beyond the edge. The place stays.
    mutating func setWrapsCode(_ wraps: Bool, rows: Int) {
        guard wraps != page.wrapsCode else { return }
        sideways = 0
        replacePage(rows: rows, wrapsCode: wraps)
    }

    /// Scrolls sideways so far that a range of the text is seen, where it stands on a line that is wider than the page.
    mutating func revealSideways(_ range: Range<Int>) {
        guard let line = page.line(at: page.place(of: range.lowerBound)), line.columns > page.width else { return }
        guard let columns = page.columns(of: range, in: line).first else { return }
        let shift = min(sideways, line.columns - page.width)
        if columns.lowerBound < shift + 1 {
            sideways = max(0, columns.lowerBound - page.width / 4)
        } else if columns.upperBound > shift + page.width - 1 {
            sideways = min(line.columns - page.width, columns.upperBound - page.width * 3 / 4)
        }
    }
}
