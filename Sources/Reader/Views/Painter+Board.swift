import Briefings
import Terminal
import Text

extension Painter {
    /// A board over the panes, between the bars. The entry under the cursor is kept in sight.
    mutating func drawBoard(_ board: Board, _ layout: Layout) {
        let top = layout.titleRow.map { $0 + 1 } ?? 0
        let bottom = layout.statusRow ?? layout.footerRow ?? layout.rows
        let area = Rect(column: 0, row: top, columns: layout.columns, rows: max(0, bottom - top))
        canvas.fill(area, style: theme.page)
        guard area.rows > 1 else { return }
        let end = writeRight(board.page?.right ?? "", before: area.endColumn - 1, from: area.columns / 3, top, .count)
        write(board.page?.title ?? "…", 1, top, .panelTitleActive, columns: end - 2)
        guard board.page != nil else { return }
        drawEntries(board, Rect(column: 0, row: top + 1, columns: area.columns, rows: area.rows - 1))
    }

    private struct Laid {
        var entry: BoardEntry
        /// Of those that lead somewhere.
        var number: Int?
        var lines: [String]
        var right: String
        var column: Int
    }

    private mutating func drawEntries(_ board: Board, _ area: Rect) {
        let laid = lay(board, columns: area.columns)
        var (row, focus) = (0, 0..<0)
        var rows: [Int] = []
        for entry in laid {
            rows.append(row)
            if entry.number == board.cursor { focus = row..<(row + entry.lines.count) }
            row += entry.lines.count
        }
        let first = max(0, min(row - area.rows, focus.lowerBound - max(0, (area.rows - focus.count) / 2)))
        for (entry, start) in zip(laid, rows) where start + entry.lines.count > first && start < first + area.rows {
            draw(entry, at: start - first, area, isSelected: entry.number == board.cursor)
        }
    }

    private func lay(_ board: Board, columns: Int) -> [Laid] {
        var number = 0
        let measure = min(columns, 110)
        return board.entries.map { entry in
            let column = 2 + (columns < 30 ? 0 : entry.indent)
            // What stands at the right goes where there is no room for both.
            let width = DisplayWidth.of(entry.right)
            let right = width > 0 && width + 16 <= measure - column ? entry.right : ""
            let room = measure - column - 1 - (right.isEmpty ? 0 : width + 2)
            let lines = self.lines(of: entry.text.flattened, columns: max(1, room), limit: entry.lines)
            defer { if entry.target != nil { number += 1 } }
            return Laid(entry: entry, number: entry.target == nil ? nil : number, lines: lines.isEmpty ? [""] : lines, right: right, column: column)
        }
    }

    private mutating func draw(_ laid: Laid, at place: Int, _ area: Rect, isSelected: Bool) {
        let measure = min(area.columns, 110)
        for (index, line) in laid.lines.enumerated() {
            let row = area.row + place + index
            guard row >= area.row, row < area.endRow else { continue }
            write(line, laid.column, row, laid.entry.look.role, columns: measure - laid.column - 1)
            if index == 0, !laid.right.isEmpty { writeRight(laid.right, before: measure - 1, from: laid.column, row, .count) }
            guard isSelected else { continue }
            if index == 0 { write(glyphs[.cursorBar], 0, row, .panelTitleActive) }
            overlay(Rect(column: 0, row: row, columns: measure, rows: 1), .listSelected)
        }
    }
}

extension BoardEntry.Look {
    fileprivate var role: Role {
        switch self {
        case .heading: .heading
        case .title: .listTitle
        case .text: .text
        case .quote: .quotation
        case .dimmed: .dimmed
        }
    }
}
