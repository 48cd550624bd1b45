extension Screen {
    /// Shows a canvas. Only cells that changed since the last call are handed to ncurses, which sends only what the
    /// terminal does not show yet, and scrolls it where that is shorter.
    ///
    /// A canvas of another size than the terminal's is clipped, or leaves the rest empty.
    public func draw(_ canvas: Canvas) {
        guard isEntered, !isHungUp else { return }
        let fits = canvas.columns == columns && canvas.rows == rows
        var canvas = fits ? canvas : canvas.resized(columns: columns, rows: rows)
        canvas.keepCursorInside()
        if !put(canvas, isFinal: false) {
            looks.forgetAll()
            shown = nil
            _ = put(canvas, isFinal: true)
        }
        let moved = moveAreas(to: canvas)
        shown = canvas
        curses.refresh(cursor: canvas.cursor, anew: moved)
    }

    /// Sends everything anew, after something else has written to the terminal.
    public func redraw() {
        guard isEntered, !isHungUp else { return }
        curses.forgetShown()
        curses.refresh(cursor: shown?.cursor)
    }

    /// - Parameter isFinal: styles for which there are no more colour pairs go without colour.
    /// - Returns: false when there are no more, and `isFinal` is false.
    private func put(_ canvas: Canvas, isFinal: Bool) -> Bool {
        for row in 0..<canvas.rows {
            guard let range = changed(row, of: canvas) else { continue }
            let isComplete = append(canvas, range, row: row, mayLackColour: isFinal)
            curses.put(column: range.lowerBound, row: row)
            guard isComplete else { return false }
        }
        return true
    }

    /// - Returns: false when there was no look for a style.
    private func append(_ canvas: Canvas, _ range: Range<Int>, row: Int, mayLackColour: Bool) -> Bool {
        let styles = canvas.cheapStyles(row)
        var style: PackedStyle?
        var look = Curses.Look(attributes: 0, pair: 0)
        for column in range {
            let cell = canvas.cells[row * canvas.columns + column]
            guard !cell.isContinuation else { continue }
            if styles[column] != style {
                guard let found = looks.look(styles[column], curses) ?? (mayLackColour ? looks.uncoloured(styles[column]) : nil)
                else { return false }
                style = styles[column]
                look = found
            }
            append(cell, of: canvas, look)
        }
        return true
    }

    private func append(_ cell: PackedCell, of canvas: Canvas, _ look: Curses.Look) {
        if cell.glyph <= 0x10FFFF, SimpleScalar.width(UInt32(cell.glyph)) == cell.width {
            return curses.append(UInt32(cell.glyph), look)
        }
        for part in parts(of: cell, canvas) { curses.append(part, look) }
    }

    /// What a cell is drawn as.
    func parts(of cell: PackedCell, _ canvas: Canvas) -> [SimpleForm.Part] {
        SimpleForm(canvas.clusters.cluster(cell.glyph), columns: cell.width, widthOf: Curses.width).parts
    }

    /// The columns of a row from the first change to the last, from the left half of a wide cluster on.
    private func changed(_ row: Int, of canvas: Canvas) -> Range<Int>? {
        guard let shown, shown.columns == canvas.columns, shown.rows == canvas.rows else {
            return canvas.columns > 0 ? 0..<canvas.columns : nil
        }
        guard var range = canvas.difference(row, from: shown) else { return nil }
        if canvas.cells[row * canvas.columns + range.lowerBound].isContinuation {
            range = range.lowerBound - 1..<range.upperBound
        }
        return range
    }
}

extension Canvas {
    /// The columns of a row from the first to the last that another canvas of the same size shows otherwise.
    func difference(_ row: Int, from other: Canvas) -> Range<Int>? {
        let start = row * columns
        let hasLong = !clusters.hasNoLongOnes || !other.clusters.hasNoLongOnes
        func isSame(_ index: Int) -> Bool { hasLong ? shows(at: index, the: other) : cells[index] == other.cells[index] }
        guard let first = (start..<start + columns).first(where: { !isSame($0) }),
            let last = (start..<start + columns).last(where: { !isSame($0) })
        else { return nil }
        return first - start..<last + 1 - start
    }

    /// ncurses does not move the cursor to where nothing is, and then nobody knows where it stayed.
    mutating func keepCursorInside() {
        guard let outside = cursor, !bounds.contains(column: outside.column, row: outside.row) else { return }
        cursor = columns > 0 && rows > 0 ? (max(0, min(outside.column, columns - 1)), max(0, min(outside.row, rows - 1))) : nil
    }

    /// The same, clipped or with blanks to the right and below.
    func resized(columns: Int, rows: Int) -> Canvas {
        var result = Canvas(columns: columns, rows: rows)
        result.clusters = clusters
        for row in 0..<min(rows, self.rows) {
            let count = min(columns, self.columns)
            let mine = cells[row * self.columns..<row * self.columns + count]
            result.cells.replaceSubrange(row * columns..<row * columns + count, with: mine)
            if count > 0, count < self.columns, cells[row * self.columns + count].isContinuation {
                result.cells[row * columns + count - 1] = mine[row * self.columns + count - 1].blanked
            }
        }
        if let cursor, cursor.column < columns, cursor.row < rows { result.cursor = cursor }
        return result
    }
}
