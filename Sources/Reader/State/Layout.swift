import Terminal

/// Where everything stands on a screen of some size. A pure function of the size and of what is shown, so that moving
/// by a page and drawing agree.
public struct Layout: Hashable, Sendable {
    /// How much there is room for.
    public enum Kind: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// Nothing but a sentence.
        case tiny
        /// One pane without bars.
        case bare
        case one, two, three, four

        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// A pane's place: its frame with the border, where it has one, and what is inside.
    public struct Box: Hashable, Sendable {
        public var pane: Pane
        public var frame: Rect
        public var inner: Rect
        /// The row of the heading: the upper border, or a line of its own.
        public var headingRow: Int
        public var isBordered: Bool
    }

    /// The columns that topics take at most: the names of nearly all fit.
    private static let widestTopics = 46
    /// The columns that an article takes at most, its margin for topics included.
    static let articleColumns = 84

    public let columns: Int
    public let rows: Int
    public let kind: Kind
    public let boxes: [Box]
    public let titleRow: Int?
    public let statusRow: Int?
    public let footerRow: Int?

    public init(columns: Int, rows: Int, pane: Pane, isZen: Bool = false, panes: PaneChoice = PaneChoice()) {
        self.columns = columns
        self.rows = rows
        let isZen = isZen && (pane == .article || pane == .passage)
        kind = Self.kind(columns: columns, rows: rows, isZen: isZen)
        let hasBars = kind > .bare && !isZen
        titleRow = hasBars ? 0 : nil
        statusRow = hasBars ? rows - 2 : nil
        footerRow = kind > .tiny ? rows - 1 : nil
        let area = Rect(
            column: 0, row: hasBars ? 1 : 0, columns: columns,
            rows: max(0, rows - (hasBars ? 3 : 1)))
        boxes = kind == .tiny ? [] : Self.boxes(kind: kind, pane: pane, area: area, panes: panes)
    }

    static func kind(columns: Int, rows: Int, isZen: Bool) -> Kind {
        if columns < 20 || rows < 5 { return .tiny }
        if columns < 60 || rows < 12 { return .bare }
        if isZen || columns < 100 { return .one }
        if columns < 150 { return .two }
        return columns < 180 ? .three : .four
    }

    public func box(_ pane: Pane) -> Box? { boxes.first { $0.pane == pane } }

    /// The pane at a place of the screen.
    public func box(column: Int, row: Int) -> Box? {
        boxes.first { $0.frame.contains(column: column, row: row) }
    }

    private static func boxes(kind: Kind, pane: Pane, area: Rect, panes: PaneChoice) -> [Box] {
        guard kind > .one else { return [plain(pane, area)] }
        let widths = Self.widths(kind: kind, pane: pane, columns: area.columns)
        let shown = widths.filter { $0.0 == pane || !panes.closed.contains($0.0) }
        guard shown.count > 1 else { return [plain(pane, area)] }
        var column = area.column
        return shifted(filled(shown, columns: area.columns), by: panes.shift).map { pane, columns in
            defer { column += columns }
            return bordered(pane, Rect(column: column, row: area.row, columns: columns, rows: area.rows))
        }
    }

    /// Gives what closed panes leave free to the list; where there is none, to the article.
    private static func filled(_ widths: [(Pane, Int)], columns: Int) -> [(Pane, Int)] {
        let free = columns - widths.reduce(0) { $0 + $1.1 }
        guard free > 0 else { return widths }
        let taker = widths.firstIndex { $0.0 == .list } ?? widths.firstIndex { $0.0 == .article } ?? widths.count - 1
        var widths = widths
        widths[taker].1 += free
        return widths
    }

    /// Moves the article's left edge.
    private static func shifted(_ widths: [(Pane, Int)], by columns: Int) -> [(Pane, Int)] {
        guard columns != 0, let article = widths.firstIndex(where: { $0.0 == .article }), article > 0 else { return widths }
        var widths = widths
        let range = min(0, narrowest - widths[article - 1].1)...max(0, widths[article].1 - narrowestArticle)
        let shift = min(max(columns, range.lowerBound), range.upperBound)
        widths[article - 1].1 += shift
        widths[article].1 -= shift
        return widths
    }

    /// The columns that are left to a pane, with its border, however its edge is moved.
    private static let narrowest = 24
    private static let narrowestArticle = 34

    private static func widths(kind: Kind, pane: Pane, columns: Int) -> [(Pane, Int)] {
        let article = articleColumns + 2
        let left: Pane = pane == .topics ? .topics : .list
        switch kind {
        case .tiny, .bare, .one:
            return [(pane, columns)]
        case .two:
            let list = pane == .topics ? max(36, min(widestTopics, columns - 62)) : max(36, columns - article)
            return [(pane == .passage ? .passage : left, list), (.article, columns - list)]
        case .three:
            let passage = min(40, (columns - article) * 48 / 100)
            return [(left, columns - article - passage), (.article, article), (.passage, passage)]
        case .four:
            let rest = columns - article
            let passage = min(48, max(32, rest * 31 / 100))
            // Their names are long: they have more room than the list while they are what is looked at.
            let topics = pane == .topics ? min(widestTopics, rest - passage - 32) : min(44, rest * 32 / 100)
            return [(.topics, topics), (.list, rest - topics - passage), (.article, article), (.passage, passage)]
        }
    }

    private static func bordered(_ pane: Pane, _ frame: Rect) -> Box {
        let inner = Rect(
            column: frame.column + 1, row: frame.row + 1,
            columns: max(0, frame.columns - 2), rows: max(0, frame.rows - 2))
        return Box(pane: pane, frame: frame, inner: inner, headingRow: frame.row, isBordered: true)
    }

    private static func plain(_ pane: Pane, _ frame: Rect) -> Box {
        let inner = Rect(
            column: frame.column, row: frame.row + 1, columns: frame.columns, rows: max(0, frame.rows - 1))
        return Box(pane: pane, frame: frame, inner: inner, headingRow: frame.row, isBordered: false)
    }
}
