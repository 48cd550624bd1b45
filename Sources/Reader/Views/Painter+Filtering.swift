import Search
import Terminal

extension Painter {
    /// The line to type what the list is filtered by, at the foot of the list.
    mutating func drawFilterBox(_ state: ReaderState) {
        guard let box = state.filterBox, let inner = state.layout.box(.list)?.inner, inner.rows > 0 else { return }
        let row = inner.endRow - 1
        let column = inner.column + 8
        fill(Rect(column: inner.column, row: row, columns: inner.columns, rows: 1), .status)
        write("filter", inner.column + 1, row, .statusKey)
        draw(
            box.line.field, column, row, columns: inner.endColumn - column - 1, hasCursor: state.context == .filter, on: .status,
            wrong: (box.problem?.range).map { [$0] } ?? [])
        drawCompletions(box.line, at: column, row, in: inner, isAbove: true)
    }
}
