import Articles
import Text

// MARK: - Lines

extension Page {
    /// The line at `place`; nothing beyond the end.
    public func line(at place: PagePlace) -> PageLine? {
        guard items.indices.contains(place.item) else { return nil }
        let lines = lines(ofItem: place.item)
        return lines.indices.contains(place.line) ? lines[place.line] : nil
    }

    /// Up to `count` lines from `place` on, each with its place.
    public func lines(from place: PagePlace, count: Int) -> [(place: PagePlace, line: PageLine)] {
        var found: [(place: PagePlace, line: PageLine)] = []
        var next = clamped(place)
        while found.count < count, items.indices.contains(next.item) {
            let lines = lines(ofItem: next.item)
            for line in next.line..<max(next.line, lines.count) where found.count < count {
                found.append((PagePlace(item: next.item, line: line), lines[line]))
            }
            next = PagePlace(item: next.item + 1, line: 0)
        }
        return found
    }

    /// The last line.
    public var end: PagePlace {
        let last = items.count - 1
        return PagePlace(item: last, line: max(0, lines(ofItem: last).count - 1))
    }

    /// `place` if it is one of the page, else the nearest that is.
    public func clamped(_ place: PagePlace) -> PagePlace {
        guard place.item >= 0 else { return .start }
        guard place.item < items.count else { return end }
        let last = max(0, lines(ofItem: place.item).count - 1)
        return PagePlace(item: place.item, line: min(max(0, place.line), last))
    }

    /// The line so many further down, or up where `lines` is negative; the first or last where there are not so many.
    public func place(_ place: PagePlace, movedBy lines: Int) -> PagePlace {
        var place = clamped(place)
        var left = lines
        while left > 0 {
            let room = self.lines(ofItem: place.item).count - 1 - place.line
            if left <= room { return PagePlace(item: place.item, line: place.line + left) }
            guard place.item + 1 < items.count else { return end }
            left -= room + 1
            place = PagePlace(item: place.item + 1, line: 0)
        }
        while left < 0 {
            if -left <= place.line { return PagePlace(item: place.item, line: place.line + left) }
            guard place.item > 0 else { return .start }
            left += place.line + 1
            place = PagePlace(item: place.item - 1, line: self.lines(ofItem: place.item - 1).count - 1)
        }
        return place
    }

    /// How many lines `place` is below `other` (negative: above), counted no further than `limit`.
    public func lines(from other: PagePlace, to place: PagePlace, limit: Int) -> Int {
        guard other <= place else { return -lines(from: place, to: other, limit: limit) }
        var count = place.line - other.line
        var item = other.item
        while item < place.item, count < limit {
            count += lines(ofItem: item).count
            item += 1
        }
        return min(count, limit)
    }
}

// MARK: - Offsets

extension Page {
    /// The line that shows the byte at `offset` of the canonical text; where none does (a blank at the end of a line, the
    /// break between two blocks), the one before it. The first line of an article without text.
    public func place(of offset: Int) -> PagePlace {
        let textual = layout.items.ofText
        guard !textual.isEmpty else { return .start }
        let after = textual.indices.partition { items[textual[$0]].start > offset }
        let item = textual[max(0, after - 1)]
        let lines = lines(ofItem: item)
        if items[item].block.map({ article.blocks[$0].kind }) == .table,
            let line = lines.firstIndex(where: { $0.shows(offset) })
        {
            return PagePlace(item: item, line: line)
        }
        let line = lines.lastIndex { ($0.source?.lowerBound ?? .max) <= offset } ?? items[item].gap
        return PagePlace(item: item, line: line)
    }

    /// The offset in the canonical text that stands for `place`: of the first byte on the line; of what follows it where
    /// the line shows no text of the article; 0 in the header, the end of the text among the link targets.
    public func offset(at place: PagePlace) -> Int {
        let place = clamped(place)
        if let source = line(at: place)?.source { return source.lowerBound }
        let textual = layout.items.ofText
        let next = textual.indices.partition { textual[$0] >= place.item }
        if items[place.item].block == nil, next == 0 { return 0 }
        return next < textual.count ? items[textual[next]].start : textEnd
    }

