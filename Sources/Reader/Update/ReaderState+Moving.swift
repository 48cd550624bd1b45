import Terminal

extension ReaderState {
    /// How far to move.
    enum Move {
        case step(Int), page(Int), halfPage(Int), scroll(Int), first, last
    }

    /// Rows of the list pane that are seen at once, on the layout at hand or, where the list is hidden, as if it were shown.
    var visibleRows: Int {
        let layout = layout
        if layout.box(.list) != nil { return layout.visibleRows(source) }
        return Layout(columns: columns, rows: rows, pane: .list).visibleRows(source)
    }

    var visibleTopics: Int {
        let layout = layout.box(.topics) != nil ? layout : Layout(columns: columns, rows: rows, pane: .topics)
        return layout.box(.topics)?.inner.rows ?? 1
    }

    /// Rows of the article that are seen at once.
    var articleRows: Int { max(1, (articleBox?.inner.rows ?? 1) - findRows) }

    /// Changes the article that is read, where there is one, knowing how many of its rows are seen at once.
    @discardableResult
    mutating func withReading<Result>(_ change: (inout ReadingState, _ rows: Int) -> Result) -> Result? {
        let rows = articleRows
        guard var current = reading else { return nil }
        defer { reading = current }
        return change(&current, rows)
    }

    mutating func withHelp(_ change: (inout Help, _ rows: Int) -> Void) {
        let rows = helpRows
        guard var current = help else { return }
        change(&current, rows)
        help = current
    }

    var articleBox: Layout.Box? {
        layout.box(.article) ?? Layout(columns: columns, rows: rows, pane: .article, isZen: isZen).box(.article)
    }

    mutating func move(_ move: Move) -> [Effect] {
        if report != nil {
            let rows = reportRows
            report?.move(move, visible: rows)
            return []
        }
        switch pane {
        case .list: moveList(move)
        case .topics: moveTopics(move)
        case .article: withReading { $0.move(move, rows: $1) }
        case .passage: movePanel(move)
        }
        return []
    }

    private mutating func moveList(_ move: Move) {
        let visible = visibleRows
        switch source {
        case .library: library.listing.move(move, visible: visible)
        case .search: search.results.move(move, visible: visible)
        case .notes: notes.listing.move(move, visible: visible)
        }
    }

    private mutating func moveTopics(_ move: Move) {
        let visible = visibleTopics
        switch move {
        case .step(let distance): topics.move(to: topics.cursor + distance, visible: visible)
        case .page(let pages): topics.move(to: topics.cursor + pages * max(1, visible - 1), visible: visible)
        case .halfPage(let halves): topics.move(to: topics.cursor + halves * max(1, visible / 2), visible: visible)
        case .scroll(let distance): topics.scroll(by: distance, visible: visible)
        case .first: topics.move(to: 0, visible: visible)
        case .last: topics.move(to: topics.lines.count - 1, visible: visible)
        }
    }

    private mutating func movePanel(_ move: Move) {
        let visible = layout.box(.passage)?.inner.rows ?? 1
        let last = max(0, passagePanel.count - visible)
        switch move {
        case .step(let distance), .scroll(let distance): passageTop += distance
        case .page(let pages): passageTop += pages * max(1, visible - 1)
        case .halfPage(let halves): passageTop += halves * max(1, visible / 2)
        case .first: passageTop = 0
        case .last: passageTop = last
        }
        passageTop = min(max(0, passageTop), last)
    }
}

extension Listing {
    mutating func move(_ move: ReaderState.Move, visible: Int) {
        switch move {
        case .step(let distance): self.move(by: distance, visible: visible)
        case .page(let pages): self.move(by: pages * max(1, visible - 1), visible: visible)
        case .halfPage(let halves): self.move(by: halves * max(1, visible / 2), visible: visible)
        case .scroll(let distance): scroll(by: distance, visible: visible)
        case .first: self.move(to: 0, visible: visible)
        case .last: self.move(to: count - 1, visible: visible)
        }
    }
}
