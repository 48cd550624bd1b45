import Terminal
import Text

/// Draws into a canvas by roles.
struct Painter {
    var canvas: Canvas
    let theme: Theme
    let glyphs: Glyphs
    var dates = DateStyle.iso
    /// Whether what is written from right to left is laid out as it is seen.
    var ordersRightToLeft = true

    /// Writes text, cut with an ellipsis where it is wider than `columns`. The columns used.
    @discardableResult
    mutating func write(_ text: String, _ column: Int, _ row: Int, _ role: Role, columns: Int? = nil) -> Int {
        write(text, column, row, theme.style(role), columns: columns)
    }

    @discardableResult
    mutating func write(_ text: String, _ column: Int, _ row: Int, _ style: Style, columns: Int? = nil) -> Int {
        let text = glyphs.plain(text)
        guard let columns else { return canvas.write(ordered(text), column: column, row: row, style: style) }
        guard columns > 0 else { return 0 }
        return canvas.write(
            ordered(Clip.text(text, columns: columns, ellipsis: glyphs[.ellipsis])), column: column, row: row, style: style,
            limit: columns)
    }

    /// A line of text as it is seen.
    private func ordered(_ text: String) -> String {
        guard ordersRightToLeft, let pieces = VisualText.pieces(of: text) else { return text }
        return pieces.map(\.text).joined()
    }

    /// Writes text so that it ends before `end`; nothing where it does not fit between `start` and `end`. Where it begins.
    @discardableResult
    mutating func writeRight(_ text: String, before end: Int, from start: Int, _ row: Int, _ role: Role) -> Int {
        let width = DisplayWidth.of(glyphs.plain(text))
        guard width <= end - start else { return end }
        write(text, end - width, row, role)
        return end - width
    }

    mutating func fill(_ rect: Rect, _ role: Role) { canvas.fill(rect, style: theme.style(role)) }

    /// Lays a role over what stands in `rect`.
    mutating func overlay(_ rect: Rect, _ role: Role) {
        let theme = theme
        canvas.restyle(rect) { $0 = theme.overlay(role, on: $0) }
    }

    /// Writes text with ranges of it, in UTF-8 offsets, in a role laid over its own. The columns used.
    @discardableResult
    mutating func write(
        _ text: String, marking ranges: [Range<Int>], as mark: Role, _ column: Int, _ row: Int, _ style: Style, columns: Int
    ) -> Int {
        let shown = Clip.text(text, columns: columns, ellipsis: glyphs[.ellipsis])
        let marked = theme.overlay(mark, on: style)
        if ordersRightToLeft, let pieces = pieces(of: shown, text, marking: ranges) {
            var used = 0
            for piece in pieces { used += canvas.write(piece.text, column: column + used, row: row, style: piece.isMarked ? marked : style) }
            return used
        }
        var used = 0
        var offset = 0
        // What follows the words that were kept is an ellipsis, and no part of a hit.
        let kept = shown.sharedStart(with: text)
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > offset {
            let start = max(offset, range.lowerBound)
            let end = min(range.upperBound, kept)
            if start >= end { break }
            used += write(shown.bytes(offset..<start), column + used, row, style)
            used += write(shown.bytes(start..<end), column + used, row, marked)
            offset = end
        }
        return used + write(shown.bytes(offset..<shown.utf8.count), column + used, row, style)
    }

    /// What is shown of `text`, in the order in which it is seen; nothing where that is the order in which it is read.
    private func pieces(of shown: String, _ text: String, marking ranges: [Range<Int>]) -> [(text: String, isMarked: Bool)]? {
        let kept = shown.sharedStart(with: text)
        let marks = ranges.sorted { $0.lowerBound < $1.lowerBound }.map { $0.clamped(to: 0..<kept) }.filter { !$0.isEmpty }
        return VisualText.pieces(of: shown, marking: marks)
    }
}
