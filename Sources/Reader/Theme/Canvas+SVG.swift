import Terminal

extension Canvas {
    /// The canvas as a picture in SVG, in colour: for documentation, and to look at a screen without a terminal.
    /// - Parameters:
    ///   - title: what the picture is called for those who cannot see it.
    ///   - ground: what stands for the terminal's own colours.
    public func svg(title: String, ground: (text: Colour, page: Colour) = (Colour(0xD0D0D0), Colour(0x101010))) -> String {
        var drawing = CanvasDrawing(ground: ground)
        for row in 0..<rows {
            for run in runs(row: row) { drawing.add(run, row: row) }
        }
        if let cursor { drawing.addCursor(column: cursor.column, row: cursor.row) }
        return drawing.svg(title: title, columns: columns, rows: rows)
    }

    /// The cells of a row in stretches of one style.
    private func runs(row: Int) -> [CanvasDrawing.Run] {
        var runs: [CanvasDrawing.Run] = []
        for column in 0..<columns {
            let cell = self[column, row]
            guard !cell.isContinuation else { continue }
            if runs.last?.style != cell.style {
                runs.append(CanvasDrawing.Run(column: column, style: cell.style))
            }
            runs[runs.count - 1].append(cell)
        }
        return runs
    }
}

/// Collects the elements of a picture of a canvas.
private struct CanvasDrawing {
    /// A stretch of a row in one style.
    struct Run {
        var column: Int
        var columns = 0
        var style: Style
        /// What it shows between its blanks, by the column where that begins. What is not one column wide is a word of
        /// its own.
        var words: [(column: Int, text: String)] = []
        private var isInWord = false

        init(column: Int, style: Style) {
            self.column = column
            self.style = style
        }

        mutating func append(_ cell: Cell) {
            defer { columns += cell.width }
            guard cell.cluster != " " else { return isInWord = false }
            if isInWord, cell.width == 1 {
                words[words.count - 1].text += cell.cluster
            } else {
                words.append((column + columns, cell.cluster))
            }
            isInWord = cell.width == 1
        }
    }

    /// Of one cell, in pixels; a monospaced font of 15 pixels is 0.6 of that wide.
    private static let cellWidth = 9
    private static let cellHeight = 19
    private static let baseline = 14
    private static let margin = 12

    let ground: (text: Colour, page: Colour)
    private var elements: [String] = []

    init(ground: (text: Colour, page: Colour)) { self.ground = ground }

    private func x(_ column: Int) -> Int { Self.margin + column * Self.cellWidth }
    private func y(_ row: Int) -> Int { Self.margin + row * Self.cellHeight }

    mutating func add(_ run: Run, row: Int) {
        let isReversed = run.style.attributes.contains(.reverse)
        let front = run.style.foreground ?? ground.text
        let back = run.style.background ?? ground.page
        let (text, page) = isReversed ? (back, front) : (front, back)
        if page != ground.page { addRectangle(column: run.column, row: row, columns: run.columns, fill: page) }
        if !run.words.isEmpty { addText(run, row: row, fill: text) }
    }

    mutating func addCursor(column: Int, row: Int) {
        elements.append(
            "<rect x=\"\(x(column))\" y=\"\(y(row))\" width=\"2\" height=\"\(Self.cellHeight)\" fill=\"\(ground.text)\"/>")
    }

    private mutating func addRectangle(column: Int, row: Int, columns: Int, fill: Colour) {
        elements.append(
            "<rect x=\"\(x(column))\" y=\"\(y(row))\" width=\"\(columns * Self.cellWidth)\" "
                + "height=\"\(Self.cellHeight)\" fill=\"\(fill)\"/>")
    }

    /// Word by word, each at its own place: a font whose signs are not quite as wide as a cell then shifts nothing.
    private mutating func addText(_ run: Run, row: Int, fill: Colour) {
        for word in run.words {
            elements.append(element(x(word.column), row, run.style.attributes, fill, word.text))
        }
        if run.style.attributes.contains(.underline) { addUnderline(run, row: row, fill: fill) }
    }

    private mutating func addUnderline(_ run: Run, row: Int, fill: Colour) {
        elements.append(
            "<rect x=\"\(x(run.column))\" y=\"\(y(row) + Self.baseline + 2)\" width=\"\(run.columns * Self.cellWidth)\" "
                + "height=\"1\" fill=\"\(fill)\"/>")
    }

    private func element(_ x: Int, _ row: Int, _ attributes: Attributes, _ fill: Colour, _ text: String) -> String {
        var look = ""
        if attributes.contains(.bold) { look += " font-weight=\"bold\"" }
        if attributes.contains(.italic) { look += " font-style=\"italic\"" }
        if attributes.contains(.dim) { look += " opacity=\"0.6\"" }
        return "<text x=\"\(x)\" y=\"\(y(row) + Self.baseline)\" fill=\"\(fill)\"\(look)>\(Self.escaped(text))</text>"
    }

    func svg(title: String, columns: Int, rows: Int) -> String {
        let width = columns * Self.cellWidth + 2 * Self.margin
        let height = rows * Self.cellHeight + 2 * Self.margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">
            <title>\(Self.escaped(title))</title>
            <rect width="\(width)" height="\(height)" fill="\(ground.page)"/>
            \(elements.joined(separator: "\n"))
            </svg>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
