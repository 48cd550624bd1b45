/// What one place of a `Canvas` holds.
public struct Cell: Hashable, Sendable {
    /// The grapheme cluster that begins here; empty in the right half of a wide one.
    public var cluster: String
    public var style: Style
    /// Columns that the cluster takes: 1 or 2; 0 in the right half of a wide one.
    public var width: Int

    public init(cluster: String, style: Style, width: Int) {
        self.cluster = cluster
        self.style = style
        self.width = width
    }

    /// A space in the terminal's default style.
    public static let blank = Cell(cluster: " ", style: .plain, width: 1)

    /// Whether this is the right half of a wide cluster.
    public var isContinuation: Bool { width == 0 }
}
