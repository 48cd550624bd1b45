import Articles
import Library
import Terminal
import Text

extension Painter {
    mutating func drawNotes(_ state: ReaderState, _ box: Layout.Box, _ layout: Layout) {
        let listing = state.notes.listing
        guard !listing.isEmpty else {
            guard state.notes.isLoaded else { return }
            return drawEmpty(
                [
                    ("No bookmarks yet.", .text), ("", .text),
                    ("While reading, b bookmarks the passage under the cursor and t tags it. All of them are listed here.", .dimmed),
                ], in: box.inner)
        }
        drawRows(listing, in: box.inner, height: layout.rowHeight(.notes), hasKeys: state.pane == .list) { painter, note, place in
            painter.drawNote(note, place)
        }
    }

    private mutating func drawNote(_ note: StoredPassage, _ place: Rect) {
        let columns = place.columns - 6
        if note.isBookmarked { write(glyphs[.bookmark], place.column + 1, place.row, .bookmark) }
        let quote = note.anchor.quote.flattened
        let room = place.rows - 1
        for (index, line) in lines(of: quote, columns: columns, limit: room).enumerated() {
            write(line, place.column + 4, place.row + index, note.range == nil ? .dimmed : .text)
        }
        drawFacts(of: note, place.column + 4, place.row + room, columns: columns)
    }

    private mutating func drawFacts(of note: StoredPassage, _ start: Int, _ row: Int, columns: Int) {
        let end = start + columns
        var column = start
        if note.range == nil { column += write("lost its place  ", column, row, .warning, columns: end - column) }
        for tag in note.tags where column < end {
            column += write(glyphs[.userTag] + tag + " ", column, row, .userTag, columns: end - column)
        }
        if !note.tags.isEmpty { column += 1 }
        column += write(note.created.withoutTime.description + "  ", column, row, .date, columns: end - column)
        write(note.articleTitle, column, row, .dimmed, columns: end - column)
    }
}
