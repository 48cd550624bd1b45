import Terminal
import Text

extension Painter {
    /// What the tour says, in a box at the foot of the screen, above the rows that are needed.
    mutating func drawTour(_ state: ReaderState, _ layout: Layout) {
        guard let (words, place) = state.tourWords else { return }
        guard canvas.rows >= 12 else { return drawSmallTour("\(place) " + words) }
        let columns = min(canvas.columns, 72)
        let end = state.keymap.keys(for: .tour, in: state.context).first.map { " \($0.description) ends it " } ?? ""
        let lines = self.lines(of: words, columns: max(8, columns - 4), limit: max(1, canvas.rows - 4))
        let bottom = layout.statusRow ?? canvas.rows - 1
        let rows = min(lines.count + 2, bottom)
        // Where it would hide the row under the cursor, it stands at the head.
        let row = state.isTourAbove ? min(layout.titleRow.map { $0 + 2 } ?? 1, bottom - rows) : bottom - rows
        let frame = Rect(column: canvas.columns - columns, row: max(0, row), columns: columns, rows: rows)
        let inner = drawPopup(frame, title: "Tour \(place)")
        writeRight(end, before: frame.endColumn - 2, from: frame.column + 16, frame.endRow - 1, .popup)
        for (index, line) in lines.prefix(inner.rows).enumerated() { write(line, inner.column, inner.row + index, .popup) }
    }

    /// Without a border, above the footer.
    private mutating func drawSmallTour(_ words: String) {
        let lines = self.lines(of: words, columns: canvas.columns - 2, limit: max(1, canvas.rows - 2))
        let area = Rect(column: 0, row: canvas.rows - 1 - lines.count, columns: canvas.columns, rows: lines.count)
        fill(area, .popup)
        for (index, line) in lines.enumerated() { write(line, 1, area.row + index, .popup) }
    }
}

extension ReaderState {
    /// Whether what has the cursor is in the lower half of the screen.
    fileprivate var isTourAbove: Bool {
        guard pane == .list, let area = layout.listArea(source) else { return false }
        return (listCursor - listTop) * layout.rowHeight(source) > area.rows - 8
    }
}
