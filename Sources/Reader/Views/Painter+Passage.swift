import Terminal

extension Painter {
    mutating func drawPassage(_ state: ReaderState, _ box: Layout.Box) {
        let inner = box.inner
        guard state.reading != nil else { return }
        let panel = state.passagePanel
        let top = min(state.passageTop, max(0, panel.count - inner.rows))
        let selected = state.panelSelection?.id
        var above = top > 0 ? panel[top - 1].topic : nil
        for (index, line) in panel.dropFirst(top).prefix(inner.rows).enumerated() {
            let row = inner.row + index
            var column = inner.column + 1 + line.indent
            for piece in line.pieces {
                column += write(piece.text, column, row, piece.role, columns: inner.endColumn - 1 - column)
            }
            if line.topic != nil, line.topic == selected {
                markTopic(inner, row, hasKeys: state.pane == .passage, isHead: above != selected)
            }
            above = line.topic
        }
        drawScrollbar(inner, top: top, visible: inner.rows, count: panel.count)
    }

    /// The topic that `+` and `-` are about: a bar and a ground where the panel has the keys, else a mark at its head.
    private mutating func markTopic(_ inner: Rect, _ row: Int, hasKeys: Bool, isHead: Bool) {
        guard hasKeys else {
            if isHead { write(glyphs.active, inner.column, row, .passageCursorBar) }
            return
        }
        overlay(Rect(column: inner.column, row: row, columns: inner.columns, rows: 1), .passageCursor)
        write(glyphs[.cursorBar], inner.column, row, theme.overlay(.passageCursorBar, on: theme.style(.passageCursor)))
    }
}
