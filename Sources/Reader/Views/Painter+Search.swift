import Library
import Search
import Terminal
import Text

extension Painter {
    mutating func drawSearch(_ state: ReaderState, _ box: Layout.Box, _ layout: Layout) {
        let search = state.search
        drawQuery(state, box)
        guard let area = layout.listArea(.search) else { return }
        guard !search.results.isEmpty else { return drawNoResults(state, area) }
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
        let room = end - inner.column - 5
        if let like = search.like {
            write("like", inner.column + 1, inner.row, .prompt)
            write("«\(like.title)»", inner.column + 6, inner.row, .input, columns: end - inner.column - 8)
            guard Layout.searchHeaderRows(inner) > 1 else { return }
            write(state.likenessWords(columns: inner.columns), inner.column + 3, inner.row + 1, .dimmed, columns: inner.columns - 4)
            return
        }
        write("/", inner.column + 1, inner.row, .prompt)
        let hasKeys = state.pane == .list && search.isTyping && state.context == .query
        if search.field.isEmpty && !hasKeys {
            write("type / to search", inner.column + 3, inner.row, .placeholder, columns: room)
        } else {
            // What was left out is marked where it stands, as long as it stands there.
            let isAnswered = search.answered == search.field.text.trimmed
            let ignored = isAnswered ? search.findings?.ignored(isTyping: hasKeys).map(\.range) ?? [] : []
            let lead = search.field.text.utf8.prefix { $0 == 0x20 }.count
            draw(
                search.field, inner.column + 3, inner.row, columns: room, hasCursor: hasKeys,
                wrong: ignored.map { $0.lowerBound + lead..<$0.upperBound + lead })
        }
        guard Layout.searchHeaderRows(inner) > 1 else { return }
        write(state.searchExplanation, inner.column + 3, inner.row + 1, .dimmed, columns: inner.columns - 4)
    }

    /// What completes the query, over whatever lies under it.
    mutating func drawSearchCompletions(_ state: ReaderState) {
        guard state.context == .query, let box = state.layout.box(.list) else { return }
        drawCompletions(state.search.line, at: box.inner.column + 3, box.inner.row, in: box.inner)
    }

    /// A line that is being typed; its end is seen where it is too long. `wrong` are UTF-8 ranges of it that are marked.
    mutating func draw(
        _ field: Field, _ column: Int, _ row: Int, columns: Int, hasCursor: Bool, on ground: Role? = nil, wrong: [Range<Int>] = []
    ) {
        guard columns > 0 else { return }
        let width = DisplayWidth.of(Printable.visible(field.head))
        let shown = field.seenHead(columns: columns)
        let plain = ground.map { theme.overlay(.input, on: theme.style($0)) } ?? theme.style(.input)
        let style = field.isSelected && hasCursor ? theme.overlay(.selection, on: plain) : plain
        let used = write(shown, column, row, style)
        let rest = String(field.text.dropFirst(field.cursor))
        if !rest.isEmpty { write(rest, column + used, row, style, columns: columns - used) }
        if hasCursor { canvas.cursor = (column: column + used, row: row) }
        let hidden = width - DisplayWidth.of(shown)
        for range in wrong {
            let start = DisplayWidth.of(Printable.visible(field.text.bytes(0..<range.lowerBound))) - hidden
            let end = start + max(1, DisplayWidth.of(Printable.visible(field.text.bytes(range))))
            // What is wrong may stand beyond either edge.
            let first = max(0, start)
            let seen = first..<max(first, min(end, columns))
            guard !seen.isEmpty else { continue }
            canvas.restyle(Rect(column: column + seen.lowerBound, row: row, columns: seen.count, rows: 1)) {
                $0.attributes.insert(.underline)
            }
        }
    }

    private mutating func drawNoResults(_ state: ReaderState, _ area: Rect) {
        let search = state.search
        if let like = search.like {
            guard !search.isRunning else { return }
            drawEmpty(
                [
                    ("Nothing is like «\(Clip.text(like.title, columns: 40, ellipsis: glyphs[.ellipsis]))».", .text), ("", .text),
                    ("It shares no telling word with another article; Esc goes back.", .dimmed),
                ], in: area)
        } else if search.field.text.trimmed.isEmpty {
            drawEmpty(
                [
                    ("Type words to search all articles.", .text), ("", .text),
                    ("\"in quotes\"  words that follow one another", .dimmed),
                    ("extradition OR surrender  -draft", .dimmed),
                    ("title:ransomware  topic:extradition  since:2024  is:unread", .dimmed),
                ], in: area)
        } else if !search.suggestions.isEmpty {
            drawSuggestions(state, area)
        } else if !search.isRunning, search.answered != nil {
            drawEmpty(
                [
                    (nothingMatches(search, columns: area.columns), .text), ("", .text),
                    ("Fewer or shorter words find more; Esc leaves the search.", .dimmed),
                ], in: area)
        }
    }

