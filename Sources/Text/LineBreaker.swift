/// Turns the opportunities of UAX 14 into lines: decides which of them count and feeds a ``LineFiller``.
///
/// The text between two opportunities is a unit. Nearly all units are a word of simple scalars that fits on a line, with
/// the blanks after it, and are fed as one piece. The others are fed cluster by cluster, because they may have to be broken.
struct LineBreaker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let cleaner: Cleaner
    private let isFast: Bool
    private let narrowest: Int
    private var filler: LineFiller
    private var urls: URLRanges.Walk
    private var flags = FlagPairs()
    /// Where the unit in work begins.
    private var start = 0
    /// The opportunities in it that do not count because they stand in a URL.
    private var inside: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, measure: Wrapping.Measure, cleaner: Cleaner, isFast: Bool) {
        self.bytes = bytes
        self.cleaner = cleaner
        self.isFast = isFast
        narrowest = min(measure.first, measure.others)
        filler = LineFiller(measure: measure)
        urls = URLRanges(in: bytes).walk()
    }

    /// Takes the next opportunity, in ascending order up to the end of the text.
    mutating func add(_ boundary: ICU.Boundary) {
        let offset = boundary.offset
        if let lineBreak = lineBreak(endingAt: offset) {
            addUnit(upTo: lineBreak.lowerBound)
            filler.endParagraph(atBreakOf: lineBreak)
            start = offset
        } else if offset == bytes.count {
            addUnit(upTo: offset)
        } else if urls.isInside(offset) {
            inside.append(offset)
        } else if !isInsideCluster(offset) {
            addUnit(upTo: offset)
        } else if bytes[offset - 1] == 0x20, offset - 1 > start, !isInsideCluster(offset - 1) {
            // UAX 14 breaks between a blank and a combining mark. The two are one cluster: the line breaks before them.
            addUnit(upTo: offset - 1)
        }
    }

    /// The lines, once all opportunities are in.
    mutating func finish() -> [WrappedLine] {
        filler.finish()
        return filler.lines
    }

    /// The line break of the text that ends at `offset`; ICU puts a boundary behind each.
    private func lineBreak(endingAt offset: Int) -> Range<Int>? {
        switch bytes[offset - 1] {
        case 0x0A: offset >= 2 && bytes[offset - 2] == 0x0D ? (offset - 2)..<offset : (offset - 1)..<offset
        case 0x0B...0x0D: (offset - 1)..<offset
        case 0x85 where offset >= 2 && bytes[offset - 2] == 0xC2: (offset - 2)..<offset
        case 0xA8 where isSeparator(offset), 0xA9 where isSeparator(offset): (offset - 3)..<offset
        default: nil
        }
    }

    private func isSeparator(_ offset: Int) -> Bool {
        offset >= 3 && bytes[offset - 2] == 0x80 && bytes[offset - 3] == 0xE2
    }

    private mutating func isInsideCluster(_ offset: Int) -> Bool {
        if bytes[offset - 1] < 0x80, bytes[offset] < 0x80 { return false }
        guard let before = UTF8Scalars.last(before: offset, in: bytes) else { return false }
        let after = UTF8Scalars.decode(bytes, at: offset).scalar
        return ICU.isInsideCluster(before, after) || flags.isInside(offset, before, after, in: bytes)
    }
}

extension LineBreaker {
    private mutating func addUnit(upTo end: Int) {
        defer {
            start = end
            inside.removeAll(keepingCapacity: true)
        }
        guard start < end else { return }
        if isFast, let unit = SimpleUnit(bytes, start..<end), unit.columns <= narrowest {
            add(unit)
        } else {
            addClusters(of: start..<end)
        }
    }

    @inline(__always)
    private mutating func add(_ unit: SimpleUnit) {
        if unit.columns > 0 {
            let level: BreakLevel = unit.blanks > 0 ? .cluster : .opportunity
            filler.add(LineFiller.Atom(end: unit.contentEnd, width: unit.columns, kind: .visible, level: level))
        }
        if unit.blanks > 0 {
            filler.add(LineFiller.Atom(end: unit.end, width: unit.blanks, kind: .blank, level: .opportunity))
        }
    }

    private mutating func addClusters(of unit: Range<Int>) {
        var begin = unit.lowerBound
        var next = 0
        ICU.forEachBoundary(.grapheme, in: UnsafeBufferPointer(rebasing: bytes[unit])) { boundary in
            let end = unit.lowerBound + boundary.offset
            while next < inside.count, inside[next] < end { next += 1 }
            let level = end == unit.upperBound ? .opportunity : level(at: end, isInside: next < inside.count && inside[next] == end)
            filler.add(
                LineFiller.Atom(
                    end: end, width: cleaner.columns(ofCluster: begin..<end, in: bytes),
                    kind: .init(cluster: begin..<end, in: bytes), level: level))
            begin = end
            return true
        }
    }

    /// How good a place to break is at `offset` inside a unit.
    private mutating func level(at offset: Int, isInside: Bool) -> BreakLevel {
        if isInside { return .insideURL }
        let last = bytes[offset - 1]
        if last < 0x80 { return URLRanges.separates(last) && urls.isInside(offset) ? .separator : .cluster }
        guard let scalar = UTF8Scalars.last(before: offset, in: bytes) else { return .cluster }
        return scalar == 0x200D || ICU.isLinker(scalar) ? .forced : .cluster
    }
}
