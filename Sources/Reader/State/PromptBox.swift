import Terminal
import Text

/// Where the parts of a prompt stand: drawing and clicking agree on it. A box at the foot of the screen; where there is little
/// room, two rows without a border.
struct PromptBox: Hashable {
    /// With its border, where it has one.
    let frame: Rect
    /// The title's place where there is no border.
    let titleRow: Int?
    /// The sentence, or what is wrong.
    let sentence: Rect
    let field: Rect
    let items: Rect

    /// The most columns of the box.
    private static let widest = 76
    /// The most items that are seen at once.
    private static let mostItems = 8

    init(_ prompt: Prompt, layout: Layout) {
        let isSmall = layout.columns < 40 || layout.rows < 12
        let bottom = isSmall ? layout.rows : layout.statusRow ?? layout.rows - 1
        if isSmall {
            let room = max(0, min(3, layout.rows - 4))
            let count = min(room, prompt.items.count)
            let rows = min(layout.rows, 2 + count)
            frame = Rect(column: 0, row: max(0, bottom - rows), columns: layout.columns, rows: rows)
            titleRow = frame.row
            let titleColumns = min(DisplayWidth.of(prompt.purpose.title) + 2, frame.columns)
            sentence = Rect(column: titleColumns, row: frame.row, columns: max(0, frame.columns - titleColumns), rows: 1)
            field = Rect(column: 2, row: frame.row + 1, columns: max(0, frame.columns - 3), rows: 1)
            items = Rect(column: 0, row: frame.row + 2, columns: frame.columns, rows: count)
        } else {
            let count = min(Self.mostItems, prompt.items.count, layout.rows - 8)
            let columns = min(layout.columns, Self.widest)
            let rows = 4 + count
            frame = Rect(column: (layout.columns - columns) / 2, row: bottom - rows, columns: columns, rows: rows)
            titleRow = nil
            let inner = frame.inset(columns: 2, rows: 1)
            sentence = Rect(column: inner.column, row: inner.row, columns: inner.columns, rows: 1)
            field = Rect(column: inner.column + 2, row: inner.row + 1, columns: inner.columns - 2, rows: 1)
            items = Rect(column: inner.column, row: inner.row + 2, columns: inner.columns, rows: count)
        }
    }

    /// The first item that is seen.
    func top(_ prompt: Prompt) -> Int {
        max(0, min((prompt.selection ?? 0) - items.rows / 2, prompt.items.count - items.rows))
    }
}
