import Terminal
import Text

extension Painter {
    /// What can be chosen, the best first, under the line that is typed.
    mutating func drawChooser(_ chooser: Chooser, _ state: ReaderState) {
        let columns = min(canvas.columns, 66)
        let rows = min(canvas.rows, 4 + min(max(chooser.choices.count, 3), 12))
        let frame = Rect(
            column: (canvas.columns - columns) / 2, row: (canvas.rows - rows) / 3, columns: columns, rows: rows)
        let inner = drawPopup(frame, title: chooser.title)
        write(chooser.words.flattened, inner.column, inner.row, onPopup(.dimmed), columns: inner.columns)
        write("/", inner.column, inner.row + 1, onPopup(.prompt))
        if chooser.field.isEmpty {
            write("type a part of its name or code", inner.column + 2, inner.row + 1, onPopup(.placeholder), columns: inner.columns - 2)
        }
        draw(chooser.field, inner.column + 2, inner.row + 1, columns: inner.columns - 2, hasCursor: true, on: .popup)
        let area = Rect(column: inner.column, row: inner.row + 2, columns: inner.columns, rows: max(0, inner.rows - 2))
        guard !chooser.choices.isEmpty else {
            write("nothing is called so", area.column + 2, area.row, onPopup(.placeholder), columns: area.columns - 2)
            return
        }
        let top = max(0, min(chooser.selection - area.rows / 2, chooser.choices.count - area.rows))
        for (index, item) in chooser.choices.enumerated().dropFirst(top).prefix(area.rows) {
            let place = Rect(column: area.column, row: area.row + index - top, columns: area.columns, rows: 1)
            draw(item, place, isSelected: index == chooser.selection)
        }
        drawScrollbar(
            Rect(column: area.column, row: area.row, columns: area.columns + 1, rows: area.rows), top: top,
            visible: area.rows, count: chooser.choices.count)
    }

    private mutating func draw(_ item: Chooser.Item, _ place: Rect, isSelected: Bool) {
        let role: Role = isSelected ? .popupSelected : .popup
        fill(place, role)
        if isSelected { write(glyphs.active, place.column, place.row, role) }
        var column = place.column + 2
        if !item.code.isEmpty {
            write(item.code, column, place.row, isSelected ? theme.style(role) : onPopup(item.hue.role))
            column += 7
        }
        let end = writeRight(item.note, before: place.endColumn, from: column + 8, place.row, role)
        write(item.text, column, place.row, role, columns: end - column - 1)
    }

    /// A question, and the keys that answer it.
    mutating func drawConfirmation(_ confirmation: Confirmation, _ state: ReaderState) {
        let columns = min(canvas.columns, 66)
        let inner = max(1, columns - 4)
        let lines = [confirmation.title, ""].flatMap { $0.isEmpty ? [""] : self.lines(of: $0, columns: inner, limit: 3) }
        let rest = confirmation.sentences.flatMap { self.lines(of: $0, columns: inner, limit: 3) }
        let keys = "\(key(.confirm, state)) yes   \(key(.decline, state)) no"
        let rows = min(canvas.rows, lines.count + rest.count + 4)
        let frame = Rect(
            column: (canvas.columns - columns) / 2, row: (canvas.rows - rows) / 3, columns: columns, rows: rows)
        let area = drawPopup(frame, title: "Sure?")
        var row = area.row
        // The question and its keys are seen however small the screen.
        for (text, role) in lines.map({ ($0, Role.strong) }) + rest.map({ ($0, Role.dimmed) }) where row < area.endRow - 1 {
            write(text, area.column, row, onPopup(role), columns: area.columns)
            row += 1
        }
        write(keys, area.column, area.endRow - 1, onPopup(.key), columns: area.columns)
    }

    private func key(_ command: Command, _ state: ReaderState) -> String {
        state.keymap.keys(for: command, in: .confirmation).first?.description ?? command.name
    }
}
