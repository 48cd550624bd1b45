import Articles
import Text

extension PageLayout {
    /// The most columns of a table that are told apart; the rest of a row stays in the last.
    private static let mostColumns = 64

    /// A cell, with its place in the block's text.
    private struct TableCell {
        var range: Range<Int>
        var text: StyledText
    }

    func tableLines(_ item: PageItem, _ block: Block, _ index: Int) -> [PageLine] {
        let hasHead = item.stretch.lowerBound == 0
        let rows = tableRows(item, block, index, hasHead: hasHead)
        let contents = Self.contents(of: rows)
        let columns = TableColumns(contents, width: width)
        if columns.isTooWide, tables == .stacked {
            return stackedLines(rows, item, block, index, hasHead: hasHead)
        }
        var lines: [PageLine] = []
        let drawn = rows.map { rowLines($0, columns, contents, item, block, index) }
        let isSpaced = drawn.dropFirst(hasHead ? 1 : 0).contains { $0.count > 1 }
        for (place, row) in drawn.enumerated() {
            if isSpaced, place > (hasHead ? 1 : 0) { lines.append(spaceLine(after: lines, block, index, item)) }
            lines += row
            if hasHead, place == 0, drawn.count > 1 { lines.append(headRule(columns, after: lines, block, index, item)) }
        }
        return lines
    }

    // MARK: Cells

    private func tableRows(_ item: PageItem, _ block: Block, _ index: Int, hasHead: Bool) -> [[TableCell]] {
        var rows: [[TableCell]] = []
        var cursor = block.spans[...]
        for row in Self.pieces(of: block.text, in: item.stretch, at: UInt8(ascii: "\n"), most: .max) where !row.isEmpty {
            let isHead = hasHead && rows.isEmpty
            let cells = Self.pieces(of: block.text, in: row, at: UInt8(ascii: "\t"), most: Self.mostColumns)
            rows.append(cells.map { cell in
                cursor = cursor.drop { $0.end <= cell.lowerBound }
                return TableCell(range: cell, text: cellText(cell, block, index, cursor, isHead: isHead))
            })
        }
        return rows
    }

    /// Looks only at the spans from `spans` on that begin before the cell ends.
    private func cellText(
        _ cell: Range<Int>, _ block: Block, _ index: Int, _ spans: ArraySlice<Span>, isHead: Bool
    ) -> StyledText {
        var part = Block(block.kind, block.text)
        part.spans = Array(spans.prefix { $0.start < cell.upperBound })
        return StyledText(
            part, cell, base: ranges[index].lowerBound, role: isHead ? .tableHead : .text, links: links,
            linksOfBlock: part.spans.isEmpty ? 0..<0 : linksOfCell(cell, index))
    }

    private func linksOfCell(_ cell: Range<Int>, _ index: Int) -> Range<Int> {
        let base = ranges[index].lowerBound
        let all = links.ofBlock[index]
        let first = all.partition { links.links[$0].range.upperBound > base + cell.lowerBound }
        let end = all.partition { links.links[$0].range.lowerBound >= base + cell.upperBound }
        return first..<max(first, end)
    }

