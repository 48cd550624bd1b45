import Library
import Terminal
import Text

extension Painter {
    /// A box over everything else, its ground cleared.
    mutating func drawPopup(_ frame: Rect, title: String) -> Rect {
        fill(frame, .popup)
        drawBorder(frame, glyphs.heavyBorder, .popup)
        let title = Clip.text(title, columns: frame.columns - 8, ellipsis: glyphs[.ellipsis])
        write(" \(title) ", frame.column + 2, frame.row, .popupSelected)
        return frame.inset(columns: 2, rows: 1)
    }

    /// A role on the ground of a popup.
    func onPopup(_ role: Role) -> Style { theme.overlay(role, on: theme.style(.popup)) }

    /// What may follow the key that was pressed.
    mutating func drawPrefix(_ state: ReaderState, _ pending: ReaderState.PendingKeys, _ layout: Layout) {
        guard case .prefix(let continuations) = state.keymap.meaning(of: pending.keys.keys, in: state.context) else { return }
        let rows = continuations.map { ($0.key.name, $0.command.entry.sentence) }
        let columns = min(canvas.columns, 8 + (rows.map { DisplayWidth.of($0.1) }.max() ?? 0))
        let bottom = layout.statusRow ?? canvas.rows - 1
        let height = min(rows.count + 2, bottom)
        let frame = Rect(column: canvas.columns - columns, row: bottom - height, columns: columns, rows: height)
        let inner = drawPopup(frame, title: pending.keys.description)
        for (index, (key, sentence)) in rows.prefix(inner.rows).enumerated() {
            write(key, inner.column, inner.row + index, onPopup(.key))
            write(sentence, inner.column + 3, inner.row + index, .popup, columns: inner.columns - 3)
        }
    }

    mutating func drawPicker(_ picker: Picker, _ state: ReaderState, _ layout: Layout) {
        let choices = picker.choices
        let columns = min(canvas.columns, 60)
        let rows = min(canvas.rows, 4 + min(max(choices.count, 3), 12))
        let frame = Rect(
            column: (canvas.columns - columns) / 2, row: (canvas.rows - rows) / 3, columns: columns, rows: rows)
        let several = picker.target.several.count
        let title = several > 1 ? "Tag \(several.grouped) articles" : picker.target.range == nil ? "Tag the article" : "Tag the passage"
        let inner = drawPopup(frame, title: title)
        write(picker.target.words.flattened, inner.column, inner.row, onPopup(.dimmed), columns: inner.columns)
        write("#", inner.column, inner.row + 1, onPopup(.prompt))
        draw(picker.field, inner.column + 2, inner.row + 1, columns: inner.columns - 2, hasCursor: true, on: .popup)
        let area = Rect(column: inner.column, row: inner.row + 2, columns: inner.columns, rows: max(0, inner.rows - 2))
        guard !choices.isEmpty else {
            write("type a name to make a tag", area.column + 2, area.row, onPopup(.placeholder), columns: area.columns - 2)
            return
        }
        let top = max(0, min(picker.selection - area.rows / 2, choices.count - area.rows))
        for (index, choice) in choices.enumerated().dropFirst(top).prefix(area.rows) {
            let place = Rect(column: area.column, row: area.row + index - top, columns: area.columns, rows: 1)
            draw(choice, picker, place, isSelected: index == picker.selection)
        }
    }

    private mutating func draw(_ choice: Picker.Choice, _ picker: Picker, _ place: Rect, isSelected: Bool) {
        let role: Role = isSelected ? .popupSelected : .popup
        fill(place, role)
        if isSelected { write(glyphs.active, place.column, place.row, role) }
        switch choice {
        case .create(let name):
            write("make «\(name)»", place.column + 4, place.row, role, columns: place.columns - 4)
        case .existing(let tag):
            if picker.chosen.contains(tag.name) { write(glyphs.chosen, place.column + 2, place.row, role) }
            let uses = (tag.articles + tag.passages).grouped
            let end = writeRight(uses, before: place.endColumn, from: place.column + 4, place.row, role)
            write(tag.name, place.column + 4, place.row, role, columns: end - place.column - 5)
        }
    }

