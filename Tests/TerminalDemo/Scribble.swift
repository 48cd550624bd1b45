import Glibc
import Terminal

/// A canvas that gets more and more random writes, and whose text goes to the file that `SCRIBBLE` names.
struct Scribble {
    private var canvas = Canvas(columns: 0, rows: 0)
    private var state: UInt64 = 1

    private static let texts = [
        "plain", "日本語", "x", "ｗｉｄｅ", "e\u{301}a\u{300}", "│┌─┐", "한국", "“quoted”", "          ", "字", "long words over the edge", "Ü",
    ]

    /// Numerical Recipes' linear congruence; only its upper bits are used.
    private mutating func number(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, count)
    }

    mutating func next(columns: Int, rows: Int) -> Canvas {
        if canvas.columns != columns || canvas.rows != rows { canvas = Canvas(columns: columns, rows: rows) }
        for _ in 0..<number(12) {
            let style = Style(foreground: Colour(UInt32(number(8)) * 0x1F1F1F), attributes: Attributes(rawValue: UInt8(number(32))))
            let text = Scribble.texts[number(Scribble.texts.count)]
            let column = number(columns + 4) - 4
            // libvterm loses a mark on a letter in the last column, whoever sends it.
            let end = text.contains("\u{301}") ? columns - 1 : columns
            canvas.write(text, column: column, row: number(rows), style: style, limit: end - column)
        }
        if number(8) == 0 { scroll() }
        if number(3) == 0 { scrollPane(by: number(5) - 2) }
        canvas.movingAreas = [Scribble.pane]
        keep()
        return canvas
    }

    /// Rows change places as in a list that scrolls.
    private mutating func scroll() {
        var scrolled = Canvas(columns: canvas.columns, rows: canvas.rows)
        for row in 1..<max(2, canvas.rows) { scrolled.write(canvas.text(row: row), column: 0, row: row - 1) }
        canvas = scrolled
    }

    private static let pane = Rect(column: 8, row: 1, columns: 20, rows: 8)

    /// A part of the rows changes places, as in one of several panes.
    private mutating func scrollPane(by rows: Int) {
        let (old, pane) = (canvas, Scribble.pane)
        canvas.fill(pane, style: .plain)
        for row in pane.row..<pane.endRow where (pane.row..<pane.endRow).contains(row + rows) {
            for column in pane.column..<pane.endColumn {
                let cell = old[column, row + rows]
                if !cell.isContinuation { canvas.write(cell.cluster, column: column, row: row, style: cell.style, limit: pane.endColumn - column) }
            }
        }
    }

    private func keep() {
        guard let path = getenv("SCRIBBLE"), let file = fopen(path, "w") else { return }
        let text = Array(canvas.text.utf8)
        fwrite(text, 1, text.count, file)
        fclose(file)
    }
}
