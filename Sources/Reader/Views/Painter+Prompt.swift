import Terminal
import Text

extension Painter {
    /// One line of input, what it is for above it, and below it what completes it.
    mutating func drawPrompt(_ prompt: Prompt, _ state: ReaderState) {
        let box = PromptBox(prompt, layout: state.layout)
        if let row = box.titleRow {
            fill(box.frame, .popup)
            write(prompt.purpose.title, box.frame.column + 1, row, .popupSelected, columns: box.frame.columns - 1)
        } else {
            _ = drawPopup(box.frame, title: prompt.purpose.title)
        }
        drawSentence(prompt, box)
        write(glyphs.active, box.field.column - 2, box.field.row, onPopup(.prompt))
        if prompt.field.isEmpty {
            write(prompt.purpose.placeholder, box.field.column, box.field.row, onPopup(.placeholder), columns: box.field.columns)
        }
        draw(prompt.field, box.field.column, box.field.row, columns: box.field.columns, hasCursor: true, on: .popup)
        drawItems(prompt, box)
    }

    /// What is wrong has the whole row where there is little room: the title can wait.
    private mutating func drawSentence(_ prompt: Prompt, _ box: PromptBox) {
        guard let problem = prompt.problem else {
            write(Printable.visible(prompt.purpose.sentence), box.sentence.column, box.sentence.row, onPopup(.dimmed), columns: box.sentence.columns)
            return
        }
        let place = box.titleRow == nil ? box.sentence : Rect(column: box.frame.column, row: box.frame.row, columns: box.frame.columns, rows: 1)
        fill(place, .popup)
        write(glyphs.failure + " " + Printable.visible(problem), place.column, place.row, onPopup(.error), columns: place.columns)
    }

    private mutating func drawItems(_ prompt: Prompt, _ box: PromptBox) {
        let top = box.top(prompt)
        for (index, item) in prompt.items.enumerated().dropFirst(top).prefix(box.items.rows) {
            let place = Rect(column: box.items.column, row: box.items.row + index - top, columns: box.items.columns, rows: 1)
            draw(item, place, isSelected: index == prompt.selection)
        }
        drawScrollbar(
            Rect(column: box.items.column, row: box.items.row, columns: box.items.columns + 1, rows: box.items.rows), top: top,
            visible: box.items.rows, count: prompt.items.count)
    }

    private mutating func draw(_ item: Prompt.Item, _ place: Rect, isSelected: Bool) {
        let role: Role = isSelected ? .popupSelected : .popup
        fill(place, role)
        if isSelected { write(glyphs.active, place.column, place.row, role) }
        let note = Printable.visible(item.note)
        let end = writeRight(note, before: place.endColumn, from: place.column + 8, place.row, role)
        write(Printable.visible(item.text), place.column + 2, place.row, role, columns: end - place.column - 3)
    }
}
