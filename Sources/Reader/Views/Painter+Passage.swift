import Terminal

extension Painter {
    mutating func drawPassage(_ state: ReaderState, _ box: Layout.Box) {
        let inner = box.inner
        guard state.reading != nil else { return }
        let panel = state.passagePanel
        let top = min(state.passageTop, max(0, panel.count - inner.rows))
        for (index, line) in panel.dropFirst(top).prefix(inner.rows).enumerated() {
            var column = inner.column + 1 + line.indent
            for piece in line.pieces {
                column += write(piece.text, column, inner.row + index, piece.role, columns: inner.endColumn - 1 - column)
            }
        }
        drawScrollbar(inner, top: top, visible: inner.rows, count: panel.count)
    }
}
