import Library
import Search
import Topics

/// A search result as its list shows it.
public struct HitRow: Hashable, Sendable, Identifiable {
    public var article: ArticleRow
    /// UTF-8 ranges in the title.
    public var titleHits: [Range<Int>]
    /// Of the canonical text.
    public var snippets: [Snippet]

    public var id: ArticleID { article.id }

    public init(article: ArticleRow, titleHits: [Range<Int>] = [], snippets: [Snippet]) {
        self.article = article
        self.titleHits = titleHits
        self.snippets = snippets
    }
}

/// What a search came to.
public struct Findings: Hashable, Sendable {
    public var query: String
    /// The first results.
    public var first: [HitRow]
    public var count: HitCount
    public var order: SearchRequest.Order
    /// How the query was read, where that is not plain: a sentence each.
    public var notes: [String]
    /// Where what was left out stands, as UTF-8 ranges of ``query``.
    public var ignored: [Range<Int>]
    /// Queries that find something where this one finds nothing.
    public var suggestions: [String]
    /// What made the results, where they are like something.
    public var likeness: LikenessWords?

    public init(
        query: String, first: [HitRow] = [], count: HitCount = .exactly(0), order: SearchRequest.Order = .newest,
        notes: [String] = [], ignored: [Range<Int>] = [], suggestions: [String] = [], likeness: LikenessWords? = nil
    ) {
        self.query = query
        self.first = first
        self.count = count
        self.order = order
        self.notes = notes
        self.ignored = ignored
        self.suggestions = suggestions
        self.likeness = likeness
    }
}

/// By what articles are like another: its most telling words and its topics.
public struct LikenessWords: Hashable, Sendable {
    public var terms: [String]
    public var topics: [TopicID]

    public init(terms: [String], topics: [TopicID]) {
        self.terms = terms
        self.topics = topics
    }
}
