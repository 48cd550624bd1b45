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
            canvas.write(text, column: number(columns + 4) - 4, row: number(rows), style: style)
        }
        if number(8) == 0 { scroll() }
        keep()
        return canvas
    }

    /// Rows change places as in a list that scrolls.
    private mutating func scroll() {
        var scrolled = Canvas(columns: canvas.columns, rows: canvas.rows)
        for row in 1..<max(2, canvas.rows) { scrolled.write(canvas.text(row: row), column: 0, row: row - 1) }
        canvas = scrolled
    }

    private func keep() {
        guard let path = getenv("SCRIBBLE"), let file = fopen(path, "w") else { return }
        let text = Array(canvas.text.utf8)
        fwrite(text, 1, text.count, file)
        fclose(file)
    }
}
