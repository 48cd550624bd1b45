import Articles

/// A part of a page that is laid out by itself.
struct PageItem: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case kickers
        case title
        case deck
        case byline
        /// A block, or a stretch of one that is very long, by its place among the article's.
        case block(Int)
        case linksHeading
        /// By the link's number.
        case linkTarget(Int)
    }

    var kind: Kind
    /// What of its block it shows, in UTF-8 offsets of the block's text.
    var stretch = 0..<0
    /// The first byte in the canonical text.
    var start = 0
    /// How many blank lines stand before it.
    var gap = 0
    /// The columns kept for the marker of a list item: those of the widest among its neighbours.
    var markerColumns = 0
    /// How many bars the blank line before it carries, between two paragraphs of one quotation.
    var joinedBars = 0

    init(_ kind: Kind, gap: Int = 0) {
        self.kind = kind
        self.gap = gap
    }

    /// Its block's place among the article's.
    var block: Int? {
        if case .block(let index) = kind { return index }
        return nil
    }

    /// In the canonical text.
    var range: Range<Int> { start..<(start + stretch.count) }
}
