import Terminal

extension Page {
    /// Draws as many lines as `rect` has rows, from `top` on: text, decorations and gutter. What is left of the rectangle
    /// is filled with the page. Costs the lines drawn, whatever the article's length.
    /// - Parameters:
    ///   - geometry: for the columns of `rect`; the page must have been made for its width.
    ///   - sideways: how many columns a table that is too wide, or code that is not wrapped, is scrolled.
    public func draw(
        from top: PagePlace, into canvas: inout Canvas, _ rect: Rect, geometry: PageGeometry, theme: Theme,
        decorations: Decorations = Decorations(), sideways: Int = 0
    ) {
        canvas.fill(rect, style: theme.page)
        var pen = PagePen(page: self, rect: rect, geometry: geometry, theme: theme, sideways: max(0, sideways))
        for (row, found) in lines(from: top, count: rect.rows).enumerated() {
            pen.draw(found.line, at: found.place, row: rect.row + row, decorations, into: &canvas)
        }
    }

    /// How far a table that is too wide, or code that is not wrapped, can be scrolled sideways, in the lines from `top` on; 0 where all fit.
    public func furthestSideways(from top: PagePlace, rows: Int) -> Int {
        lines(from: top, count: rows).reduce(0) { max($0, $1.line.columns - width) }
    }
}

/// Draws the lines of one page, one after the other.
struct PagePen {
    let page: Page
    let rect: Rect
    let geometry: PageGeometry
    let theme: Theme
    let sideways: Int
    /// The decorations of the part drawn last.
    private var part: (item: Int, decorations: [Decoration])?

    init(page: Page, rect: Rect, geometry: PageGeometry, theme: Theme, sideways: Int) {
        self.page = page
        self.rect = rect
        self.geometry = geometry
        self.theme = theme
        self.sideways = sideways
    }

    private var left: Int { rect.column + geometry.left }

    mutating func draw(
        _ line: PageLine, at place: PagePlace, row: Int, _ decorations: Decorations, into canvas: inout Canvas
    ) {
        let own = self.decorations(of: place.item, in: decorations)
        let shift = line.columns > page.width ? min(sideways, line.columns - page.width) : 0
        for segment in line.segments { write(segment, shift: shift, row: row, into: &canvas) }
        if line.columns > page.width { markEdges(line, shift: shift, row: row, into: &canvas) }
        for decoration in own.sorted(by: { $0.kind.layer < $1.kind.layer }) {
            overlay(decoration, on: line, shift: shift, row: row, into: &canvas)
        }
        drawGutter(line, at: place, own, row: row, into: &canvas)
    }

    private mutating func decorations(of item: Int, in all: Decorations) -> [Decoration] {
        if let part, part.item == item { return part.decorations }
        let found = all.overlapping(page.items[item].range)
        part = (item, found)
        return found
    }

    // MARK: Text

    private func write(_ segment: PageSegment, shift: Int, row: Int, into canvas: inout Canvas) {
        var style = theme.style(segment.role)
        for role in segment.emphasis.roles { style = theme.overlay(role, on: style) }
        let column = segment.column - shift
        let shown = page.glyphs.plain(segment.text, keepsColumns: true)
        if column >= 0 {
            canvas.write(shown, column: left + column, row: row, style: style, limit: page.width - column)
        } else if segment.endColumn > shift {
            writeCut(segment, by: -column, style, row: row, into: &canvas)
        }
    }

    /// A segment whose first columns are scrolled out.
    private func writeCut(_ segment: PageSegment, by cut: Int, _ style: Style, row: Int, into canvas: inout Canvas) {
        if segment.isEven {
            let seen = segment.text.bytes(cut..<min(segment.columns, cut + page.width))
            canvas.write(page.glyphs.plain(seen, keepsColumns: true), column: left, row: row, style: style, limit: page.width)
            return
        }
        var line = Canvas(columns: segment.columns, rows: 1)
        line.write(page.glyphs.plain(segment.text, keepsColumns: true), column: 0, row: 0)
        for column in cut..<max(cut, min(segment.columns, cut + page.width)) where !line[column, 0].isContinuation {
            let cell = line[column, 0]
            canvas.write(
                cell.cluster, column: left + column - cut, row: row, style: style, limit: page.width - (column - cut))
        }
    }

