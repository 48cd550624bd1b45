import Terminal

extension Painter {
    /// Sentences in the middle of a pane that has nothing to show: what is the case, and what to do.
    mutating func drawEmpty(_ lines: [(String, Role)], in area: Rect) {
        let columns = max(1, min(area.columns - 4, 64))
        let wrapped = lines.flatMap { text, role in
            text.isEmpty ? [("", role)] : self.lines(of: text, columns: columns, limit: 6).map { ($0, role) }
        }
        var row = area.row + max(0, (area.rows - wrapped.count) / 3)
        for (text, role) in wrapped.prefix(area.rows) {
            write(text, area.column + max(1, min(3, (area.columns - columns) / 2)), row, role, columns: columns)
            row += 1
        }
    }

    mutating func drawEmptyLibrary(_ state: ReaderState, _ box: Layout.Box) {
        if let words = state.filterWords {
            guard state.library.totals != nil else { return }
            if state.library.filter == .trash {
                return drawEmpty([("The trash is empty.", .text), ("", .text), ("Esc shows all articles again.", .dimmed)], in: box.inner)
            }
            return drawEmpty(
                [("Nothing is listed under «\(words)».", .text), ("", .text), ("Esc shows all articles again.", .dimmed)],
                in: box.inner)
        }
        guard state.library.totals != nil else { return }
        guard state.sync == nil else {
            return drawEmpty([("Reading the folder…", .text), ("Articles appear here as they are read.", .dimmed)], in: box.inner)
        }
        drawEmpty(
            [
                ("Your library is empty.", .title), ("", .text),
                ("It is kept in \(state.folder); nothing leaves this machine.", .text), ("", .text),
                ("Put articles into that folder, as text or Markdown: they appear here by themselves.", .text),
                ("", .text), ("? keys   Ctrl-R look again   q leave", .dimmed),
            ], in: box.inner)
    }
}
