import Articles
import Library

extension ReadingState {
    private var units: TextUnits { TextUnits(article: article.article, blocks: page.blockRanges) }

    /// What marks are put on: what is selected, else the passage under the cursor.
    public var target: Range<Int>? { selection?.range ?? passage }

    /// The words of a range of the text.
    func words(_ range: Range<Int>) -> String { article.article.text.bytes(range) }

    /// `v`: begins to select, at the beginning of the passage, or with the sentence that is selected; again, ends it.
    mutating func toggleVisual() {
        if selection?.isVisual == true { return selection = nil }
        if selection != nil {
            selection?.isVisual = true
        } else if let passage, let first = units.character(at: passage.lowerBound) {
            selection = TextSelection(anchor: first, head: first, isVisual: true)
        }
    }

    /// Esc: selects nothing any more; false where nothing was.
    mutating func endSelection() -> Bool {
        defer { selection = nil }
        return selection != nil
    }

    mutating func swapEnds(rows: Int) {
        selection?.swapEnds()
        showHead(rows: rows)
    }

    /// `)` and `(`: to the next sentence or the one before, which is selected. In a selection that is being made, its end goes
    /// there. False at the ends of the text.
    mutating func stepSentence(by distance: Int, rows: Int) -> Bool {
        if selection?.isVisual == true { return extend(distance > 0 ? .sentenceNext : .sentenceBack, rows: rows) }
        let found: Range<Int>?
        if let selection {
            found = distance > 0 ? units.sentence(after: selection.head.lowerBound) : units.sentence(before: selection.head.lowerBound)
        } else if let passage {
            found = distance > 0 ? units.sentence(at: passage.lowerBound) : units.sentence(before: passage.lowerBound)
        } else {
            found = nil
        }
        guard let found else { return false }
        selection = TextSelection(anchor: found, head: found, isVisual: false)
        showHead(rows: rows)
        return true
    }

    /// Moves the end of a selection that is being made; false where it cannot go there.
    mutating func extend(_ motion: TextSelection.Motion, rows: Int) -> Bool {
        guard let selection, let head = place(of: motion, from: selection.head), head != selection.head else { return false }
        self.selection?.head = head
        showHead(rows: rows)
        return true
    }

    /// Where a motion leads from a unit.
    private func place(of motion: TextSelection.Motion, from head: Range<Int>) -> Range<Int>? {
        let units = units
        switch motion {
        case .left: return units.character(before: head)
        case .right: return units.character(after: units.character(at: head.upperBound - 1) ?? head)
        case .wordNext: return (units.word(after: head.lowerBound)?.lowerBound).flatMap(units.character(at:)) ?? place(of: .blockEnd, from: head)
        case .wordBack: return (units.word(before: head.lowerBound)?.lowerBound).flatMap(units.character(at:))
        case .wordEnd: return units.word(endingAfter: head.upperBound).flatMap { units.character(at: $0.upperBound - 1) }
        case .lineDown: return line(by: 1, from: head)
        case .lineUp: return line(by: -1, from: head)
        case .blockStart: return units.block(at: head.lowerBound).flatMap { units.character(at: page.blockRanges[$0].lowerBound) }
        case .blockEnd: return units.block(at: head.lowerBound).flatMap { units.character(at: page.blockRanges[$0].upperBound - 1) }
        case .sentenceNext:
            // First to the end of the sentence that it stands in.
            if let own = units.sentence(at: head.upperBound - 1), own.upperBound > head.upperBound { return own }
            return units.sentence(after: head.upperBound - 1)
        case .sentenceBack:
            if let own = units.sentence(at: head.lowerBound), own.lowerBound < head.lowerBound { return own }
            return units.sentence(before: head.lowerBound)
        case .paragraphNext: return paragraph(by: 1, from: head)
        case .paragraphBack: return paragraph(by: -1, from: head)
        case .sectionNext: return section(by: 1, from: head)
        case .sectionBack: return section(by: -1, from: head)
        case .start: return units.block(after: -1).flatMap { units.character(at: page.blockRanges[$0].lowerBound) }
        case .end: return units.block(before: page.blockRanges.count).flatMap { units.character(at: page.blockRanges[$0].upperBound - 1) }
        }
    }

    /// To the end of the passage, then to that of the next; upwards to beginnings.
    private func paragraph(by distance: Int, from head: Range<Int>) -> Range<Int>? {
        let units = units
        guard let block = units.block(at: head.lowerBound) else { return nil }
        let own = page.blockRanges[block]
        if distance > 0 {
            if head.upperBound < own.upperBound { return units.character(at: own.upperBound - 1) }
            return units.block(after: block).flatMap { units.character(at: page.blockRanges[$0].upperBound - 1) }
        }
        if head.lowerBound > own.lowerBound { return units.character(at: own.lowerBound) }
        return units.block(before: block).flatMap { units.character(at: page.blockRanges[$0].lowerBound) }
    }

    /// To the end of the section, before the next heading; upwards to the heading.
    private func section(by distance: Int, from head: Range<Int>) -> Range<Int>? {
        let units = units
        guard let block = units.block(at: head.lowerBound) else { return nil }
        if distance < 0 {
            let heading = units.heading(before: head.lowerBound > page.blockRanges[block].lowerBound ? block + 1 : block)
            return (heading ?? units.block(after: -1)).flatMap { units.character(at: page.blockRanges[$0].lowerBound) }
        }
        let isAtEnd = head.upperBound >= page.blockRanges[block].upperBound
        let last = units.heading(after: isAtEnd ? block + 1 : block).flatMap { units.block(before: $0) }
        return (last ?? units.block(before: page.blockRanges.count)).flatMap { units.character(at: page.blockRanges[$0].upperBound - 1) }
    }

    /// The character in the same column of the next line with text.
    private func line(by distance: Int, from head: Range<Int>) -> Range<Int>? {
        let from = page.place(of: distance > 0 ? head.upperBound - 1 : head.lowerBound)
        let column = page.line(at: from).flatMap { page.columns(of: head, in: $0).last?.lowerBound } ?? 0
        var place = from
        for _ in 0..<Self.longestGap {
            let next = page.place(place, movedBy: distance)
            guard next != place else { return nil }
            place = next
            if let offset = page.offset(at: place, column: column) { return units.character(at: offset) }
        }
        return nil
    }

    /// How many lines without text are passed over.
    private static let longestGap = 40

    /// The cursor goes with the moving end, which stays in sight.
    private mutating func showHead(rows: Int) {
        guard let head = selection?.head else { return }
        if let found = page.block(at: head.lowerBound), page.isPassage(found) { block = found }
        let line = page.place(of: head.lowerBound)
        setTop(page.top(showing: line, to: line, from: top, rows: rows, margin: rows > 6 ? 1 : 0))
    }

    // MARK: The mouse

    /// The character at a cell of the pane that the page stands in; the nearest of its line.
    func character(line: Int, column: Int) -> Range<Int>? {
        let place = page.place(top, movedBy: line)
        return page.offset(at: place, column: max(0, column - geometry.left)).flatMap { units.character(at: $0) }
    }

    /// Selects from one character to another.
    mutating func drag(from start: Range<Int>, to end: Range<Int>) {
        selection = TextSelection(anchor: start, head: end, isVisual: true)
        if let found = page.block(at: end.lowerBound), page.isPassage(found) { block = found }
    }
}
