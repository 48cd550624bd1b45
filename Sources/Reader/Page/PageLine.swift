import Articles

/// One line of a page.
public struct PageLine: Hashable, Sendable {
    /// What a line is part of.
    public enum Kind: Hashable, Sendable {
        /// Between two parts; it shows nothing.
        case blank
        case kickers
        case title
        case deck
        case byline
        case block(Block.Kind)
        /// The line over the targets of the links.
        case linksHeading
        /// The target of a link.
        case linkTarget
    }

    public var kind: Kind
    /// The place of its block among the article's; nothing in the header and among the link targets. A blank line
    /// belongs to the block after it.
    public var block: Int?
    /// What of the canonical text it shows, in UTF-8 offsets: from its first byte to the end of its last, or the empty
    /// range where it stands for nothing of it (a blank line of code). Nothing outside the blocks.
    /// In a table with wrapped cells, neighbouring lines overlap; the segments' ranges never do.
    public var source: Range<Int>?
    /// In the order of their columns.
    public var segments: [PageSegment]
    /// Whether its text is written from right to left. It is kept in the order in which it is read.
    public var isRightToLeft: Bool

    public init(
        kind: Kind, block: Int? = nil, source: Range<Int>? = nil, segments: [PageSegment] = [], isRightToLeft: Bool = false
    ) {
        self.kind = kind
        self.block = block
        self.source = source
        self.segments = segments
        self.isRightToLeft = isRightToLeft
    }

    /// The columns from the left edge of the text to its own first sign; 0 for a blank line.
    public var indent: Int { segments.first { $0.source != nil }?.column ?? segments.first?.column ?? 0 }

    /// The column after its last one.
    public var columns: Int { segments.last?.endColumn ?? 0 }

    /// Its text with spaces between the segments, without blanks at the end.
    public var text: String {
        var text = ""
        var column = 0
        for segment in segments {
            if segment.column > column { text += String(repeating: " ", count: segment.column - column) }
            text += segment.text
            column = segment.endColumn
        }
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }
}