    private static func pieces(of text: String, in range: Range<Int>, at separator: UInt8, most: Int) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var pieces: [Range<Int>] = []
            var start = range.lowerBound
            for offset in range where bytes[offset] == separator && pieces.count + 1 < most {
                pieces.append(start..<offset)
                start = offset + 1
            }
            pieces.append(start..<range.upperBound)
            return pieces
        }
    }

    // MARK: Columns

    private static func contents(of rows: [[TableCell]]) -> [TableColumns.Content] {
        var contents: [TableColumns.Content] = []
        for (place, row) in rows.enumerated() {
            while contents.count < row.count { contents.append(TableColumns.Content()) }
            for (column, cell) in row.enumerated() {
                let shown = Printable.visible(cell.text.text)
                contents[column].natural = max(contents[column].natural, DisplayWidth.of(shown))
                contents[column].word = max(contents[column].word, longestWord(in: shown))
                if place > 0, !isNumber(shown) { contents[column].isNumeric = false }
            }
        }
        if rows.count < 2 { for column in contents.indices { contents[column].isNumeric = false } }
        return contents
    }

    private static func longestWord(in text: String) -> Int {
        text.utf8.split(separator: UInt8(ascii: " ")).reduce(0) { max($0, DisplayWidth.of(String(Substring($1)))) }
    }

    /// Digits with what stands among and around them. A cell without anything is one too.
    private static func isNumber(_ text: String) -> Bool {
        text.isEmpty || text.unicodeScalars.contains { ("0"..."9").contains($0) }
            && text.unicodeScalars.allSatisfy { "0123456789.,+-–−%$€£¥ ()/".unicodeScalars.contains($0) }
    }

    // MARK: Lines

    private func rowLines(
        _ row: [TableCell], _ columns: TableColumns, _ contents: [TableColumns.Content], _ item: PageItem, _ block: Block,
        _ index: Int
    ) -> [PageLine] {
        let starts = columns.starts
        var lines: [PageLine] = []
        for (column, cell) in row.enumerated() where !cell.text.text.isEmpty {
            var slicer = Slicer(text: cell.text)
            let order = order(of: cell.text, isRightToLeft: VisualText.isRightToLeft(cell.text.text))
            let wrapped = Wrapping.lines(of: cell.text.text, width: columns.widths[column])
            for (place, line) in wrapped.enumerated() {
                if place == lines.count { lines.append(PageLine(kind: .block(.table), block: index)) }
                let shift = contents[column].isNumeric ? max(0, columns.widths[column] - line.width) : 0
                let start = starts[column] + shift
                lines[place].segments += order.map { slicer.segments(of: line, column: start, order: $0) }
                    ?? slicer.segments(of: line, column: start)
            }
        }
        if lines.isEmpty { lines.append(PageLine(kind: .block(.table), block: index)) }
        let start = ranges[index].lowerBound + (row.first?.range.lowerBound ?? 0)
        for place in lines.indices { lines[place].source = Self.hull(of: lines[place].segments) ?? start..<start }
        return lines
    }

    private static func hull(of segments: [PageSegment]) -> Range<Int>? {
        let sources = segments.compactMap(\.source)
        guard let first = sources.map(\.lowerBound).min(), let end = sources.map(\.upperBound).max() else { return nil }
        return first..<end
    }

    private func headRule(
        _ columns: TableColumns, after lines: [PageLine], _ block: Block, _ index: Int, _ item: PageItem
    ) -> PageLine {
        var line = spaceLine(after: lines, block, index, item)
        line.segments = zip(columns.starts, columns.widths).map { start, width in
            PageSegment(
                text: String(repeating: glyphs[.tableRule], count: width), column: start, columns: width, role: .tableRule)
        }
        return line
    }

    private func spaceLine(after lines: [PageLine], _ block: Block, _ index: Int, _ item: PageItem) -> PageLine {
        let end = lines.last?.source?.upperBound ?? item.start
        return PageLine(kind: .block(.table), block: index, source: end..<end)
    }

    // MARK: Stacked

    /// Each cell on lines of its own under its column's head, rows apart: for a reader who cannot scroll sideways.
    private func stackedLines(
        _ rows: [[TableCell]], _ item: PageItem, _ block: Block, _ index: Int, hasHead: Bool
    ) -> [PageLine] {
        let head = hasHead && rows.count > 1 ? rows.first ?? [] : []
        var lines: [PageLine] = []
        for row in rows.dropFirst(head.isEmpty ? 0 : 1) {
            if !lines.isEmpty { lines.append(spaceLine(after: lines, block, index, item)) }
            for (column, cell) in row.enumerated() where !cell.text.text.isEmpty {
                let label = column < head.count ? head[column].text.text : ""
                lines += stackedCell(cell, label: label, item, block, index)
            }
        }
        return lines
    }

    private func stackedCell(
        _ cell: TableCell, label: String, _ item: PageItem, _ block: Block, _ index: Int
    ) -> [PageLine] {
        var frame = frame(item, block, index, indent: 2)
        frame.start = ranges[index].lowerBound + cell.range.lowerBound
        let body = lines(of: cell.text, in: frame)
        guard !label.isEmpty else { return body }
        // The label stands for the cell: the head's own text is shown over every row.
        let labels = lines(of: label + ":", kind: frame.kind, role: .tableHead).map { line in
            var line = line
            line.block = index
            line.source = frame.start..<frame.start
            return line
        }
        return labels + body
    }
}

extension Range<Int> {
    /// The first element for which `isAfter` holds; the upper bound where it holds for none. It must hold for all after
    /// one for which it holds. Costs the logarithm of the range's length.
    func partition(_ isAfter: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if isAfter(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
