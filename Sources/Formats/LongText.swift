import Articles

/// Splits what is too long for one block.
package enum LongText {
    /// The parts of `text`, each at most `limit` bytes, cut behind a sentence where one ends in the last quarter, else
    /// at a blank, else between characters. Linear.
    package static func ranges(of text: String, limit: Int) -> [Range<Int>] {
        guard text.utf8.count > limit else { return [0..<text.utf8.count] }
        let bytes = Array(text.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = start + limit < bytes.count ? cut(bytes, from: start, limit: limit) : bytes.count
            let part = Bytes.trimmed(bytes[start..<end])
            if !part.isEmpty { ranges.append(part.startIndex..<part.endIndex) }
            start = end
        }
        return ranges
    }

    private static func cut(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
        let end = start + limit
        var blank: Int?
        var place = end - 1
        while place > start + limit * 3 / 4 {
            if bytes[place] == 0x20 {
                if SentenceEnd.isAtEnd(of: bytes[start..<place].suffix(8)) { return place + 1 }
                blank = blank ?? place + 1
            }
            place -= 1
        }
        let boundary = Bytes.boundary(atOrBefore: end, in: bytes)
        return blank ?? (boundary > start ? boundary : end)
    }
}

extension Block {
    /// The block, or what it is split into where it is longer than `limit` bytes. The first part keeps the marker.
    package func parts(limit: Int) -> [Block] {
        guard text.utf8.count > limit else { return [self] }
        let bytes = Array(text.utf8)
        return LongText.ranges(of: text, limit: limit).enumerated().map { index, range in
            let inside = spans.compactMap { $0.clipped(to: range) }
            return Block(
                kind, Bytes.string(bytes[range]), level: level, marker: index == 0 ? marker : nil, spans: inside)
        }
    }
}

extension Span {
    /// What of the span lies in `range`, counted from its beginning.
    package func clipped(to range: Range<Int>) -> Span? {
        let lower = max(start, range.lowerBound) - range.lowerBound
        let upper = min(end, range.upperBound) - range.lowerBound
        return upper > lower ? Span(kind, start: lower, end: upper, target: target) : nil
    }
}
