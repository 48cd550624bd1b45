/// A rectangle of cells. Columns and rows count from 0 at the top left. It may lie partly or wholly outside a canvas.
public struct Rect: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var columns: Int
    public var rows: Int

    private static let largestSize = 1 << 20

    /// A size below 0 counts as 0, and one that no screen has as the largest that is counted with.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = min(max(0, columns), Rect.largestSize)
        self.rows = min(max(0, rows), Rect.largestSize)
    }

    /// The first column to the right of the rectangle.
    public var endColumn: Int { column + columns }

    /// The first row below the rectangle.
    public var endRow: Int { row + rows }

    public var isEmpty: Bool { columns == 0 || rows == 0 }

    public func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < endColumn && row >= self.row && row < endRow
    }

    /// The cells that both have; empty where they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
    }

    /// The rectangle made smaller by so many columns and rows on each side.
    public func inset(columns: Int, rows: Int) -> Rect {
        Rect(
            column: column + columns, row: row + rows, columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
    }
}
