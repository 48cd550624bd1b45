/// Which panes were closed by hand, and how much wider the list is than it would be by itself.
public struct PaneChoice: Hashable, Sendable {
    /// These are shown only while they have the keys.
    public var closed: Set<Pane> = []
    /// Columns that what is left of the article has more, or fewer; each layout bounds it.
    public var shift = 0

    /// How far a pane's edge is moved at most.
    static let furthest = 120

    public init(closed: Set<Pane> = [], shift: Int = 0) {
        self.closed = closed
        self.shift = shift
    }
}
