import Library
import Terminal
import Text

extension Painter {
    /// The line that says what happened, or else what is known of the passage under the cursor.
    mutating func drawStatus(_ state: ReaderState, row: Int) {
        let line = Rect(column: 0, row: row, columns: canvas.columns, rows: 1)
        fill(line, .status)
        var end = canvas.columns - 1
        if let sync = state.sync, state.layout.titleRow == nil || canvas.columns < 100 {
            end = writeRight(sync.words, before: end, from: canvas.columns / 2, row, .status) - 2
        }
        if let job = state.job {
            end = writeRight(job.text, before: end, from: canvas.columns / 3, row, .status) - 2
        }
        if let progress = state.feeds.progress {
            end = writeRight(progress.words, before: end, from: canvas.columns / 3, row, .status) - 2
        }
        if let learning = state.learning {
            end = writeRight(learning.words, before: end, from: canvas.columns / 2, row, .status) - 2
        }
        if let indexing = state.indexing {
            let room = end - (state.status == nil ? canvas.columns / 4 : canvas.columns * 3 / 4)
            let words = indexing.words.first { DisplayWidth.of($0) <= room } ?? ""
            end = writeRight(words, before: end, from: end - room, row, .status) - 2
        }
        guard let status = state.status else {
            write(state.quietStatus, 1, row, .status, columns: end - 1)
            return
        }
        drawStatus(status, state, row: row, end: end)
    }

    private mutating func drawStatus(_ status: Status, _ state: ReaderState, row: Int, end: Int) {
        let ground = theme.style(.status)
        let style: Style
        switch status.kind {
        case .done, .hint: style = theme.style(.statusMessage)
        case .failure: style = theme.overlay(.error, on: ground)
        }
        let undo = status.isUndoable ? state.keymap.keys(for: .undo, in: state.context).first : nil
        let room = end - 2 - (undo == nil ? 0 : Self.undoColumns)
        var column = 1 + write(words(of: status, columns: room), 1, row, style, columns: room)
        guard let key = undo else { return }
        column += write("   ", column, row, .status)
        column += write(key.description, column, row, .statusKey)
        write(" undo", column, row, .status)
    }

    /// What is kept free for the key that undoes.
    private static let undoColumns = 11

    /// Of a failure the reason is what matters, and the path is shortened for it.
    private func words(of status: Status, columns: Int) -> String {
        switch status.kind {
        case .done, .hint: status.text
        case .failure:
            glyphs.failure + " " + Clip.failure(glyphs.plain(status.text), columns: columns - 2, ellipsis: glyphs[.ellipsis])
        }
    }

    /// The keys of this view, as many as fit; help always.
    mutating func drawFooter(_ state: ReaderState, _ layout: Layout, row: Int) {
        if layout.statusRow == nil, let status = state.status {
            fill(Rect(column: 0, row: row, columns: canvas.columns, rows: 1), .status)
            return drawStatus(status, state, row: row, end: canvas.columns)
        }
        let items = state.footerItems
        for item in items {
            let used = write(item.key, item.columns.lowerBound, row, .key)
            write(" " + item.words, item.columns.lowerBound + used, row, .dimmed)
        }
        guard layout.statusRow == nil, let words = state.job?.text ?? state.feeds.progress?.words ?? state.indexing?.words.last else { return }
        let rest = items.filter { $0.command != .help }.last?.columns.upperBound ?? 0
        let end = items.last { $0.command == .help }?.columns.lowerBound ?? canvas.columns
        writeRight(words, before: end - 1, from: rest + 1, row, .dimmed)
    }
}

extension LearningProgress {
    /// «learning: 120/300 tagged».
    var words: String { total.map { "learning: \(done.grouped)/\($0.grouped) tagged" } ?? "learning…" }
}

