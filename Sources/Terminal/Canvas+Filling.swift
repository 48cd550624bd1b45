extension Canvas {
    /// Empties a rectangle and gives it a style. What lies outside the canvas is clipped.
    public mutating func fill(_ rect: Rect, style: Style) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        let blank = PackedCell(glyph: PackedCell.space, style: PackedStyle(style), width: 1)
        for row in rect.row..<rect.endRow {
            freeNeighbours(of: rect.column..<rect.endColumn, row: row)
            for index in row * columns + rect.column..<row * columns + rect.endColumn { cells[index] = blank }
        }
    }

    /// Changes the styles of a rectangle and leaves its text.
    ///
    /// A wide cluster follows its left half. `change` is called once for a run of cells of one style.
    public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.endRow { restyle(columns: rect.column..<rect.endColumn, row: row, change) }
    }

    private mutating func restyle(columns range: Range<Int>, row: Int, _ change: (inout Style) -> Void) {
        var last: (old: PackedStyle, new: PackedStyle)?
        for index in row * columns + range.lowerBound..<row * columns + range.upperBound
        where !cells[index].isContinuation {
            let old = cells[index].style
            if last?.old != old {
                var style = old.style
                change(&style)
                last = (old, PackedStyle(style))
            }
            guard let new = last?.new else { continue }
            cells[index].style = new
            if cells[index].width == 2 { cells[index + 1].style = new }
        }
    }

    /// Blanks the halves of wide clusters that lie just outside `range` and whose other half lies in it.
    mutating func freeNeighbours(of range: Range<Int>, row: Int) {
        let start = row * columns
        if range.lowerBound > 0, cells[start + range.lowerBound].isContinuation {
            cells[start + range.lowerBound - 1] = cells[start + range.lowerBound - 1].blanked
        }
        if range.upperBound < columns, cells[start + range.upperBound].isContinuation {
            cells[start + range.upperBound] = cells[start + range.upperBound].blanked
        }
    }
}
