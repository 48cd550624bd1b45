import Terminal

extension Painter {
    mutating func drawArticle(_ state: ReaderState, _ box: Layout.Box) {
        let inner = box.inner
        guard let reading = state.reading else { return drawNoArticle(state, inner) }
        let area = Rect(column: inner.column, row: inner.row, columns: inner.columns, rows: inner.rows - (state.findRows))
        reading.page.draw(
            from: reading.top, into: &canvas, area, geometry: reading.geometry, theme: theme,
            decorations: reading.decorations(rows: area.rows, hasCursor: state.pane == .article || state.pane == .passage),
            sideways: reading.sideways)
        if let find = reading.find, find.isTyping { drawFind(find, inner) }
    }

    private mutating func drawNoArticle(_ state: ReaderState, _ inner: Rect) {
        guard state.awaited == nil, !state.library.listing.isEmpty else { return }
        drawEmpty([("Choose an article on the left; Enter reads it.", .dimmed)], in: inner)
    }

    /// The line to type what is to be found, at the foot of the article.
    private mutating func drawFind(_ find: FindState, _ inner: Rect) {
        let row = inner.endRow - 1
        fill(Rect(column: inner.column, row: row, columns: inner.columns, rows: 1), .status)
        let end = writeRight(
            find.countWords, before: inner.endColumn - 1, from: inner.column + inner.columns / 2, row, .statusMessage)
        write("find", inner.column + 1, row, .statusKey)
        draw(find.field, inner.column + 6, row, columns: end - inner.column - 7, hasCursor: true, on: .status)
    }
}

extension FindState {
    /// «hit 3/14».
    var countWords: String {
        guard !hits.isEmpty else { return field.isEmpty ? "" : "no hits" }
        return "hit \((current ?? 0) + 1)/\(hits.count.grouped)"
    }
}

extension ReaderState {
    /// Rows of the article's pane that the line to find with takes.
    var findRows: Int { reading?.find?.isTyping == true ? 1 : 0 }
}

extension ReadingState {
    /// What is marked on the lines that are seen.
    func decorations(rows: Int, hasCursor: Bool) -> Decorations {
        guard let seen = seenText(rows: rows) else { return Decorations() }
        var shown = marks.overlapping(seen)
        if let selection { shown.append(Decoration(.selection, selection.range)) }
        if hasCursor, let passage {
            shown.append(Decoration(.passageCursor, passage))
            shown += links.flatMap(Decoration.evidence(of:))
        }
        if let find {
            shown += find.seenHits(in: seen).map { Decoration(.searchHit, $0) }
            if let current = find.current, find.hits.indices.contains(current) {
                shown.append(Decoration(.currentHit, find.hits[current]))
            }
        }
        return Decorations(shown)
    }

    /// The text of the blocks of which a line is seen, in UTF-8 offsets.
    private func seenText(rows: Int) -> Range<Int>? {
        let bottom = page.place(top, movedBy: max(0, rows - 1))
        guard let first = page.block(at: top), let last = page.block(at: bottom) else { return nil }
        let ranges = page.blockRanges
        guard ranges.indices.contains(first), ranges.indices.contains(last) else { return nil }
        return ranges[first].lowerBound..<max(ranges[first].lowerBound, ranges[last].upperBound)
    }
}

extension FindState {
    /// The hits that touch a range. Costs the logarithm of all and a step for each.
    func seenHits(in range: Range<Int>) -> ArraySlice<Range<Int>> {
        let first = hits.indices.partition { hits[$0].upperBound > range.lowerBound }
        let end = hits.indices.partition { hits[$0].lowerBound >= range.upperBound }
        return hits[first..<max(first, end)]
    }
}
