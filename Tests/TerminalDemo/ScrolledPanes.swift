import Glibc
import Terminal

/// Panes side by side whose rows move, change and are overwritten at random, as a reader's do but more wildly. The same seed gives
/// the same frames. The text of each goes to the file that `SCRIBBLE` names.
struct ScrolledPanes {
    private struct Pane {
        let area: Rect
        var rows: [(text: String, style: Style)]
    }

    private var random: RandomNumbers
    private let alphabet: [String]
    private var panes: [Pane] = []
    private var frames = 0

    /// - Parameter kind: `plain` for ASCII alone, `marks` with combining letters and `wide` with wide ones too.
    init(seed: UInt64, kind: String) {
        random = RandomNumbers(seed: seed)
        let marks = kind == "plain" ? [] : ["e\u{301}", "a\u{300}\u{323}", "नि"]
        alphabet = "abcxyz.,-    ".map(String.init) + marks + (kind == "wide" ? ["字", "한", "👍"] : [])
    }

    mutating func next(columns: Int, rows: Int) -> Canvas {
        if frames % 40 == 0 { divide(columns: columns, rows: rows) }
        frames += 1
        panes = panes.map { changed($0) }
        let canvas = drawn(columns: columns, rows: rows)
        Scribble.keep(canvas)
        return canvas
    }

    /// One to three panes, some with a frame between them, some beginning below the top or ending above the bottom.
    private mutating func divide(columns: Int, rows: Int) {
        panes = []
        var column = random.next(3)
        while column < columns - 6, panes.count < 3 {
            let (row, cut) = (random.next(3), random.next(3))
            let width = min(columns - column, 6 + random.next(columns / 2))
            let height = max(1, rows - row - cut)
            let area = Rect(column: column, row: row, columns: width, rows: height)
            panes.append(Pane(area: area, rows: (0..<height).map { _ in line(width) }))
            column += width + random.next(3)
        }
    }

    private mutating func line(_ columns: Int) -> (text: String, style: Style) {
        let text = (0..<random.next(columns + 4)).reduce(into: "") { text, _ in text += alphabet[random.next(alphabet.count)] }
        let colours = (0..<2).map { _ in random.next(3) == 0 ? Colour(UInt32(random.next(8)) * 0x1F1F1F) : nil }
        let attributes = random.next(3) == 0 ? Attributes(rawValue: UInt8(random.next(32))) : []
        return (text, Style(foreground: colours[0], background: colours[1], attributes: attributes))
    }

    private mutating func changed(_ pane: Pane) -> Pane {
        var pane = pane
        if random.next(3) > 0 {
            for _ in 0..<random.next(5) {
                pane.rows.append(line(pane.area.columns))
                pane.rows.removeFirst()
            }
        } else if random.next(2) == 0 {
            for _ in 0..<random.next(5) {
                pane.rows.insert(line(pane.area.columns), at: 0)
                pane.rows.removeLast()
            }
        }
        for _ in 0..<random.next(3) { pane.rows[random.next(pane.rows.count)] = line(pane.area.columns) }
        return pane
    }

    private mutating func drawn(columns: Int, rows: Int) -> Canvas {
        var canvas = Canvas(columns: columns, rows: rows)
        // What is below and between the panes changes too.
        for row in 0..<rows { canvas.write(String(repeating: row % 2 == 0 ? "│" : "#", count: columns), column: 0, row: row) }
        canvas.write("frame \(frames)", column: random.next(columns), row: random.next(rows))
        for pane in panes {
            canvas.fill(pane.area, style: pane.rows.first?.style ?? .plain)
            for (row, line) in pane.rows.enumerated() {
                // An emulator may lose a mark in the last column.
                let isLast = pane.area.endColumn == columns
                canvas.write(line.text, column: pane.area.column, row: pane.area.row + row, style: line.style, limit: pane.area.columns - (isLast ? 1 : 0))
            }
        }
        canvas.movingAreas = panes.map(\.area)
        // Now and then beyond the edge.
        if random.next(3) == 0 { canvas.cursor = (column: random.next(columns + 2), row: random.next(rows + 2)) }
        return canvas
    }
}
