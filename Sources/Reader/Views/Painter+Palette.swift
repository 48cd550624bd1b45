import Terminal
import Text

extension Layout {
    /// The palette's box: 60 % of the screen and twelve rows, or what there is room for.
    var paletteFrame: Rect {
        let width = min(columns, max(columns * 60 / 100, 72))
        let height = min(rows, 12 + 4)
        return Rect(column: (columns - width) / 2, row: max(0, (rows - height) / 4), columns: width, rows: height)
    }

    /// Where the palette's rows are.
    var paletteArea: Rect {
        let inner = paletteFrame.inset(columns: 2, rows: 1)
        let rest = inner.rows >= 4 ? 2 : 1
        return Rect(column: inner.column, row: inner.row + 1, columns: inner.columns, rows: max(0, inner.rows - rest))
    }

    /// The first of the palette's rows that is seen.
    func paletteTop(_ palette: CommandPalette) -> Int {
        max(0, min(palette.selection - paletteArea.rows / 2, palette.rows.count - paletteArea.rows))
    }
}

extension Painter {
    mutating func drawPalette(_ palette: CommandPalette, _ state: ReaderState) {
        let layout = state.layout
        let inner = drawPopup(layout.paletteFrame, title: "Commands: \(palette.context.title)")
        write(":", inner.column, inner.row, onPopup(.prompt))
        if palette.field.isEmpty {
            write("a command, /search, #tag or a row number", inner.column + 2, inner.row, onPopup(.placeholder), columns: inner.columns - 2)
        }
        draw(palette.field, inner.column + 2, inner.row, columns: inner.columns - 2, hasCursor: true, on: .popup)
        let area = layout.paletteArea
        let top = layout.paletteTop(palette)
        let widest = palette.rows.map { DisplayWidth.of(glyphs.plain(Printable.visible($0.name))) }.max() ?? 0
        let width = min(widest, max(12, area.columns * 2 / 5))
        for (index, row) in palette.rows.enumerated().dropFirst(top).prefix(area.rows) {
            let place = Rect(column: area.column, row: area.row + index - top, columns: area.columns, rows: 1)
            draw(row, nameWidth: width, place, isSelected: index == palette.selection)
        }
        if palette.rows.isEmpty { write("no command is called so", area.column + 2, area.row, onPopup(.placeholder), columns: area.columns - 2) }
        drawScrollbar(
            Rect(column: area.column, row: area.row, columns: area.columns + 1, rows: area.rows), top: top, visible: area.rows,
            count: palette.rows.count)
        // What was refused stands in the row already.
        guard area.endRow < inner.endRow, palette.words != palette.selected?.name else { return }
        write(Printable.visible(palette.words), inner.column, inner.endRow - 1, onPopup(.dimmed), columns: inner.columns)
    }

    private mutating func draw(_ row: CommandPalette.Row, nameWidth: Int, _ place: Rect, isSelected: Bool) {
        let ground: Role = isSelected ? .popupSelected : .popup
        fill(place, ground)
        if isSelected { write(glyphs.active, place.column, place.row, ground) }
        let name = Printable.visible(row.name)
        let style = isSelected ? theme.style(ground) : onPopup(row.isRefused ? .dimmed : .popup)
        let isRoomy = place.columns >= 50
        let note = Printable.visible(row.note)
        let noteEnd = place.endColumn
        var end = noteEnd
        if !note.isEmpty, DisplayWidth.of(note) <= place.columns / 2 {
            end = noteEnd - DisplayWidth.of(glyphs.plain(note))
            write(note, end, place.row, theme.overlay(.key, on: theme.style(ground)))
            end -= 2
        }
        let shown = isRoomy && !row.sentence.isEmpty ? nameWidth : end - place.column - 2
        write(name, place.column + 2, place.row, style, columns: min(shown, end - place.column - 2))
        guard isRoomy, !row.sentence.isEmpty else { return }
        let start = place.column + 2 + nameWidth + 2
        write(Printable.visible(row.sentence), start, place.row, isSelected ? theme.style(ground) : onPopup(.dimmed), columns: end - start)
    }
}

extension CommandPalette.Row {
    var isRefused: Bool { if case .refused = act { true } else { false } }
}