    private func markEdges(_ line: PageLine, shift: Int, row: Int, into canvas: inout Canvas) {
        let style = theme.style(.dimmed)
        if shift > 0 { canvas.write(page.glyphs[.moreLeft], column: left, row: row, style: style) }
        if line.columns - shift > page.width {
            canvas.write(page.glyphs[.moreRight], column: left + page.width - 1, row: row, style: style)
        }
    }

    // MARK: Decorations

    private func overlay(_ decoration: Decoration, on line: PageLine, shift: Int, row: Int, into canvas: inout Canvas) {
        guard let role = decoration.kind.role, line.kind != .blank else { return }
        if decoration.kind == .passageCursor {
            let columns = geometry.left - geometry.gutterLeft + page.width
            let rect = Rect(column: rect.column + geometry.gutterLeft, row: row, columns: columns, rows: 1)
            return canvas.restyle(rect) { $0 = theme.overlay(role, on: $0) }
        }
        for columns in page.columns(of: decoration.range, in: line) {
            let start = max(0, columns.lowerBound - shift)
            let end = min(page.width, columns.upperBound - shift)
            let rect = Rect(column: left + start, row: row, columns: end - start, rows: 1)
            canvas.restyle(rect) { $0 = theme.overlay(role, on: $0) }
        }
    }

    // MARK: Gutter

    private func drawGutter(
        _ line: PageLine, at place: PagePlace, _ decorations: [Decoration], row: Int, into canvas: inout Canvas
    ) {
        let item = page.items[place.item]
        guard geometry.gutter != .none, item.block != nil, place.line >= item.gap else { return }
        let count = page.lines(ofItem: place.item).count - item.gap
        let gutter = GutterLine(
            line, place: place.line - item.gap, count: count, decorations: decorations, range: item.range,
            glyphs: page.glyphs)
        let cursor = gutter.hasCursor ? GutterLine.Sign(text: page.glyphs[.cursorBar], role: .passageCursorBar) : nil
        let column = rect.column + geometry.gutterLeft
        switch geometry.gutter {
        case .none: break
        case .sign: write(gutter.mark ?? cursor ?? gutter.onlyBar, column: column, row: row, into: &canvas)
        case .marks:
            write(cursor, column: column, row: row, into: &canvas)
            write(gutter.mark, column: column + 1, row: row, into: &canvas)
            write(gutter.onlyBar, column: column + 2, row: row, into: &canvas)
        case .full:
            write(cursor, column: column, row: row, into: &canvas)
            write(gutter.mark, column: column + 1, row: row, into: &canvas)
            if let code = gutter.code { writeCode(code, endColumn: column + 8, row: row, into: &canvas) }
            write(gutter.bar, column: column + 9, row: row, into: &canvas)
        }
    }

    private func write(_ sign: GutterLine.Sign?, column: Int, row: Int, into canvas: inout Canvas) {
        guard let sign else { return }
        let style = onGround(sign, column: column, row: row, canvas)
        canvas.write(sign.text, column: column, row: row, style: style, limit: 1)
    }

    /// Flush right, a `?` hanging beyond, so that the codes stand in one line.
    private func writeCode(_ code: GutterLine.Sign, endColumn: Int, row: Int, into canvas: inout Canvas) {
        let letters = code.text.utf8.count - (code.text.hasSuffix("?") ? 1 : 0)
        let column = endColumn - letters
        let style = onGround(code, column: column, row: row, canvas)
        canvas.write(code.text, column: column, row: row, style: style, limit: 7)
    }

    /// The look of a sign on the ground that is there already.
    private func onGround(_ sign: GutterLine.Sign, column: Int, row: Int, _ canvas: Canvas) -> Style {
        var ground = canvas[column, row].style
        ground.foreground = theme.style(.text).foreground
        ground.attributes = []
        var style = theme.overlay(sign.role, on: ground)
        if sign.isDim { style.attributes.insert(.dim) }
        return style
    }
}
