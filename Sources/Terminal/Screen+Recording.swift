extension Screen {
    /// What a terminal shows once a canvas is drawn, for tests that compare the two: a line for each row with the clusters in the
    /// form in which they are handed to ncurses, then a line for each row with the attributes.
    ///
    /// An attribute line has a hexadecimal digit for each cell: 1 bold, 2 italic, 4 underlined, 8 reversed. The right half of a wide
    /// cluster has the digit of its left half.
    public func recording(of canvas: Canvas) -> [String] {
        let fits = canvas.columns == columns && canvas.rows == rows
        let canvas = fits ? canvas : canvas.resized(columns: columns, rows: rows)
        let rows = 0..<canvas.rows
        return rows.map { text(row: $0, of: canvas) } + rows.map { digits(row: $0, of: canvas) }
    }

    private func text(row: Int, of canvas: Canvas) -> String {
        var text = String.UnicodeScalarView()
        for cell in canvas.cells[row * canvas.columns..<(row + 1) * canvas.columns] where !cell.isContinuation {
            for part in parts(of: cell, canvas) { text.append(contentsOf: part) }
        }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private func digits(row: Int, of canvas: Canvas) -> String {
        let cells = canvas.cells[row * canvas.columns..<(row + 1) * canvas.columns]
        return cells.map { cell in
            let attributes = cell.style.style.attributes
            let bits: [(Attributes, Int)] = [(.bold, 1), (.italic, 2), (.underline, 4), (.reverse, 8)]
            return String(bits.reduce(0) { $0 + (attributes.contains($1.0) ? $1.1 : 0) }, radix: 16)
        }.joined()
    }
}
