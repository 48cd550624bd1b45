import Articles
import Formats

/// Lines that stand beside each other made rows, and rows below each other made tables.
enum PDFRows {
    private static let mostCells = 30

    /// `lines` with those that follow each other on one height of the page made one: by a blank where they are near each
    /// other, else by a tab.
    static func joined(_ lines: [PDFLine], _ isFurniture: [Bool]) -> [PDFLine] {
        var rows: [PDFLine] = []
        rows.reserveCapacity(lines.count)
        for (line, isOut) in zip(lines, isFurniture) where !isOut && !line.isBlank {
            if let last = rows.last, isBeside(last, line) {
                rows[rows.count - 1] = row(last, line)
            } else {
                rows.append(line)
            }
        }
        return rows
    }

    private static func isBeside(_ last: PDFLine, _ line: PDFLine) -> Bool {
        last.page == line.page && abs(last.middle - line.middle) < min(last.size, line.size) * 0.4
            && line.left >= last.right - 1 && last.cells.count < mostCells
    }

    private static func row(_ last: PDFLine, _ line: PDFLine) -> PDFLine {
        var row = last
        row.right = line.right
        if line.left - last.right < max(last.size, line.size) * 1.5 {
            row.text += " " + line.text
        } else {
            row.text += "\t" + line.text
            row.cells = (last.cells.isEmpty ? [last.left] : last.cells) + [line.left]
        }
        if line.text.utf8.count > last.text.utf8.count { row.size = line.size }
        return row
    }

    /// The table that begins at `start`, and where what is behind it begins: at least two rows whose cells begin at the
    /// same places, with lines between them that go on in the last cell.
    static func table(at start: Int, in rows: [PDFLine]) -> (Block, Int)? {
        guard let first = rows[start].cells.isEmpty ? nil : rows[start] else { return nil }
        var texts = [first.text]
        var last = first
        var end = start + 1
        while end < rows.count {
            let row = rows[end]
            guard row.page - last.page <= 1, row.page != last.page || row.top - last.top < last.size * 4 else { break }
            if isAligned(row, first) {
                texts.append(row.text)
            } else if row.cells.isEmpty, texts.count > 1 || end == start + 1, let cell = first.cells.last, row.page == last.page,
                abs(row.left - cell) < row.size, row.top - last.top < last.size * 1.6
            {
                texts[texts.count - 1] += " " + row.text
            } else {
                break
            }
            last = row
            end += 1
        }
        return texts.count < 2 ? nil : (Block(.table, texts.joined(separator: "\n")), end)
    }

    private static func isAligned(_ row: PDFLine, _ first: PDFLine) -> Bool {
        row.cells.count == first.cells.count && zip(row.cells, first.cells).allSatisfy { abs($0 - $1) < max(row.size, first.size) * 2 }
    }
}
