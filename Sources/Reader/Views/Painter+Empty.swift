import Terminal

extension Painter {
    /// Sentences in the middle of a pane that has nothing to show: what is the case, and what to do.
    mutating func drawEmpty(_ lines: [(String, Role)], in area: Rect) {
        let columns = max(1, min(area.columns - 4, 64))
        let wrapped = lines.flatMap { text, role in
            text.isEmpty ? [("", role)] : self.lines(of: text, columns: columns, limit: 6).map { ($0, role) }
        }
        var row = area.row + max(0, (area.rows - wrapped.count) / 3)
        for (text, role) in wrapped.prefix(area.rows) {
            write(text, area.column + max(1, min(3, (area.columns - columns) / 2)), row, role, columns: columns)
            row += 1
        }
    }

    mutating func drawEmptyLibrary(_ state: ReaderState, _ box: Layout.Box) {
        if let words = state.filterWords {
            guard state.library.totals != nil else { return }
            if state.library.filter == .trash {
                return drawEmpty([("The trash is empty.", .text), ("", .text), ("Esc shows all articles again.", .dimmed)], in: box.inner)
            }
            return drawEmpty(
                [("Nothing is listed under «\(words)».", .text), ("", .text), ("Esc shows all articles again.", .dimmed)],
                in: box.inner)
        }
        guard state.library.totals != nil else { return }
        guard state.sync == nil else {
            return drawEmpty([("Reading the folder…", .text), ("Articles appear here as they are read.", .dimmed)], in: box.inner)
        }
        drawWelcome(state, box.inner)
    }

    /// The library of someone who begins: what can be done, each with its key.
    private mutating func drawWelcome(_ state: ReaderState, _ area: Rect) {
        let choices: [(Command, String)] = [
            (.addFiles, "add a folder or files…"), (.explore, "explore the example articles"), (.takeTour, "take a two-minute tour"),
            (.help, "show the keys"), (.back, "leave"),
        ]
        let isLow = area.rows < 12
        var lines: [(key: String, words: String, role: Role)] = [("", "Your library is empty.", .title)]
        if !isLow { lines.append(("", "Kept in \(state.folder); nothing leaves this machine.", .dimmed)) }
        if !isLow { lines.append(("", "", .text)) }
        for (command, words) in choices {
            guard command != .explore || state.hasExamples, command != .takeTour || state.hasExamples else { continue }
            guard let key = state.keymap.keys(for: command, in: .welcome).first?.description else { continue }
            lines.append((key, words, .text))
        }
        if !isLow {
            lines += [("", "", .text), ("", "Same from a shell:  dossier add ~/articles", .dimmed)]
            lines.append(("", "A path that is dropped or pasted here is added too.", .dimmed))
        }
        let start = area.column + max(1, min(6, area.columns / 12))
        var row = area.row + (isLow ? 0 : max(0, (area.rows - lines.count) / 3))
        for line in lines where row < area.endRow {
            if !line.key.isEmpty { write(line.key, start, row, .key) }
            let column = line.key.isEmpty ? start : start + 4
            write(line.words, column, row, line.role, columns: area.endColumn - column - 1)
            row += 1
        }
    }
}
