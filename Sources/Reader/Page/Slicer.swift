import Text

/// Cuts the lines of a styled text into segments. Asked line by line in the order of the text, it costs a step for each
/// piece in all.
struct Slicer {
    let text: StyledText
    private var next = 0

    init(text: StyledText) { self.text = text }

    /// The segments of `line`, the first of which begins at `column`.
    mutating func segments(of line: WrappedLine, column: Int) -> [PageSegment] {
        skip(to: line.range.lowerBound)
        var segments: [PageSegment] = []
        var column = column
        for piece in text.pieces[next...] {
            guard piece.range.lowerBound < line.range.upperBound else { break }
            let range = piece.range.clamped(to: line.range)
            guard !range.isEmpty else { continue }
            let segment = segment(of: piece, at: range, column: column)
            column = segment.endColumn
            segments.append(segment)
        }
        if line.endsInSoftHyphen, let last = segments.last {
            segments.append(PageSegment(text: "-", column: column, columns: 1, role: last.role, emphasis: last.emphasis))
        }
        return segments
    }

    /// The same where some of the text is written from right to left, in the order in which it is seen.
    mutating func segments(of line: WrappedLine, column: Int, order: TextOrder) -> [PageSegment] {
        skip(to: line.range.lowerBound)
        var segments: [PageSegment] = []
        var column = column
        for run in order.runs(of: line.range) {
            let pieces = text.pieces[next...].drop { $0.range.upperBound <= run.range.lowerBound }
                .prefix { $0.range.lowerBound < run.range.upperBound }
            for piece in run.isRightToLeft ? Array(pieces.reversed()) : Array(pieces) {
                let segment = segment(of: piece, at: piece.range.clamped(to: run.range), column: column, isReversed: run.isRightToLeft)
                column = segment.endColumn
                segments.append(segment)
            }
        }
        return segments
    }

    /// What of the canonical text `line` shows, once its segments were asked for; the empty range at its beginning
    /// where it shows none of it.
    func source(of line: WrappedLine) -> Range<Int>? {
        var source: Range<Int>?
        for piece in text.pieces[next...] {
            let isBeyond = piece.range.lowerBound >= line.range.upperBound
            if isBeyond, !piece.range.contains(line.range.lowerBound) { break }
            guard let start = piece.source else { continue }
            let range = piece.range.clamped(to: line.range)
            let lower = start + range.lowerBound - piece.range.lowerBound
            source = (source?.lowerBound ?? lower)..<(lower + range.count)
        }
        return source ?? placeBefore(line)
    }

    /// The end of what the pieces before the line show: for a line that holds only what was put in.
    private func placeBefore(_ line: WrappedLine) -> Range<Int>? {
        for piece in text.pieces[..<min(next + 1, text.pieces.count)].reversed() {
            guard let start = piece.source else { continue }
            let end = min(piece.range.upperBound, max(piece.range.lowerBound, line.range.lowerBound))
            let place = start + end - piece.range.lowerBound
            return place..<place
        }
        return nil
    }

    private mutating func skip(to offset: Int) {
        while next + 1 < text.pieces.count, text.pieces[next].range.upperBound <= offset { next += 1 }
    }

    private func segment(
        of piece: StyledText.Piece, at range: Range<Int>, column: Int, isReversed: Bool = false
    ) -> PageSegment {
        let words = range == 0..<text.text.utf8.count ? text.text : text.text.bytes(range)
        let shown = isReversed ? VisualText.reversed(words) : Printable.visible(words)
        let source = piece.source.map { start in
            let lower = start + range.lowerBound - piece.range.lowerBound
            return lower..<(lower + range.count)
        }
        return PageSegment(
            text: shown, column: column, columns: DisplayWidth.of(shown), source: source, role: piece.role,
            emphasis: piece.emphasis, link: piece.link, isReversed: isReversed)
    }
}