    mutating func drawHelp(_ help: Help, _ state: ReaderState, _ layout: Layout) {
        let frame = layout.helpFrame
        let inner = drawPopup(frame, title: "Keys: \(help.context.title)")
        write("/", inner.column, inner.row, onPopup(.prompt))
        if help.field.isEmpty {
            write(
                "type to filter; Enter does it; Esc closes", inner.column + 2, inner.row,
                onPopup(.placeholder), columns: inner.columns - 2)
        }
        draw(help.field, inner.column + 2, inner.row, columns: inner.columns - 2, hasCursor: true, on: .popup)
        if !state.settings.file.isEmpty {
            writeRight(" keys are changed in \(state.settings.file) ", before: frame.endColumn - 2, from: frame.column + 2, frame.endRow - 1, .popup)
        }
        let lines = help.lines
        let area = layout.helpArea
        if lines.isEmpty { write("no key does that", area.column, area.row, .popup, columns: area.columns) }
        let selected = help.selected
        for (index, line) in lines.enumerated().dropFirst(help.top).prefix(area.rows) {
            draw(line, selected, Rect(column: area.column, row: area.row + index - help.top, columns: area.columns, rows: 1))
        }
        drawScrollbar(
            Rect(column: area.column, row: area.row, columns: area.columns + 1, rows: area.rows), top: help.top,
            visible: area.rows, count: lines.count)
    }

    private mutating func draw(_ line: Help.Line, _ selected: Command?, _ place: Rect) {
        switch line {
        case .heading(let title):
            write(title, place.column, place.row, onPopup(.heading))
        case .command(let command, let keys):
            let isSelected = selected == command
            let ground: Role = isSelected ? .popupSelected : .popup
            if isSelected { fill(place, ground) }
            if isSelected { write(glyphs.active, place.column, place.row, ground) }
            let width = min(16, place.columns / 3)
            write(keys.isEmpty ? "no key" : keys, place.column + 2, place.row, theme.overlay(.key, on: theme.style(ground)), columns: width)
            write(command.entry.sentence, place.column + 3 + width, place.row, ground, columns: place.columns - width - 3)
        }
    }
}

extension Painter {
    mutating func drawReport(_ report: Report, _ layout: Layout) {
        let inner = drawPopup(layout.helpFrame, title: report.title)
        var row = inner.row
        for sentence in report.sentences.dropFirst(report.top) where row < inner.endRow {
            let wrapped = lines(of: Printable.visible(sentence), columns: inner.columns, limit: ReaderState.sentenceRows)
            for line in wrapped where row < inner.endRow {
                write(line, inner.column, row, .popup, columns: inner.columns)
                row += 1
            }
        }
        drawScrollbar(
            Rect(column: inner.column, row: inner.row, columns: inner.columns + 1, rows: inner.rows), top: report.top,
            visible: max(1, inner.rows / ReaderState.sentenceRows), count: report.sentences.count)
    }
}

extension Layout {
    var helpFrame: Rect {
        let width = min(columns, 90)
        let height = columns < 60 || rows < 16 ? rows : min(rows - 4, 40)
        return Rect(column: (columns - width) / 2, row: (rows - height) / 2, columns: width, rows: height)
    }

    /// Where the lines of help are.
    var helpArea: Rect {
        let inner = helpFrame.inset(columns: 2, rows: 1)
        let header = inner.rows >= 6 ? 2 : 1
        return Rect(column: inner.column, row: inner.row + header, columns: inner.columns, rows: max(0, inner.rows - header))
    }
}

extension ReaderState {
    /// Lines of help that are seen at once.
    var helpRows: Int { max(1, layout.helpArea.rows) }

    /// Rows that a sentence of a report takes at most.
    static let sentenceRows = 3

    /// Sentences of a report that are surely seen at once.
    var reportRows: Int { max(1, layout.helpFrame.inset(columns: 2, rows: 1).rows / Self.sentenceRows) }
}
