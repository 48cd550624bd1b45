import Library
import Search
import Terminal
import Text

extension Painter {
    mutating func drawSearch(_ state: ReaderState, _ box: Layout.Box, _ layout: Layout) {
        let search = state.search
        drawQuery(state, box)
        guard let area = layout.listArea(.search) else { return }
        guard !search.results.isEmpty else { return drawNoResults(search, area) }
        let height = layout.rowHeight(.search)
        drawRows(search.results, in: area, height: height, hasKeys: state.pane == .list) { painter, hit, place in
            painter.drawHit(hit, state, place)
        }
    }

    private mutating func drawQuery(_ state: ReaderState, _ box: Layout.Box) {
        let inner = box.inner
        let search = state.search
        let end = writeRight(
            search.countWords, before: inner.endColumn - 1, from: inner.column + inner.columns / 2, inner.row, .count)
        write("/", inner.column + 1, inner.row, .prompt)
        let room = end - inner.column - 5
        let hasKeys = state.pane == .list && search.isTyping && state.context == .query
        if search.field.isEmpty && !hasKeys {
            write("type / to search", inner.column + 3, inner.row, .placeholder, columns: room)
        } else {
            draw(search.field, inner.column + 3, inner.row, columns: room, hasCursor: hasKeys)
        }
        guard Layout.searchHeaderRows(inner) > 1 else { return }
        write(search.explanation, inner.column + 3, inner.row + 1, .dimmed, columns: inner.columns - 4)
    }

    /// A line that is being typed; its end is seen where it is too long.
    mutating func draw(_ field: Field, _ column: Int, _ row: Int, columns: Int, hasCursor: Bool, on ground: Role? = nil) {
        guard columns > 0 else { return }
        let head = Printable.visible(field.head)
        let width = DisplayWidth.of(head)
        let shown = width < columns ? head : Clip.end(of: head, columns: columns - 1)
        let plain = ground.map { theme.overlay(.input, on: theme.style($0)) } ?? theme.style(.input)
        let style = field.isSelected && hasCursor ? theme.overlay(.selection, on: plain) : plain
        let used = write(shown, column, row, style)
        let rest = String(field.text.dropFirst(field.cursor))
        if !rest.isEmpty { write(rest, column + used, row, style, columns: columns - used) }
        if hasCursor { canvas.cursor = (column: column + used, row: row) }
    }

    private mutating func drawNoResults(_ search: SearchState, _ area: Rect) {
        if search.field.text.trimmed.isEmpty {
            drawEmpty(
                [
                    ("Type words to search all articles.", .text), ("", .text),
                    ("\"in quotes\"  words that follow one another", .dimmed),
                    ("extradition OR surrender  -draft", .dimmed),
                    ("title:ransomware  topic:extradition  since:2024  is:unread", .dimmed),
                ], in: area)
        } else if !search.isRunning, search.answered != nil {
            drawEmpty(
                [
                    ("Nothing matches «\(search.answered ?? "")».", .text), ("", .text),
                    ("Fewer or shorter words find more; Esc leaves the search.", .dimmed),
                ], in: area)
        }
    }

    private mutating func drawHit(_ hit: HitRow, _ state: ReaderState, _ place: Rect) {
        let row = hit.article
        if !row.isRead { write(glyphs.unread, place.column + 1, place.row, .unread) }
        if row.bookmarkCount > 0 { write(glyphs[.bookmark], place.column + 2, place.row, .bookmark) }
        let end = place.endColumn - 2
        var column = place.column + 4
        if place.columns >= 60 { column += drawDate(of: row, column, place.row) + 2 }
        let role: Role = row.isRead ? .listTitleRead : .listTitle
        let chips = place.columns >= 72 ? 14 : 0
        write(
            row.title, marking: hit.titleHits, as: .searchHit, column, place.row, theme.style(role),
            columns: end - column - chips)
        if chips > 0 { drawChips(row, state, end - chips + 1, place.row, columns: chips) }
        drawSnippets(hit.snippets, place, lines: place.rows - 1)
    }

    /// The snippets one after the other, in so many lines, their hits marked.
    private mutating func drawSnippets(_ snippets: [Snippet], _ place: Rect, lines count: Int) {
        let columns = place.columns - 6
        guard count > 0, columns > 8 else { return }
        var line = 0
        for snippet in snippets where line < count {
            let text = snippet.text.flattened
            for wrapped in Wrapping.lines(of: text, width: columns).prefix(count - line) {
                let hits = snippet.hits.compactMap { hit -> Range<Int>? in
                    let part = hit.clamped(to: wrapped.range)
                    return part.isEmpty ? nil : part.lowerBound - wrapped.range.lowerBound..<part.upperBound - wrapped.range.lowerBound
                }
                line += 1
                write(
                    text.bytes(wrapped.range), marking: hits, as: .searchHit, place.column + 4, place.row + line,
                    theme.style(.snippet), columns: columns)
            }
        }
    }
}

extension SearchState {
    /// «212 hits».
    var countWords: String {
        guard answered != nil else { return isRunning ? "searching…" : "" }
        switch count {
        case .exactly(let number): return number.counted("hit", "hits")
        case .moreThan(let number): return "more than \(number.grouped) hits"
        }
    }

    /// How the query was read, or how the results are listed.
    var explanation: String {
        if !notes.isEmpty { return notes.joined(separator: " · ") }
        if results.isEmpty { return "" }
        return isTyping ? "newest first · Enter opens, Esc to the list" : "newest first · / changes the search"
    }
}

extension String {
    /// With every line break as one blank of the same length in bytes, so that offsets stay.
    var flattened: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return String(decoding: utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    }
}
