import Terminal
import Topics

extension ReaderState {
    /// How far to move.
    enum Move {
        case step(Int), page(Int), halfPage(Int), scroll(Int), first, last
    }

    /// Rows of the list pane that are seen at once, on the layout at hand or, where the list is hidden, as if it were shown.
    var visibleRows: Int {
        let layout = layout
        if layout.box(.list) != nil { return layout.visibleRows(source) }
        return Layout(columns: columns, rows: rows, pane: .list, panes: panes).visibleRows(source)
    }

    var visibleTopics: Int {
        let layout = layout.box(.topics) != nil ? layout : Layout(columns: columns, rows: rows, pane: .topics, panes: panes)
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
        layout.box(.article) ?? Layout(columns: columns, rows: rows, pane: .article, isZen: isZen, panes: panes).box(.article)
    }

    mutating func move(_ move: Move) -> [Effect] {
        if report != nil {
            let rows = reportRows
            report?.move(move, visible: rows)
            return []
        }
        if let effects = moveSelection(move) { return effects }
        switch pane {
        case .list: moveList(move)
        case .topics: topicPage == nil ? moveTopics(move) : movePage(move)
        case .article: withReading { $0.move(move, rows: $1) }
        case .passage: movePanel(move)
        }
        return []
    }

    private mutating func moveList(_ move: Move) {
        let visible = visibleRows
        switch source {
        case .library: library.listing.move(move, visible: visible)
        case .search:
            search.results.move(move, visible: visible)
            if case .step(let distance) = move { selectSuggestion(by: distance) }
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

    /// Steps go from topic to topic, line by line through a long one; all else scrolls.
    private mutating func movePanel(_ move: Move) {
        let visible = layout.box(.passage)?.inner.rows ?? 1
        let last = max(0, passagePanel.count - visible)
        switch move {
        case .step(let distance): return stepPanel(by: distance, visible: visible)
        case .scroll(let distance): passageTop += distance
        case .page(let pages): passageTop += pages * max(1, visible - 1)
        case .halfPage(let halves): passageTop += halves * max(1, visible / 2)
        case .first:
            passageTop = 0
            panelTopic = nil
        case .last:
            panelTopic = passageTopics.last?.id
            passageTop = max(0, passagePanel.count - visible)
            return
        }
        passageTop = min(max(0, passageTop), last)
    }

    private mutating func stepPanel(by distance: Int, visible: Int) {
        let lines = panelLines(of: panelSelection?.id)
        let hidden = distance > 0 ? lines.upperBound - passageTop - visible : passageTop - lines.lowerBound
        if hidden > 0, !lines.isEmpty {
            passageTop += distance * min(hidden, 3)
            return
        }
        let topics = passageTopics
        let current = topics.firstIndex { $0.id == panelSelection?.id } ?? 0
        guard topics.indices.contains(current + distance) else {
            passageTop = distance > 0 ? min(passageTop + 3, max(0, passagePanel.count - visible)) : 0
            return
        }
        panelTopic = topics[current + distance].id
        revealPanelTopic(visible: visible)
    }

    /// Shows the selected topic from its head, and all of it where it fits.
    private mutating func revealPanelTopic(visible: Int) {
        let lines = panelLines(of: panelSelection?.id)
        passageTop = max(passageTop, lines.upperBound - visible)
        passageTop = min(passageTop, lines.lowerBound)
        passageTop = max(0, passageTop)
    }

    /// The lines of the panel that are about a topic.
    private func panelLines(of topic: TopicID?) -> Range<Int> {
        let panel = passagePanel
        guard let topic, let first = panel.firstIndex(where: { $0.topic == topic }),
            let last = panel.lastIndex(where: { $0.topic == topic })
        else { return 0..<0 }
        return first..<last + 1
    }

    /// Another passage: the panel begins anew.
    mutating func followPassage() {
        let place = reading.map { PanelPlace(article: $0.id, block: $0.block) }
        guard place != panelPlace else { return }
        panelPlace = place
        panelTopic = nil
        passageTop = 0
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