    /// The offset in the canonical text of what stands at `column` of a line, counted from the left edge of the text;
    /// that of the nearest text on the line beside it. Nothing where the line shows none.
    public func offset(at place: PagePlace, column: Int) -> Int? {
        guard let segments = line(at: place)?.segments.filter({ $0.source != nil }), let first = segments.first else {
            return nil
        }
        let segment = segments.last { $0.column <= column } ?? first
        return offset(in: segment, column: column)
    }

    /// The columns, from the left edge of the text, that show something of `range` of the canonical text; one range for
    /// each segment that does.
    public func columns(of range: Range<Int>, in line: PageLine) -> [Range<Int>] {
        line.segments.compactMap { segment in
            guard let source = segment.source, source.overlaps(range) else { return nil }
            let start = distance(to: max(range.lowerBound, source.lowerBound), in: segment)
            let end = distance(to: min(range.upperBound, source.upperBound), in: segment)
            return segment.isReversed
                ? segment.endColumn - end..<segment.endColumn - start : segment.column + start..<segment.column + end
        }
    }

    /// The place on this page that shows what `place` shows on `page`, the same article at another width.
    public func place(like place: PagePlace, on page: Page) -> PagePlace {
        guard page.items.indices.contains(place.item) else { return clamped(place) }
        // The header and the link targets are the same parts on both.
        if page.items[place.item].block == nil { return clamped(place) }
        let found = self.place(of: page.offset(at: place))
        // A blank line before a block is kept as that, as far as there is one.
        guard place.line < page.items[place.item].gap, found.item == place.item else { return found }
        return PagePlace(item: place.item, line: place.line)
    }

    /// How much of the text stands before the end of the line at `place`, 0…1: by bytes, so that nothing need be laid
    /// out. 1 in an article without text.
    public func progress(at place: PagePlace) -> Double {
        guard textEnd > 0 else { return 1 }
        if clamped(place) == end { return 1 }
        let reached = line(at: place)?.source?.upperBound ?? offset(at: place)
        return Double(reached) / Double(textEnd)
    }

    private var textEnd: Int { layout.ranges.last?.upperBound ?? 0 }
}

// MARK: - Columns

extension Page {
    private func offset(in segment: PageSegment, column: Int) -> Int {
        guard let source = segment.source else { return 0 }
        let wanted = min(max(0, column - segment.column), max(0, segment.columns - 1))
        if segment.isEven { return source.lowerBound + min(wanted, max(0, source.count - 1)) }
        let distance = segment.isReversed ? max(0, segment.columns - 1) - wanted : wanted
        return SegmentMap(raw(source)).offset(at: distance) + source.lowerBound
    }

    /// The columns of the segment's text before the byte at `offset`, in the order in which it is read.
    private func distance(to offset: Int, in segment: PageSegment) -> Int {
        guard let source = segment.source, offset > source.lowerBound else { return 0 }
        guard offset < source.upperBound else { return segment.columns }
        if segment.isEven { return offset - source.lowerBound }
        if let columns = segment.columns(before: offset - source.lowerBound) { return columns }
        return SegmentMap(raw(source)).column(of: offset - source.lowerBound)
    }

    /// What stands at `range` of the canonical text, within one block.
    private func raw(_ range: Range<Int>) -> String {
        guard let block = block(at: range.lowerBound) else { return "" }
        let start = layout.ranges[block].lowerBound
        return article.blocks[block].text.bytes(range.lowerBound - start..<range.upperBound - start)
    }
}

extension PageSegment {
    /// Whether each of its bytes takes one column: nearly always so in Latin script.
    var isEven: Bool { !isReversed && source?.count == columns && text.utf8.count == columns }
}

extension PageSegment {
    /// The columns before a byte of the text, where that is quick to tell: nothing in it was made visible, and the byte
    /// surely begins a cluster, since ASCII stands on both sides.
    fileprivate func columns(before offset: Int) -> Int? {
        guard !isReversed, let source, source.count == text.utf8.count, offset > 0, offset < source.count else { return nil }
        var text = text
        return text.withUTF8 { bytes in
            guard bytes[offset] < 0x80, bytes[offset - 1] < 0x80 else { return nil }
            return DisplayWidth.of(UnsafeBufferPointer(rebasing: bytes[..<offset]))
        }
    }
}

extension PageLine {
    fileprivate func shows(_ offset: Int) -> Bool {
        segments.contains { $0.source?.contains(offset) ?? false }
    }
}
