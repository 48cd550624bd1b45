import Terminal

extension ReaderState {
    /// How many rows a notch of the wheel scrolls.
    private static var notch: Int { 3 }

    mutating func point(_ mouse: Mouse) -> [Effect] {
        guard isMouseOn else { return [] }
        if context == .prompt { return pointPrompt(mouse) }
        switch mouse.kind {
        case .wheelUp: return wheel(by: -Self.notch, at: mouse)
        case .wheelDown: return wheel(by: Self.notch, at: mouse)
        case .press(.left): return click(mouse)
        case .drag(.left): return drag(mouse)
        case .press, .release, .drag: return []
        }
    }

    private mutating func wheel(by distance: Int, at mouse: Mouse) -> [Effect] {
        if help != nil {
            withHelp { $0.select(by: distance, visible: $1) }
            return []
        }
        if report != nil { return move(.scroll(distance)) }
        if palette != nil {
            selectPalette(by: distance.signum())
            return []
        }
        if chooser != nil {
            chooser?.select(by: distance.signum())
            return []
        }
        if confirmation != nil { return [] }
        if picker != nil {
            picker?.select(by: distance.signum())
            return []
        }
        if board != nil { return move(.step(distance.signum())) }
        switch layout.box(column: mouse.column, row: mouse.row)?.pane {
        case .list: scrollList(by: distance)
        case .topics: topicPage == nil ? topics.scroll(by: distance, visible: visibleTopics) : scrollPage(by: distance)
        case .article: withReading { $0.move(.scroll(distance), rows: $1) }
        case .passage:
            let last = max(0, passagePanel.count - (layout.box(.passage)?.inner.rows ?? 1))
            passageTop = min(max(0, passageTop + distance), last)
        case nil: break
        }
        return []
    }

    private mutating func scrollList(by distance: Int) {
        let rows = distance.signum() * max(1, abs(distance) / layout.rowHeight(source))
        switch source {
        case .library: library.listing.scroll(by: rows, visible: visibleRows)
        case .search: search.results.scroll(by: rows, visible: visibleRows)
        case .notes: notes.listing.scroll(by: rows, visible: visibleRows)
        }
    }

    private mutating func click(_ mouse: Mouse) -> [Effect] {
        pending = nil
        dragStart = nil
        // A question is answered by a key alone.
        if confirmation != nil { return [] }
        if palette != nil { return clickPalette(mouse) }
        guard help == nil, picker == nil, chooser == nil, report == nil, filterBox == nil else {
            filterBox = nil
            help = nil
            chooser = nil
            report = nil
            picker = nil
            return []
        }
        if mouse.row == layout.footerRow { return clickFooter(column: mouse.column) }
        if mouse.row == layout.titleRow { return clickTitle(column: mouse.column) }
        if let board { return click(board, row: mouse.row) }
        guard let box = layout.box(column: mouse.column, row: mouse.row) else { return [] }
        switch box.pane {
        case .list: return clickList(box, mouse)
        case .topics: return clickTopics(box, mouse)
        case .article: return clickArticle(box, mouse)
        case .passage: return enter(.passage)
        }
    }

    /// A click puts the cursor of a board there, and one on the entry under the cursor opens it.
    private mutating func click(_ board: Board, row: Int) -> [Effect] {
        guard let number = BoardLines(board, layout, glyphs).number(at: row) else { return [] }
        if board.cursor == number { return openBoard() }
        self.board?.move(to: number)
        return []
    }

    private mutating func clickFooter(column: Int) -> [Effect] {
        guard let item = footerItems.first(where: { $0.columns.contains(column) }) else { return [] }
        status = nil
        return perform(item.command, in: context)
    }

    private mutating func clickTitle(column: Int) -> [Effect] {
        guard let tab = titleBar.tabs.first(where: { $0.columns.contains(column) })?.tab else { return [] }
        return perform(tab.command, in: context)
    }

    private mutating func clickList(_ box: Layout.Box, _ mouse: Mouse) -> [Effect] {
        let hadKeys = pane == .list
        pane = .list
        if jumpAlong(box, mouse) { return [] }
        guard let area = layout.listArea(source), area.contains(column: mouse.column, row: mouse.row) else {
            if source == .search { search.isTyping = true }
            return []
        }
        let index = listTop + (mouse.row - area.row) / layout.rowHeight(source)
        guard index < listCount else { return [] }
        if source == .search { stopTyping() }
        if hadKeys, lastClick == Click(pane: .list, index: index), listCursor == index { return open() }
        lastClick = Click(pane: .list, index: index)
        moveListCursor(to: index)
        return []
    }

    /// A click on the scroll bar's column goes to that part of the list; false where it was beside it.
    private mutating func jumpAlong(_ box: Layout.Box, _ mouse: Mouse) -> Bool {
        guard let area = layout.listArea(source), listCount > visibleRows, area.rows >= 3,
            mouse.column == (box.isBordered ? area.endColumn : area.endColumn - 1),
            (area.row..<area.endRow).contains(mouse.row)
        else { return false }
        if source == .search { stopTyping() }
        moveListCursor(to: (mouse.row - area.row) * (listCount - 1) / (area.rows - 1))
        return true
    }

    private mutating func clickTopics(_ box: Layout.Box, _ mouse: Mouse) -> [Effect] {
        let effects = enter(.topics)
        if let page = topicPage {
            guard box.inner.contains(column: mouse.column, row: mouse.row) else { return effects }
            let index = page.top + mouse.row - box.inner.row
            let wasThere = selectPageLine(index) && lastClick == Click(pane: .topics, index: index)
            lastClick = Click(pane: .topics, index: index)
            return wasThere ? openPageLine() : effects
        }
        let index = topics.top + mouse.row - box.inner.row
        guard box.inner.contains(column: mouse.column, row: mouse.row), index < topics.lines.count else { return effects }
        if lastClick == Click(pane: .topics, index: index), topics.cursor == index { return open() }
        lastClick = Click(pane: .topics, index: index)
        topics.move(to: index, visible: visibleTopics)
        return effects
    }

    private mutating func clickArticle(_ box: Layout.Box, _ mouse: Mouse) -> [Effect] {
        let effects = pane == .article ? [] : enter(.article)
        if box.inner.contains(column: mouse.column, row: mouse.row) {
            _ = reading?.endSelection()
            withReading { $0.select(line: mouse.row - box.inner.row, rows: $1) }
            beginDrag(box, mouse)
        }
        return effects
    }

    // MARK: The list pane, whatever it lists

    var listCount: Int {
        switch source {
        case .library: library.listing.count
        case .search: search.results.count
        case .notes: notes.listing.count
        }
    }

    var listTop: Int {
        switch source {
        case .library: library.listing.top
        case .search: search.results.top
        case .notes: notes.listing.top
        }
    }

    var listCursor: Int {
        switch source {
        case .library: library.listing.cursor
        case .search: search.results.cursor
        case .notes: notes.listing.cursor
        }
    }

    mutating func moveListCursor(to index: Int) {
        switch source {
        case .library: library.listing.move(to: index, visible: visibleRows)
        case .search: search.results.move(to: index, visible: visibleRows)
        case .notes: notes.listing.move(to: index, visible: visibleRows)
        }
    }
}
