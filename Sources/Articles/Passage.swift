/// A range of an article's canonical text.
public struct Passage: Hashable, Sendable, Codable {
    /// The first byte, as a UTF-8 offset in ``Article/text``.
    public var start: Int
    /// The byte after the last, as a UTF-8 offset in ``Article/text``.
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    public init(_ range: Range<Int>) {
        self.init(start: range.lowerBound, end: range.upperBound)
    }

    public var range: Range<Int> { start..<end }
}

extension Article {
    /// The place, among the blocks, of the one that holds the byte at `offset` of the canonical text; the nearest
    /// before it where `offset` falls between two. Nothing in an article without text.
    public func block(at offset: Int) -> Int? {
        let ranges = blockRanges
        var found: Int?
        for (index, range) in ranges.enumerated() where !range.isEmpty {
            if range.lowerBound <= offset || found == nil { found = index } else { break }
        }
        return found
    }
}
