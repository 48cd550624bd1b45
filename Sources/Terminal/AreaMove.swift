/// That the rows of an area of the screen moved up or down, as text does that is scrolled in one of several panes.
struct AreaMove: Equatable {
    let area: Rect
    /// Up where above 0, down where below.
    let rows: Int

    /// Rows that must be saved for it to pay: what the sequences and the rows that come in cost.
    private static let leastSaved = 3

    /// The best way to make `area` of one canvas from that of another of the same size; nil where none pays. Costs the cells of the
    /// area, and the square of its rows in comparisons of numbers.
    init?(in area: Rect, from old: Canvas, to new: Canvas) {
        let area = area.intersection(new.bounds)
        guard area.rows > AreaMove.leastSaved, area.columns > 0, old.isWhole(area), new.isWhole(area) else { return nil }
        let (before, after) = (old.hashes(of: area), new.hashes(of: area))
        guard before != after else { return nil }
        // The nearest of several that are as good.
        let moves = (1...area.rows - AreaMove.leastSaved).flatMap { [$0, -$0] }.map { (rows: $0, saved: AreaMove.saved($0, before, after)) }
        guard let best = moves.max(by: { $0.saved < $1.saved || $0.saved == $1.saved && abs($0.rows) > abs($1.rows) }),
            best.saved >= AreaMove.leastSaved
        else { return nil }
        (self.area, rows) = (area, best.rows)
    }

    /// How many rows need not be sent because they moved, less those that must because they did not.
    private static func saved(_ rows: Int, _ before: [Int], _ after: [Int]) -> Int {
        after.indices.reduce(0) { saved, row in
            let isThere = before[row] == after[row]
            let source = row + rows
            let arrives = before.indices.contains(source) && before[source] == after[row]
            return saved + (arrives ? 1 : 0) - (isThere ? 1 : 0)
        }
    }
}

extension Canvas {
    /// Whether no edge of the area cuts a wide cluster.
    func isWhole(_ area: Rect) -> Bool {
        (area.row..<area.endRow).allSatisfy { row in
            let start = row * columns
            let isCut = area.endColumn < columns && cells[start + area.endColumn].isContinuation
            return !cells[start + area.column].isContinuation && !isCut
        }
    }

    /// A number for what each row of the area shows. Other canvases may number the same clusters otherwise: what is taken for the
    /// same wrongly, or not, costs bytes and nothing else.
    func hashes(of area: Rect) -> [Int] {
        (area.row..<area.endRow).map { row in
            let start = row * columns
            var hasher = Hasher()
            for cell in cells[start + area.column..<start + area.endColumn] {
                hasher.combine(cell.glyph)
                hasher.combine(cell.look)
            }
            return hasher.finalize()
        }
    }
}

extension Screen {
    /// Has the terminal scroll what moved, before the rest is sent. Which rows it now shows otherwise than was sent.
    ///
    /// Whole lines are left to ncurses, which does the same with what terminfo has for it.
    func moveAreas(to canvas: Canvas) -> [Range<Int>] {
        guard hasPrivateModes, hasMargins != false, let shown, shown.columns == canvas.columns, shown.rows == canvas.rows else { return [] }
        let areas = canvas.movingAreas.filter { $0.columns < canvas.columns }
        let moves = areas.compactMap { AreaMove(in: $0, from: shown, to: canvas) }
        guard !moves.isEmpty else { return [] }
        guard hasMargins == true else {
            askForMargins()
            return []
        }
        // The cursor is where the last frame has put it, and afterwards at the top left.
        let cursor = shown.cursor.flatMap { curses.moveSequence(column: $0.column, row: $0.row) } ?? []
        device.write(moves.flatMap { TerminalSequence.scroll($0.area, rows: $0.rows).bytes } + cursor)
        for move in moves { curses.noteScrolled(move.area, rows: move.rows) }
        return moves.map { $0.area.row..<$0.area.endRow }
    }

    /// Only once something has moved, so that nobody is asked who leaves at once and would find the answer at the prompt.
    private func askForMargins() {
        guard !isAwaitingMargins else { return }
        isAwaitingMargins = true
        device.write(TerminalSequence.marginQuery.bytes)
    }
}
