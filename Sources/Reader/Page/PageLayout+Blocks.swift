import Articles
import Text

extension PageLayout {
    /// The fewest columns that markers, bars and indents leave to the text, where the width has so many.
    static let leastText = 12

    func blockLines(_ item: PageItem, _ block: Block, _ index: Int) -> [PageLine] {
        switch block.kind {
        case .paragraph: textLines(item, block, index, role: .text)
        case .heading: textLines(item, block, index, role: Self.role(ofHeading: block.level ?? 1))
        case .caption: textLines(item, block, index, role: .caption)
        case .promotion: textLines(item, block, index, role: .promotion, label: "[advertisement] ")
        case .quotation: quotationLines(item, block, index)
        case .listItem: listItemLines(item, block, index)
        case .code: codeLines(item, block, index)
        case .table: tableLines(item, block, index)
        case .rule: ruleLines(index)
        }
    }

    static func role(ofHeading level: Int) -> Role {
        switch level {
        case ...2: .heading
        case 3: .subheading
        default: .minorHeading
        }
    }

    /// The frame of a block whose text begins after `indent` columns; less where the page is too narrow for that.
    func frame(_ item: PageItem, _ block: Block, _ index: Int, indent: Int = 0) -> Frame {
        let indent = min(indent, max(0, width - Self.leastText))
        return Frame(
            kind: .block(block.kind), block: index, start: item.start, indent: indent,
            isRightToLeft: VisualText.isRightToLeft(block.text), columns: max(1, width - indent))
    }

    func styled(_ item: PageItem, _ block: Block, _ index: Int, role: Role, label: String? = nil) -> StyledText {
        StyledText(
            block, item.stretch, base: ranges[index].lowerBound, role: role, links: links,
            linksOfBlock: links.ofBlock[index], label: item.stretch.lowerBound == 0 ? label : nil)
    }

    private func textLines(
        _ item: PageItem, _ block: Block, _ index: Int, role: Role, label: String? = nil
    ) -> [PageLine] {
        lines(of: styled(item, block, index, role: role, label: label), in: frame(item, block, index))
    }

    // MARK: Quotations

    /// How many of `level` bars there is room for.
    func quotationDepth(_ level: Int) -> Int {
        max(0, min(level, (width - Self.leastText) / 2))
    }

    func quotationBars(_ count: Int) -> [PageSegment] {
        (0..<count).map { PageSegment(text: glyphs[.quotationBar], column: $0 * 2, columns: 1, role: .quotationBar) }
    }

    private func quotationLines(_ item: PageItem, _ block: Block, _ index: Int) -> [PageLine] {
        let depth = quotationDepth(max(1, block.level ?? 1))
        var frame = frame(item, block, index, indent: depth * 2)
        frame.lead = quotationBars(depth)
        frame.others = frame.lead
        return lines(of: styled(item, block, index, role: .quotation), in: frame)
    }

    // MARK: Lists

    private func listItemLines(_ item: PageItem, _ block: Block, _ index: Int) -> [PageLine] {
        let depth = max(1, block.level ?? 1) - 1
        // Bounded before it is multiplied: a level is whatever a file says.
        let outer = min(depth, width) * 2
        var frame = frame(item, block, index, indent: outer + item.markerColumns + 1)
        guard item.stretch.lowerBound == 0, frame.indent > item.markerColumns else {
            return lines(of: styled(item, block, index, role: .text), in: frame)
        }
        let columns = ListMarker.columns(of: block.marker)
        frame.lead = [
            PageSegment(
                text: ListMarker.text(of: block.marker, glyphs: glyphs), column: frame.indent - 1 - columns,
                columns: columns, role: .listMarker)
        ]
        return lines(of: styled(item, block, index, role: .text), in: frame)
    }

    // MARK: Rules

    private func ruleLines(_ index: Int) -> [PageLine] {
        let count = width < 5 ? 1 : 3
        let ornament = Array(repeating: glyphs[.ornament], count: count).joined(separator: " ")
        let columns = 2 * count - 1
        let segment = PageSegment(text: ornament, column: (width - columns) / 2, columns: columns, role: .rule)
        let start = ranges[index].lowerBound
        return [PageLine(kind: .block(.rule), block: index, source: start..<start, segments: [segment])]
    }
}