extension IndexingProgress {
    /// «search index 42 %, 1,204/s, 12 s left; answers leave out 9,000», and shorter ones for less room.
    var words: [String] {
        let percent = "\(total > 0 ? done * 100 / total : 0) %"
        let left = secondsLeft.map { $0 >= 120 ? ", \(($0 + 59) / 60) min left" : ", \($0) s left" } ?? ""
        let speed = rate > 0 ? ", \(rate.grouped)/s" : ""
        let out = missing > 0 ? "; answers leave out \(missing.grouped)" : ""
        return [
            "search index \(percent)\(speed)\(left)\(out)", "index \(percent)\(left)\(out)", "index \(percent)\(left)",
            "index \(percent)",
        ]
    }
}

/// Which commands the footer names, the most wanted first.
enum Footer {
    /// While rows of a list are selected.
    static let forSelection: [Command] = [
        .tag, .toggleRead, .star, .trash, .selectRow, .selectRange, .selectAll, .invertSelection, .clear, .open,
    ]

    static func commands(for context: Context) -> [Command] {
        switch context {
        case .library: [.open, .search, .filter, .sort, .selectRow, .tag, .toggleRead, .star, .moreLikeThis, .unreadOnly, .goTopics, .goNotes, .trash, .acceptAll, .undo, .back]
        case .welcome: [.addFiles, .explore, .takeTour, .rescan, .back]
        case .results: [.open, .search, .sort, .moreLikeThis, .selectRow, .tag, .toggleRead, .star, .saveSearch, .clear, .back]
        case .article: [.bookmark, .highlight, .note, .tag, .visual, .acceptTopic, .rejectTopic, .nextTagged, .find, .nextPane, .nextArticle, .nextMark, .copyQuote, .moreLikeThis, .zen, .back]
        case .selecting: [.note, .highlight, .bookmarkSelected, .tag, .copyQuote, .otherEnd, .sentenceNext, .wordNext, .clear]
        case .passage: [.acceptTopic, .rejectTopic, .addTopic, .possible, .nextTagged, .neverMatch, .neverLearn, .bookmark, .tag, .back]
        case .topics: [.open, .topicPage, .renameSearch, .removeSearch, .toggleBranch, .expand, .collapse, .back]
        case .topicPage: [.open, .down, .back, .historyBack]
        case .notes: [.open, .filter, .group, .note, .highlight, .tag, .exportNotes, .removeNote, .attach, .copyQuote, .undo, .back]
        case .board: [.open, .compose, .exportBriefing, .moveItemDown, .moveItemUp, .comment, .retitle, .drop, .insertHeading, .refreshBriefing, .raiseInterest, .lowerInterest, .besideTreaty, .undo, .back]
        case .query: [.accept, .complete, .selectNext, .leave]
        case .filter: [.accept, .complete, .leave]
        case .find: [.accept, .selectNext, .leave]
        case .picker: [.accept, .selectNext, .leave]
        case .chooser: [.accept, .selectNext, .leave]
        case .palette: [.accept, .complete, .selectNext, .leave]
        case .prompt: [.accept, .complete, .editOutside, .leave]
        case .confirmation: [.confirm, .decline]
        case .help: [.accept, .selectNext, .leave]
        case .report: [.back, .down, .pageDown]
        }
    }
}

extension ReaderState {
    /// What the status line says while nothing happened.
    var quietStatus: String {
        // What lies beneath a board is not what is looked at.
        if board != nil { return "" }
        return switch pane {
        case .article: passageWords
        case .passage: reading?.quote.flattened ?? ""
        case .topics where topicPage != nil: topicPage.flatMap { topics.node($0.topic)?.label } ?? ""
        case .topics: topics.selected.flatMap { $0.saved?.query ?? topics.node($0.id)?.label } ?? ""
        case .list: filterBox.map(words(of:)) ?? listWords
        }
    }

    /// What completes the filter that is being typed, or what keys do.
    private func words(of box: FilterBox) -> String {
        box.line.offerWords(key: keymap.keys(for: .complete, in: .filter).first?.description ?? "")
            ?? "Enter lists what the query finds; an empty one lists all"
    }

    private var listWords: String {
        switch source {
        case .library: library.listing.selectedRow?.file ?? folder
        // All that made the list is told here, where its head has no room for it.
        case .search where search.like != nil: likenessWords(columns: columns)
        case .search: search.results.selectedRow?.article.file ?? ""
        case .notes: notes.selected?.file ?? ""
        }
    }
}
