import Terminal

/// Selecting a stretch of the article's text.
extension ReaderState {
    /// `v`.
    mutating func toggleVisual() -> [Effect] {
        guard awaited == nil else { return [] }
        pane = .article
        reading?.toggleVisual()
        return []
    }

    /// Moves the end of what is being selected.
    mutating func extend(_ motion: TextSelection.Motion) -> [Effect] {
        withReading { _ = $0.extend(motion, rows: $1) }
        return []
    }

    mutating func swapEnds() -> [Effect] {
        withReading { $0.swapEnds(rows: $1) }
        return []
    }

    /// `)` and `(`.
    mutating func stepSentence(by distance: Int) -> [Effect] {
        let found = withReading { $0.stepSentence(by: distance, rows: $1) }
        if found == false { status = Status(.hint, distance > 0 ? "this is the last sentence" : "this is the first sentence") }
        return []
    }

    /// What the keys for moving do while text is being selected; nothing where it is not.
    mutating func moveSelection(_ move: Move) -> [Effect]? {
        guard context == .selecting else { return nil }
        let (motion, count): (TextSelection.Motion, Int)
        switch move {
        case .step(let distance): (motion, count) = (distance > 0 ? .lineDown : .lineUp, abs(distance))
        case .page(let pages): (motion, count) = (pages > 0 ? .lineDown : .lineUp, max(1, articleRows - 2))
        case .halfPage(let halves): (motion, count) = (halves > 0 ? .lineDown : .lineUp, max(1, articleRows / 2))
        case .scroll: return nil
        case .first: (motion, count) = (.start, 1)
        case .last: (motion, count) = (.end, 1)
        }
        withReading { reading, rows in
            for _ in 0..<count where !reading.extend(motion, rows: rows) { break }
        }
        return []
    }

    // MARK: The mouse

    /// Notes where a drag begins, which is nothing until the mouse moves.
    mutating func beginDrag(_ box: Layout.Box, _ mouse: Mouse) {
        dragStart = reading?.character(line: mouse.row - box.inner.row, column: mouse.column - box.inner.column)
    }

    /// Selects from where the button went down to the mouse; beyond the upper and lower edge the text scrolls.
    mutating func drag(_ mouse: Mouse) -> [Effect] {
        guard let start = dragStart, pane == .article, help == nil, picker == nil, chooser == nil, report == nil, confirmation == nil,
            let inner = articleBox?.inner
        else { return [] }
        let line = mouse.row - inner.row
        withReading { reading, rows in
            if line < 0 { reading.move(.scroll(-1), rows: rows) }
            if line >= rows { reading.move(.scroll(1), rows: rows) }
            let seen = min(max(0, line), rows - 1)
            guard let end = reading.character(line: seen, column: mouse.column - inner.column), reading.selection != nil || end != start else { return }
            reading.drag(from: start, to: end)
        }
        return []
    }
}
