import Search
import Terminal
import Text

extension Painter {
    /// The most rows that the list of completions takes of a pane.
    static func completionRows(_ area: Rect) -> Int { area.rows >= 30 ? 8 : area.rows >= 14 ? 6 : area.rows >= 8 ? 3 : 0 }

    /// The columns that the list may take beyond a narrow pane.
    private static let widestList = 72

    /// What completes the line, in a narrow list below it or, where there is no room, above it, as far right as the word that is
    /// completed. `line` is where the line's text begins; the list stays in `area`.
    mutating func drawCompletions(_ line: QueryLine, at column: Int, _ row: Int, in area: Rect, isAbove: Bool = false) {
        guard let offers = line.offers, line.isListOpen, !offers.items.isEmpty else { return }
        // A narrow pane is no reason to cut what things mean.
        let area = Rect(
            column: area.column, row: area.row, columns: max(area.columns, min(Self.widestList, canvas.columns - area.column)),
            rows: area.rows)
        let rows = min(Self.completionRows(area), offers.items.count)
        guard rows > 0 else { return }
        let texts = offers.items.map { glyphs.plain(Printable.visible($0.text)) }
        let widest = min(32, texts.map(DisplayWidth.of).max() ?? 0)
        let helps = offers.items.map { DisplayWidth.of(glyphs.plain(Printable.visible($0.help))) }.max() ?? 0
        let columns = min(area.columns - 2, widest + (helps > 0 ? helps + 2 : 0) + 5)
        let before = DisplayWidth.of(Printable.visible(offers.typed.text.bytes(0..<(offers.items.first?.range.lowerBound ?? 0))))
        let left = max(area.column, min(column + before - 3, area.endColumn - columns - 1))
        let frame = Rect(column: left, row: isAbove ? row - rows : row + 1, columns: columns, rows: rows)
        let top = max(0, min((offers.selection ?? 0) - rows / 2, offers.items.count - rows))
        for index in top..<min(top + rows, offers.items.count) {
            let place = Rect(column: frame.column, row: frame.row + index - top, columns: columns, rows: 1)
            draw(offers.items[index], text: texts[index], width: widest, place, isSelected: index == offers.selection)
        }
        guard offers.items.count > rows else { return }
        let thumb = frame.row + (offers.items.count > rows ? top * (rows - 1) / max(1, offers.items.count - rows) : 0)
        write(glyphs.thumb, frame.endColumn - 1, thumb, onPopup(.scrollbarThumb))
    }

    private mutating func draw(_ item: Completion, text: String, width: Int, _ place: Rect, isSelected: Bool) {
        let role: Role = isSelected ? .popupSelected : .popup
        fill(place, role)
        write(glyphs.lightBorder.down, place.column, place.row, onPopup(.border))
        write(glyphs.lightBorder.down, place.endColumn - 1, place.row, onPopup(.border))
        if isSelected { write(glyphs.active, place.column + 1, place.row, role) }
        write(text, place.column + 3, place.row, role, columns: min(width, place.columns - 4))
        let rest = place.column + 3 + width + 2
        write(
            item.help, rest, place.row, isSelected ? theme.style(role) : onPopup(.dimmed),
            columns: place.endColumn - 1 - rest)
    }
}

extension QueryLine {
    /// What Tab would take, where that is no list: «Tab  extradition 12 articles · extraditions 3 articles».
    func offerWords(key: String) -> String? {
        guard let offers, !offers.items.isEmpty, !isListOpen else { return nil }
        return key + "  " + offers.items.prefix(6).map { $0.help.isEmpty ? $0.text : "\($0.text) \($0.help)" }.joined(separator: " · ")
    }
}
