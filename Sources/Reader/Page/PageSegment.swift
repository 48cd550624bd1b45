/// A stretch of a line in one look.
public struct PageSegment: Hashable, Sendable {
    /// As it is drawn; safe for a terminal.
    public var text: String
    /// Where it begins, in columns from the left edge of the text.
    public var column: Int
    /// How many columns it takes.
    public var columns: Int
    /// What of the canonical text it shows, in UTF-8 offsets; nothing for what the layout adds, such as markers.
    public var source: Range<Int>?
    public var role: Role
    public var emphasis: Emphasis
    /// The place of its link in ``Page/links``.
    public var link: Int?
    /// Whether ``text`` stands in the order in which it is seen, the last of ``source`` first.
    public var isReversed: Bool

    public init(
        text: String, column: Int, columns: Int, source: Range<Int>? = nil, role: Role, emphasis: Emphasis = [],
        link: Int? = nil, isReversed: Bool = false
    ) {
        self.text = text
        self.column = column
        self.columns = columns
        self.source = source
        self.role = role
        self.emphasis = emphasis
        self.link = link
        self.isReversed = isReversed
    }

    /// The column after its last one.
    public var endColumn: Int { column + columns }
}
