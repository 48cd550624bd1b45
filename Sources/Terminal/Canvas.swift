/// A grid of cells, drawn into by the views and shown by a `Screen`, also usable without a terminal.
///
/// A wide cluster owns two cells, the second of which is its continuation; whatever overwrites one half blanks the
/// other, so no half is ever left. Text is made safe before it gets in (see `write`), so a canvas never holds a
/// control character.
public struct Canvas: Sendable {
    public let columns: Int
    public let rows: Int

    /// Where the terminal's cursor is shown; nil hides it.
    public var cursor: (column: Int, row: Int)?

    /// Areas whose rows move up and down by themselves, such as the inside of a pane: where the terminal can scroll such an area,
    /// far less is sent. What is shown is the same without.
    public var movingAreas: [Rect] = []

    var cells: [PackedCell]
    var clusters = ClusterTable()

    /// No terminal is larger; it keeps a wrong size from asking for gigabytes.
    static let largestSide = 4096

    /// An empty canvas. A size below 0 counts as 0, and one above 4096 as 4096.
    public init(columns: Int, rows: Int) {
        self.columns = min(max(0, columns), Canvas.largestSide)
        self.rows = min(max(0, rows), Canvas.largestSide)
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// All of the canvas.
    public var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

    /// Empties the canvas and keeps its storage.
    public mutating func clear() {
        for index in cells.indices { cells[index] = .blank }
        clusters = ClusterTable()
        cursor = nil
        movingAreas.removeAll(keepingCapacity: true)
    }

    /// What stands at a place. Outside the canvas it is a blank.
    public subscript(column: Int, row: Int) -> Cell {
        guard bounds.contains(column: column, row: row) else { return .blank }
        return cell(cells[row * columns + column])
    }

    func cell(_ packed: PackedCell) -> Cell {
        Cell(cluster: clusters.cluster(packed.glyph), style: packed.style.style, width: packed.width)
    }
}

extension Canvas: Equatable {
    /// Whether both show the same: size, cursor, clusters and styles.
    public static func == (left: Canvas, right: Canvas) -> Bool {
        guard left.columns == right.columns, left.rows == right.rows,
            left.cursor?.column == right.cursor?.column, left.cursor?.row == right.cursor?.row
        else { return false }
        if left.clusters.hasNoLongOnes, right.clusters.hasNoLongOnes { return left.cells == right.cells }
        return left.cells.indices.allSatisfy { left.shows(at: $0, the: right) }
    }

    /// Whether another canvas of the same size shows the same at an index of `cells`.
    func shows(at index: Int, the other: Canvas) -> Bool {
        let mine = cells[index]
        let theirs = other.cells[index]
        guard mine.isInterned, theirs.isInterned else { return mine == theirs }
        // The same cluster may have another index there.
        return mine.look == theirs.look
            && clusters.cluster(mine.glyph).utf8.elementsEqual(other.clusters.cluster(theirs.glyph).utf8)
    }
}
