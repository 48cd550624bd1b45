/// The passages that answer a query best.
public struct PassageResults: Hashable, Sendable {
    public var passages: [FoundPassage]
    /// As ``SearchResults/missing``.
    public var missing: Int

    public init(passages: [FoundPassage], missing: Int = 0) {
        self.passages = passages
        self.missing = missing
    }
}

/// A block of an article that answers a query.
public struct FoundPassage: Hashable, Sendable {
    public var row: ArticleRow
    /// In UTF-8 offsets of the canonical text.
    public var range: Range<Int>
    public var text: String
    /// The higher the better; comparable within one answer only.
    public var score: Double
    /// Where the query's words stand, as UTF-8 ranges of ``text``; ordered and apart.
    public var hits: [Range<Int>]

    public init(row: ArticleRow, range: Range<Int>, text: String, score: Double, hits: [Range<Int>]) {
        self.row = row
        self.range = range
        self.text = text
        self.score = score
        self.hits = hits
    }
}
