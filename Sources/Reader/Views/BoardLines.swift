import Terminal
import Text

/// Where the entries of a board stand on a screen: what is drawn, and what a click meets. Linear in the number of entries.
struct BoardLines {
    struct Piece {
        var text: String
        /// At the right end of the column.
        var right = ""
    }

    struct Laid {
        var entry: BoardEntry
        /// Of those that lead somewhere.
        var number: Int?
        /// The first of its lines, among those of all.
        var start: Int
        var column: Int
        var own: [Piece]
        var beside: [Piece]

        var count: Int { max(own.count, beside.count) }
    }

    /// Where the column of entries and the one beside it end, and where that one begins.
    let ownEnd: Int
    let besideColumn: Int
    let end: Int
    private(set) var laid: [Laid] = []
    /// The first line that is seen.
    private(set) var first = 0
    let area: Rect
    private let glyphs: Glyphs

    /// Text is not drawn wider than this; two columns have twice the room.
    private static let widest = 110, widestOfTwo = 170
    /// Below this, what stands beside an entry follows it.
    private static let leastOfTwo = 60

    init(_ board: Board, _ layout: Layout, _ glyphs: Glyphs) {
        let top = layout.titleRow.map { $0 + 1 } ?? 0
        let bottom = layout.statusRow ?? layout.footerRow ?? layout.rows
        area = Rect(column: 0, row: top + 1, columns: layout.columns, rows: max(0, bottom - top - 1))
        self.glyphs = glyphs
        let entries = board.entries(glyphs)
        let isDouble = area.columns >= Self.leastOfTwo && entries.contains { $0.beside != nil }
        end = min(area.columns, isDouble ? Self.widestOfTwo : Self.widest) - 1
        ownEnd = isDouble ? end / 2 - 1 : end
        besideColumn = ownEnd + 3
        lay(entries, isDouble: isDouble)
        keepInSight(board.cursor)
    }

    private mutating func lay(_ entries: [BoardEntry], isDouble: Bool) {
        var (number, start) = (0, 0)
        for entry in entries {
            let column = 2 + (area.columns < 30 ? 0 : entry.indent)
            let isBeside = isDouble && entry.beside != nil
            let text = isBeside ? entry.text : entry.text + (entry.beside ?? []).map { "  = " + $0.text }.joined()
            let own = pieces(text, entry.right, from: column, to: isBeside ? ownEnd : end, limit: entry.lines)
            let beside = isBeside ? (entry.beside ?? []).flatMap { pieces($0.text, $0.right, from: besideColumn, to: end, limit: entry.lines) } : []
            laid.append(Laid(entry: entry, number: entry.target == nil ? nil : number, start: start, column: column, own: own, beside: beside))
            if entry.target != nil { number += 1 }
            start += max(own.count, beside.count)
        }
    }

    private func pieces(_ text: String, _ right: String, from column: Int, to end: Int, limit: Int) -> [Piece] {
        // What stands at the right goes where there is no room for both.
        let width = DisplayWidth.of(glyphs.plain(right))
        let isRoom = width > 0 && width + 16 <= end + 1 - column
        let room = end - column - (isRoom ? width + 2 : 0)
        var pieces = glyphs.lines(of: text.flattened, columns: max(1, room), limit: limit).map { Piece(text: $0) }
        if pieces.isEmpty { pieces = [Piece(text: "")] }
        if isRoom { pieces[0].right = right }
        return pieces
    }

    private mutating func keepInSight(_ cursor: Int) {
        let count = laid.last.map { $0.start + $0.count } ?? 0
        let focus = laid.first { $0.number == cursor }.map { $0.start..<($0.start + $0.count) } ?? 0..<0
        first = max(0, min(count - area.rows, focus.lowerBound - max(0, (area.rows - focus.count) / 2)))
    }

    /// Those of which something is seen.
    var seen: [Laid] { laid.filter { $0.start + $0.count > first && $0.start < first + area.rows } }

    /// The entry at a row of the screen, of those that lead somewhere; nothing where there is none.
    func number(at row: Int) -> Int? {
        guard row >= area.row, row < area.endRow else { return nil }
        let line = first + row - area.row
        return laid.first { $0.start <= line && line < $0.start + $0.count }?.number
    }
}
