import Articles
import Text

/// Lays out the parts of one article at one width. A value without memory: the same part always gives the same lines.
struct PageLayout: Hashable, Sendable {
    var article: Article
    /// In columns.
    var width: Int
    var glyphs: Glyphs
    var tables: Page.WideTables
    var header: PageHeader
    /// Whether code that is too long for a line goes on in the next.
    var wrapsCode: Bool
    /// Whether what is written from right to left is laid out as it is seen; else it stands in the order in which it is read.
    var ordersRightToLeft: Bool
    let ranges: [Range<Int>]
    let links: PageLinks
    let items: PageItems

    init(
        article: Article, header: PageHeader, width: Int, glyphs: Glyphs, tables: Page.WideTables, wrapsCode: Bool = true,
        ordersRightToLeft: Bool = true
    ) {
        self.article = article
        self.header = header
        self.width = max(1, width)
        self.glyphs = glyphs
        self.tables = tables
        self.wrapsCode = wrapsCode
        self.ordersRightToLeft = ordersRightToLeft
        ranges = article.blockRanges
        links = PageLinks(article, ranges: ranges)
        items = PageItems(article, ranges: ranges, targets: links.targets.count)
    }

    /// All lines of a part, the blank ones before it included.
    func lines(of item: PageItem) -> [PageLine] {
        var lines = (0..<item.gap).map { _ in gapLine(before: item) }
        switch item.kind {
        case .kickers, .title, .deck, .byline: lines += headerLines(item.kind)
        case .block(let index): lines += blockLines(item, article.blocks[index], index)
        case .linksHeading: lines += linksHeading()
        case .linkTarget(let number): lines += targetLines(number)
        }
        return lines
    }

    private func gapLine(before item: PageItem) -> PageLine {
        let bars = min(item.joinedBars, quotationDepth(item.joinedBars))
        return PageLine(kind: .blank, block: item.block, segments: bars > 0 ? quotationBars(bars) : [])
    }
}

// MARK: - Text in lines

extension PageLayout {
    /// What stands beside the text of each line of a part.
    struct Frame {
        var kind: PageLine.Kind
        var block: Int?
        /// The first byte of what is laid out, in the canonical text.
        var start = 0
        /// The columns left free at the left.
        var indent = 0
        /// Before the first line, within the indent.
        var lead: [PageSegment] = []
        /// Before each other line, within the indent.
        var others: [PageSegment] = []
        var isRightToLeft = false
        /// The columns that the text may take.
        var columns: Int
    }

    /// `text` wrapped into its frame.
    func lines(of text: StyledText, in frame: Frame) -> [PageLine] {
        var lines: [PageLine] = []
        var slicer = Slicer(text: text)
        let order = order(of: text, isRightToLeft: frame.isRightToLeft)
        for wrapped in Wrapping.lines(of: text.text, width: frame.columns) {
            let lead = lines.isEmpty ? frame.lead : frame.others
            let own = order.map { slicer.segments(of: wrapped, column: frame.indent, order: $0) }
                ?? slicer.segments(of: wrapped, column: frame.indent)
            let source = frame.block.map { _ in slicer.source(of: wrapped) ?? frame.start..<frame.start }
            let isTurned = order != nil && frame.isRightToLeft
            lines.append(
                PageLine(
                    kind: frame.kind, block: frame.block, source: source,
                    segments: isTurned ? turned(own, lead, indent: frame.indent) : lead + own,
                    isRightToLeft: frame.isRightToLeft))
        }
        return lines
    }

    /// How the parts of a text stand on its lines, where that is not simply one after the other.
    func order(of text: StyledText, isRightToLeft: Bool) -> TextOrder? {
        ordersRightToLeft ? TextOrder(text.text, isRightToLeft: isRightToLeft) : nil
    }

    /// A line that begins at the right edge: its text flush right, its marker or bars to the right of that.
    private func turned(_ own: [PageSegment], _ lead: [PageSegment], indent: Int) -> [PageSegment] {
        let columns = own.reduce(0) { $0 + $1.columns }
        let shift = max(0, width - indent - columns) - (own.first?.column ?? 0)
        let text = own.map { segment in
            var segment = segment
            segment.column += shift
            return segment
        }
        let mirrored = lead.reversed().map { segment in
            var segment = segment
            segment.column = width - segment.endColumn
            return segment
        }
        return text + mirrored
    }

    /// A text of the layout's own in lines.
    func lines(
        of text: String, kind: PageLine.Kind, role: Role, indent: Int = 0, lead: [PageSegment] = []
    ) -> [PageLine] {
        let frame = Frame(
            kind: kind, indent: indent, lead: lead,
            isRightToLeft: ordersRightToLeft && lead.isEmpty && VisualText.isRightToLeft(text), columns: max(1, width - indent))
        return lines(of: StyledText(text, source: nil, role: role), in: frame)
    }
}
