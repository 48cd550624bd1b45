import Articles
import Library
import Terminal
import Text
import Topics

extension Painter {
    mutating func drawLibrary(_ state: ReaderState, _ box: Layout.Box, _ layout: Layout) {
        let listing = state.library.listing
        guard !listing.isEmpty else { return drawEmptyLibrary(state, box) }
        drawRows(listing, in: box.inner, height: layout.rowHeight(.library), hasKeys: state.pane == .list) { painter, row, area in
            if area.rows == 1 {
                painter.drawLine(row, state, area)
            } else {
                painter.drawCard(row, state, area)
            }
        }
    }

    /// Draws the visible rows of a list, the selected one marked by a bar and a ground of its own, and a scroll bar.
    mutating func drawRows<Row>(
        _ listing: Listing<Row>, in area: Rect, height: Int, hasKeys: Bool,
        _ draw: (inout Painter, Row, Rect) -> Void
    ) {
        let visible = max(1, area.rows / height)
        for line in 0..<visible {
            let index = listing.top + line
            guard let id = listing.id(at: index) else { break }
            let place = Rect(column: area.column, row: area.row + line * height, columns: area.columns, rows: height)
                .intersection(area)
            if let row = listing.rows[id] {
                draw(&self, row, place)
            } else {
                write(glyphs[.ellipsis], place.column + 2, place.row, .placeholder)
            }
            if index == listing.cursor { markSelected(place, hasKeys: hasKeys) }
            if listing.hasSelection, listing.isSelected(at: index) { markChosen(place, isUnderCursor: index == listing.cursor) }
        }
        drawScrollbar(area, top: listing.top, visible: visible, count: listing.count)
    }

    mutating func markSelected(_ place: Rect, hasKeys: Bool) {
        let role: Role = hasKeys ? .listSelected : .listSelectedInactive
        let (theme, ground) = (theme, theme.page.background)
        // What has a ground of its own, as a hit has, keeps it.
        canvas.restyle(place) { if $0.background == ground { $0 = theme.overlay(role, on: $0) } }
        guard hasKeys else { return }
        for row in place.row..<place.endRow {
            write(glyphs[.cursorBar], place.column, row, theme.overlay(.passageCursorBar, on: theme.style(.listSelected)))
        }
    }

    /// A sign on a row that is selected, to be acted on with others.
    private mutating func markChosen(_ place: Rect, isUnderCursor: Bool) {
        let ground = isUnderCursor ? theme.style(.listSelected) : theme.style(.text)
        for row in place.row..<place.endRow { write(glyphs.chosen, place.column, row, theme.overlay(.listMarked, on: ground)) }
    }

    /// A thumb where the list is longer than what is seen: on the border, or at the right edge where there is none.
    mutating func drawScrollbar(_ area: Rect, top: Int, visible: Int, count: Int) {
        guard count > visible, area.rows >= 3 else { return }
        let length = max(1, area.rows * visible / count)
        let room = area.rows - length
        let start = top >= count - visible ? room : min(room, top * room / max(1, count - visible))
        let column = area.endColumn < canvas.columns ? area.endColumn : area.endColumn - 1
        for row in start..<start + length { write(glyphs.thumb, column, area.row + row, .scrollbarThumb) }
    }

    // MARK: A row

    /// Unread, bookmark and star, three columns.
    mutating func drawMarks(_ row: ArticleRow, _ column: Int, _ line: Int) {
        if !row.isRead { write(glyphs.unread, column, line, .unread) }
        if row.bookmarkCount > 0 { write(glyphs[.bookmark], column + 1, line, .bookmark) }
        if row.isStarred { write(glyphs.star, column + 2, line, .star) }
    }

    private func titleRole(_ row: ArticleRow) -> Role { row.isRead ? .listTitleRead : .listTitle }

    /// The day that the article is ordered by, as ISO 8601, with a `~` before it where it is only its file's. Eleven columns.
    @discardableResult
    mutating func drawDate(of row: ArticleRow, _ column: Int, _ line: Int) -> Int {
        if row.published == nil { write("~", column, line, .date) }
        write(dates.words(row.published ?? row.sortDate), column + 1, line, .date, columns: 10)
        return 11
    }

    /// One line: marks, date, title, kicker, topics; columns drop from the least wanted.
    mutating func drawLine(_ row: ArticleRow, _ state: ReaderState, _ area: Rect) {
        let columns = ListColumns(columns: area.columns)
        let line = area.row
        drawMarks(row, area.column + 1, line)
        if let date = columns.date { drawDate(of: row, area.column + date, line) }
        write(row.shownTitle, area.column + columns.title.lowerBound, line, titleRole(row), columns: columns.title.count)
        if let kicker = columns.kicker, let words = row.kickers.first {
            write(words, area.column + kicker.lowerBound, line, .kicker, columns: kicker.count)
        }
        if let chips = columns.chips {
            drawChips(row, state, area.column + chips.lowerBound, line, columns: chips.count)
        }
    }

    /// Two lines: the title, and below it date, topics and kicker.
    mutating func drawCard(_ row: ArticleRow, _ state: ReaderState, _ area: Rect) {
        drawMarks(row, area.column + 1, area.row)
        write(row.shownTitle, area.column + 5, area.row, titleRole(row), columns: area.columns - 7)
        let line = area.row + 1
        var column = area.column + 5
        let end = area.endColumn - 2
        column += drawDate(of: row, column - 1, line) + 1
        column += drawChips(row, state, column, line, columns: min(20, end - column))
        if let words = row.kickers.first, end - column >= 12 {
            write(words, column, line, .kicker, columns: end - column)
        }
    }

    /// The codes of the article's topics, as many as fit whole. The columns used, with two blanks after.
    @discardableResult
    mutating func drawChips(_ row: ArticleRow, _ state: ReaderState, _ start: Int, _ line: Int, columns: Int) -> Int {
        var column = start
        for topic in row.topics {
            guard let node = state.topics.node(topic) else { continue }
            let width = node.code.utf8.count
            guard column + width <= start + columns else { break }
            write(node.code, column, line, state.topics.hue(of: topic).role)
            column += width + 1
        }
        for tag in row.tags {
            let text = glyphs[.userTag] + tag
            let width = DisplayWidth.of(text)
            guard column + width <= start + columns else { break }
            write(text, column, line, .userTag)
            column += width + 1
        }
        return column == start ? 0 : column - start + 1
    }
}

/// Where the columns of a list's one-line rows are. They drop from the least wanted as the list gets narrower.
struct ListColumns: Hashable {
    var date: Int?
    var title: Range<Int>
    var kicker: Range<Int>?
    var chips: Range<Int>?

    init(columns: Int) {
        let start: Int
        if columns >= 44 {
            date = 4
            start = 17
        } else {
            start = 5
        }
        var end = columns - 1
        if columns >= 72 {
            let width = columns >= 100 ? 20 : 13
            chips = end - width..<end
            end -= width + 1
        }
        if columns >= 96 {
            let width = min(28, columns / 6)
            kicker = end - width..<end
            end -= width + 1
        }
        title = start..<max(start, end)
    }
}

extension ArticleRow {
    /// What stands for the title in lists.
    var shownTitle: String { title.isEmpty ? "Untitled" : title }
}
