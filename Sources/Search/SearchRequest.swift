/// What is asked of an index.
public struct SearchRequest: Hashable, Sendable {
    /// In which order hits come.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// By how well they answer; what answers equally well, the newest first.
        case relevance
        case newest, oldest
        /// By the letters of the title.
        case title
    }

    public var query: Query
    public var order: Order
    /// The most hits to give.
    public var limit: Int
    /// How many hits to leave out before the first.
    public var offset: Int
    /// Up to which number hits are counted exactly; 0 to leave them uncounted.
    public var countingTo: Int
    /// The moment from which on newness counts, in seconds since 1970: of two articles that answer about equally well the
    /// newer comes first. Nothing to rank new and old alike. Heeded by ``Order/relevance`` alone.
    public var recentAt: Int64?

    public init(
        _ query: Query, order: Order = .newest, limit: Int = 50, offset: Int = 0, countingTo: Int = 10_000,
        recentAt: Int64? = nil
    ) {
        self.recentAt = recentAt
        self.query = query
        self.order = order
        self.limit = limit
        self.offset = offset
        self.countingTo = countingTo
    }
}

/// What an index found.
public struct SearchAnswer: Hashable, Sendable {
    public var hits: [SearchHit]
    /// Nothing where it was not asked for.
    public var count: HitCount?

    public init(hits: [SearchHit], count: HitCount?) {
        self.hits = hits
        self.count = count
    }
}

/// An article that matches.
public struct SearchHit: Hashable, Sendable {
    /// The store's row of the article.
    public var article: Int64
    /// The higher the better; 0 where hits are ordered by date. Comparable within one answer only.
    public var score: Double

    public init(article: Int64, score: Double) {
        self.article = article
        self.score = score
    }
}

/// How many articles match.
public enum HitCount: Hashable, Sendable {
    case exactly(Int)
    case moreThan(Int)
}
