/// Something done with the mouse, in cells.
public struct Mouse: Hashable, Sendable {
    /// The column of the cell, from 0.
    public var column: Int
    /// The row of the cell, from 0.
    public var row: Int
    public var kind: Kind
    /// What was held. Most terminals keep Shift for selecting text and do not report it.
    public var modifiers: Modifiers

    public init(column: Int, row: Int, kind: Kind, modifiers: Modifiers = []) {
        self.column = column
        self.row = row
        self.kind = kind
        self.modifiers = modifiers
    }

    public enum Kind: Hashable, Sendable {
        case press(Button)
        case release(Button)
        /// Moved to another cell with the button held.
        case drag(Button)
        case wheelUp
        case wheelDown
    }

    public enum Button: Hashable, Sendable {
        case left
        case middle
        case right
    }
}
