import Topics

/// A block of an article that has to do with a provision of a treaty or law, and by what.
public struct LinkedPassage: Hashable, Sendable {
    public var row: ArticleRow
    /// In UTF-8 offsets of the canonical text; empty at 0 where the article as a whole is linked.
    public var range: Range<Int>
    /// What stands there; the title where the article as a whole is linked.
    public var text: String
    /// The topics that stand for the provision, the strongest first.
    public var topics: [TopicID]
    /// Whether the block names the provision by its number.
    public var isCited: Bool

    public init(row: ArticleRow, range: Range<Int>, text: String, topics: [TopicID], isCited: Bool) {
        self.row = row
        self.range = range
        self.text = text
        self.topics = topics
        self.isCited = isCited
    }
}

/// How many passages are linked to the provisions of a treaty.
public struct LinkedPassageCounts: Hashable, Sendable {
    /// By the provision's number.
    public var counts: [String: Int]
    /// How many articles were looked into, the newest first, and how many there are.
    public var looked: Int
    public var articles: Int

    /// Whether every article was looked into.
    public var isComplete: Bool { looked == articles }

    public init(counts: [String: Int], looked: Int, articles: Int) {
        self.counts = counts
        self.looked = looked
        self.articles = articles
    }
}
