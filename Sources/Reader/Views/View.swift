import Terminal

/// Draws the whole screen. A pure function of the state; what it costs depends on the size of the screen alone.
public func view(_ state: ReaderState, _ canvas: inout Canvas) {
    var painter = Painter(canvas: Canvas(columns: 0, rows: 0), theme: state.theme, glyphs: state.glyphs, dates: state.settings.dates)
    painter.ordersRightToLeft = state.ordersRightToLeft
    swap(&painter.canvas, &canvas)
    painter.draw(state)
    swap(&painter.canvas, &canvas)
}

extension Painter {
    mutating func draw(_ state: ReaderState) {
        canvas.clear()
        canvas.fill(canvas.bounds, style: theme.page)
        let layout = state.layout
        guard layout.kind > .tiny else { return drawTiny(state, layout) }
        if let board = state.board {
            drawBoard(board, layout)
        } else {
            for box in layout.boxes { draw(box, state, layout) }
            canvas.movingAreas = layout.boxes.map(\.inner)
        }
        if let row = layout.titleRow { drawTitleBar(state, row: row) }
        if let row = layout.statusRow { drawStatus(state, row: row) }
        if let row = layout.footerRow { drawFooter(state, layout, row: row) }
        if state.filterBox != nil { drawFilterBox(state) }
        drawSearchCompletions(state)
        if let popup = state.pending, popup.isPopupShown { drawPrefix(state, popup, layout) }
        drawTour(state, layout)
        if let report = state.report { drawReport(report, layout) }
        if let chooser = state.chooser { drawChooser(chooser, state) }
        if let prompt = state.prompt { drawPrompt(prompt, state) }
        if let confirmation = state.confirmation { drawConfirmation(confirmation, state) }
        if let picker = state.picker { drawPicker(picker, state, layout) }
        if let palette = state.palette { drawPalette(palette, state) }
        if let help = state.help { drawHelp(help, state, layout) }
    }

    private mutating func draw(_ box: Layout.Box, _ state: ReaderState, _ layout: Layout) {
        drawFrame(box, heading(of: box.pane, state), hasKeys: state.pane == box.pane)
        switch box.pane {
        case .topics: state.topicPage == nil ? drawTopics(state, box) : drawTopicPage(state, box)
        case .list:
            switch state.source {
            case .library: drawLibrary(state, box, layout)
            case .search: drawSearch(state, box, layout)
            case .notes: drawNotes(state, box, layout)
            }
        case .article: drawArticle(state, box)
        case .passage: drawPassage(state, box)
        }
    }

    private mutating func drawTiny(_ state: ReaderState, _ layout: Layout) {
        let sentence = "Dossier needs 20 columns and 5 rows; your place is kept."
        var row = 0
        for line in lines(of: sentence, columns: layout.columns, limit: layout.rows) {
            write(line, 0, row, .text)
            row += 1
        }
    }
}
