import Briefings
import Terminal
import Text

extension Painter {
    /// A board over the panes, between the bars. The entry under the cursor is kept in sight.
    mutating func drawBoard(_ board: Board, _ layout: Layout) {
        let lines = BoardLines(board, layout, glyphs)
        let top = lines.area.row - 1
        canvas.fill(Rect(column: 0, row: top, columns: layout.columns, rows: lines.area.rows + 1), style: theme.page)
        guard lines.area.rows > 0 else { return }
        let end = writeRight(board.page?.right ?? "", before: layout.columns - 1, from: layout.columns / 3, top, .count)
        write(board.page?.title ?? glyphs[.ellipsis], 1, top, .panelTitleActive, columns: end - 2)
        for entry in lines.seen { draw(entry, lines, isSelected: board.page != nil && entry.number == board.cursor) }
    }

    private mutating func draw(_ laid: BoardLines.Laid, _ lines: BoardLines, isSelected: Bool) {
        let isDouble = !laid.beside.isEmpty || laid.entry.beside != nil && lines.ownEnd < lines.end
        for index in 0..<laid.count {
            let row = lines.area.row + laid.start + index - lines.first
            guard row >= lines.area.row, row < lines.area.endRow else { continue }
            if index < laid.own.count { write(laid.own[index], laid.entry.look.role, laid.column, row, to: isDouble ? lines.ownEnd : lines.end) }
            if isDouble { write(glyphs[.separator], lines.ownEnd + 1, row, .dimmed) }
            if index < laid.beside.count { write(laid.beside[index], laid.entry.look.role, lines.besideColumn, row, to: lines.end) }
            guard isSelected else { continue }
            if index == 0 { write(glyphs[.cursorBar], 0, row, .panelTitleActive) }
            overlay(Rect(column: 0, row: row, columns: lines.end + 1, rows: 1), .listSelected)
        }
    }

    private mutating func write(_ piece: BoardLines.Piece, _ role: Role, _ column: Int, _ row: Int, to end: Int) {
        write(piece.text, column, row, role, columns: end - column)
        if !piece.right.isEmpty { writeRight(piece.right, before: end, from: column, row, .count) }
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