    /// «Nothing matches “zzz”», a long query cut in its middle.
    private func nothingMatches(_ search: SearchState, columns: Int) -> String {
        let query = Clip.middle(search.answered ?? "", columns: max(16, min(60, columns) - 24), ellipsis: glyphs[.ellipsis])
        return "Nothing matches «\(query)»."
    }

    /// «Did you mean», where nothing was found: each suggestion a row that can be selected.
    private mutating func drawSuggestions(_ state: ReaderState, _ area: Rect) {
        let search = state.search
        let columns = area.columns - 4
        guard area.rows > 0, columns > 0 else { return }
        var row = area.row + (area.rows >= 8 ? 1 : 0)
        write(nothingMatches(search, columns: area.columns), area.column + 3, row, .text, columns: columns)
        row += area.rows >= 8 ? 2 : 1
        write("Did you mean", area.column + 3, row, .text, columns: columns)
        row += 1
        for (index, suggestion) in search.suggestions.enumerated() where row < area.endRow {
            let place = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
            write(suggestion, area.column + 5, row, .strong, columns: columns - 2)
            if index == search.suggestion { markSelected(place, hasKeys: state.pane == .list) }
            row += 1
        }
        let key = state.keymap.keys(for: .takeSuggestion, in: state.context).first?.description
        guard let key, row + 1 < area.endRow else { return }
        write("\(key) searches for it.", area.column + 3, row + 1, .dimmed, columns: columns)
    }

    private mutating func drawHit(_ hit: HitRow, _ state: ReaderState, _ place: Rect) {
        let row = hit.article
        drawMarks(row, place.column + 1, place.row)
        let end = place.endColumn - 2
        var column = place.column + 5
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
        let columns = place.columns - 7
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
                    text.bytes(wrapped.range), marking: hits, as: .searchHit, place.column + 5, place.row + line,
                    theme.style(.snippet), columns: columns)
            }
        }
    }
}

extension SearchState {
    /// «212 hits».
    var countWords: String {
        guard answered != nil else { return isRunning ? "searching…" : "" }
        if like != nil { return results.count.counted("article", "articles") }
        switch count {
        case .exactly(let number): return number.counted("hit", "hits")
        case .moreThan(let number): return "more than \(number.grouped) hits"
        }
    }
}

extension ReaderState {
    /// How the query was read, what completes the word that is typed, or else what keys do.
    var searchExplanation: String {
        let notes = (search.findings?.ignored(isTyping: search.isTyping).map(\.explained) ?? [])
            + [search.findings?.remark].compactMap { $0 }
        let key = keymap.keys(for: .complete, in: .query).first?.description ?? ""
        let offers = context == .query ? search.line.offerWords(key: key) : nil
        if !notes.isEmpty || offers != nil { return (notes + [offers].compactMap { $0 }).joined(separator: " · ") }
        if search.results.isEmpty { return "" }
        return search.isTyping ? "Enter opens, Esc to the list" : "/ changes the search, s its order"
    }

    /// What made the results that are like something: «by hanoi, treaty · topics EXTRAD MLA».
    func likenessWords(columns: Int) -> String {
        guard let findings = search.findings, let likeness = findings.likeness else { return search.isRunning ? "searching…" : "" }
        let isWide = columns >= 100
        var parts = [findings.remark].compactMap { $0 }
        let terms = likeness.terms.prefix(isWide ? 12 : 5)
        if !terms.isEmpty { parts.append("by " + terms.joined(separator: ", ")) }
        let nodes = likeness.topics.compactMap { topics.node($0) }.prefix(isWide ? 3 : 4)
        if !nodes.isEmpty {
            parts.append("topics " + (isWide ? nodes.map(\.label).joined(separator: ", ") : nodes.map(\.code).joined(separator: " ")))
        }
        return parts.joined(separator: " · ")
    }
}

extension String {
    /// With every line break as one blank of the same length in bytes, so that offsets stay.
    var flattened: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return String(decoding: utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    }
}
