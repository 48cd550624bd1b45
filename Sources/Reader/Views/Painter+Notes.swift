import Articles
import Library
import Terminal
import Text
import Topics

extension Painter {
    mutating func drawNotes(_ state: ReaderState, _ box: Layout.Box, _ layout: Layout) {
        let listing = state.notes.listing
        guard !listing.isEmpty else {
            guard state.notes.isLoaded else { return }
            return drawNoNotes(state, box)
        }
        drawRows(listing, in: box.inner, height: layout.rowHeight(.notes), hasKeys: state.pane == .list) { painter, row, place in
            switch row.content {
            case .heading(let group): painter.draw(group, state, place)
            case .passage(let note): painter.drawNote(note, place)
            }
        }
    }

    private mutating func drawNoNotes(_ state: ReaderState, _ box: Layout.Box) {
        let filter = state.notes.filter.trimmed
        guard filter.isEmpty else {
            return drawEmpty(
                [
                    ("No passage answers «\(Clip.middle(filter, columns: max(16, box.inner.columns - 24), ellipsis: glyphs[.ellipsis]))».", .text),
                    ("", .text), ("is:bookmarked  tag:hanoi  topic:extradition  note:visa; Esc clears the filter.", .dimmed),
                ], in: box.inner)
        }
        drawEmpty(
            [
                ("No bookmarks yet.", .text), ("", .text),
                ("While reading, b bookmarks the passage under the cursor, m highlights it, a writes a note and t tags it. All of them are listed here.", .dimmed),
            ], in: box.inner)
    }

    /// What the rows below stand under.
    private mutating func draw(_ group: NotesState.Group, _ state: ReaderState, _ place: Rect) {
        let row = place.endRow - 1
        let count = group.count.grouped
        let end = writeRight(count, before: place.endColumn - 1, from: place.column + place.columns / 2, row, .count)
        write(state.words(of: group), place.column + 1, row, .heading, columns: end - place.column - 2)
    }

    private mutating func drawNote(_ note: StoredPassage, _ place: Rect) {
        let columns = place.columns - 6
        drawSigns(of: note, place)
        let room = place.rows - 1
        let quote = note.anchor.quote.flattened
        let quoteRows = note.note == nil || room < 2 ? room : room - 1
        for (index, line) in lines(of: quote, columns: columns, limit: quoteRows).enumerated() {
            write(line, place.column + 4, place.row + index, note.range == nil ? .dimmed : .text)
        }
        if let text = note.note?.text, room >= 2 {
            let used = write(glyphs[.note] + " ", place.column + 4, place.row + quoteRows, .note)
            write(text.flattened, place.column + 4 + used, place.row + quoteRows, .strong, columns: columns - used)
        }
        drawFacts(of: note, showsNote: room < 2, place.column + 4, place.row + room, columns: columns)
    }

    /// A bookmark, and below it the letter of a highlight's colour.
    private mutating func drawSigns(of note: StoredPassage, _ place: Rect) {
        if note.isBookmarked { write(glyphs[.bookmark], place.column + 1, place.row, .bookmark) }
        if let colour = note.highlight { write(colour.letter, place.column + 2, place.row, colour.role) }
    }

    private mutating func drawFacts(of note: StoredPassage, showsNote: Bool, _ start: Int, _ row: Int, columns: Int) {
        let end = start + columns
        var column = start
        if note.range == nil { column += write("its words are gone  ", column, row, .warning, columns: end - column) }
        if showsNote, let text = note.note?.text {
            column += write(glyphs[.note] + " " + Clip.text(text.flattened, columns: columns / 2, ellipsis: glyphs[.ellipsis]) + "  ", column, row, .strong, columns: end - column)
        }
        for tag in note.tags where column < end {
            column += write(glyphs[.userTag] + tag + " ", column, row, .userTag, columns: end - column)
        }
        if !note.tags.isEmpty { column += 1 }
        column += write(note.created.withoutTime.description + "  ", column, row, .date, columns: end - column)
        write(note.articleTitle, column, row, .dimmed, columns: end - column)
    }
}

extension ReaderState {
    /// How the heading of a group reads.
    func words(of group: NotesState.Group) -> String {
        switch notes.grouping {
        case .none: ""
        case .article, .date: group.name ?? ""
        case .tag: group.name.map { glyphs[.userTag] + $0 } ?? "without a tag"
        case .topic: group.name.map { topics.node(TopicID($0))?.label ?? $0 } ?? "without a topic"
        }
    }
}
