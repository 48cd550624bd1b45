import Text

/// Moves the ends of ranges outwards to where grapheme clusters begin, so that no cluster is drawn in two looks. The
/// clusters are looked for only when an end stands beside something that is not ASCII.
struct ClusterBounds {
    private let text: String
    private let range: Range<Int>
    private var boundaries: [Int]?

    /// For ranges within `range` of `text`, in UTF-8 offsets.
    init(of text: String, in range: Range<Int>) {
        self.text = text
        self.range = range
    }

    mutating func bounds(of part: Range<Int>) -> Range<Int> {
        guard !part.isEmpty else { return part }
        let lower = isSurely(boundary: part.lowerBound) ? part.lowerBound : boundary(atOrBefore: part.lowerBound)
        let upper = isSurely(boundary: part.upperBound) ? part.upperBound : boundary(atOrAfter: part.upperBound)
        return lower..<max(lower, upper)
    }

    /// Whether ASCII stands on both sides: then a cluster ends there, but for the line break of two characters.
    private func isSurely(boundary offset: Int) -> Bool {
        guard offset > range.lowerBound, offset < range.upperBound else { return true }
        let utf8 = text.utf8
        let after = utf8.index(utf8.startIndex, offsetBy: offset)
        let before = utf8.index(before: after)
        return utf8[after] < 0x80 && utf8[before] < 0x80 && utf8[before] != UInt8(ascii: "\r")
    }

    private mutating func boundary(atOrBefore offset: Int) -> Int {
        let known = found()
        return known[max(0, known.indices.partition { known[$0] > offset } - 1)]
    }

    private mutating func boundary(atOrAfter offset: Int) -> Int {
        let known = found()
        return known[min(known.count - 1, known.indices.partition { known[$0] >= offset })]
    }

    private mutating func found() -> [Int] {
        if let boundaries { return boundaries }
        let found = Segmentation.graphemes(in: text.bytes(range)).map { $0 + range.lowerBound }
        boundaries = found
        return found
    }
}
