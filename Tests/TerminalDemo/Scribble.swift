import Glibc
import Terminal

/// A canvas that gets more and more random writes, and whose text goes to the file that `SCRIBBLE` names.
struct Scribble {
    private var canvas = Canvas(columns: 0, rows: 0)
    private var random = RandomNumbers(seed: 1)

    private static let texts = [
        "plain", "日本語", "x", "ｗｉｄｅ", "e\u{301}a\u{300}", "│┌─┐", "한국", "“quoted”", "          ", "字", "long words over the edge", "Ü",
    ]

    mutating func next(columns: Int, rows: Int) -> Canvas {
        if canvas.columns != columns || canvas.rows != rows { canvas = Canvas(columns: columns, rows: rows) }
        for _ in 0..<random.next(12) {
            let style = Style(foreground: Colour(UInt32(random.next(8)) * 0x1F1F1F), attributes: Attributes(rawValue: UInt8(random.next(32))))
            let text = Scribble.texts[random.next(Scribble.texts.count)]
            canvas.write(text, column: random.next(columns + 4) - 4, row: random.next(rows), style: style)
        }
        if random.next(8) == 0 { scroll() }
        Scribble.keep(canvas)
        return canvas
    }

    /// Rows change places as in a list that scrolls.
    private mutating func scroll() {
        var scrolled = Canvas(columns: canvas.columns, rows: canvas.rows)
        for row in 1..<max(2, canvas.rows) { scrolled.write(canvas.text(row: row), column: 0, row: row - 1) }
        canvas = scrolled
    }

    /// Writes the text to the file that `SCRIBBLE` names.
    static func keep(_ canvas: Canvas) {
        guard let path = getenv("SCRIBBLE"), let file = fopen(path, "w") else { return }
        let text = Array(canvas.text.utf8)
        fwrite(text, 1, text.count, file)
        fclose(file)
    }
}
