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
    /// How many articles were not searched, since the index is being made.
    public var missing: Int
    /// What of the query was left out, and where.
    public var ignored: [QueryNote]
    /// Queries that find something where this one finds nothing.
    public var suggestions: [String]
    /// What made the results, where they are like something.
    public var likeness: LikenessWords?

    public init(
        query: String, first: [HitRow] = [], count: HitCount = .exactly(0), order: SearchRequest.Order = .newest,
        missing: Int = 0, ignored: [QueryNote] = [], suggestions: [String] = [], likeness: LikenessWords? = nil
    ) {
        self.query = query
        self.first = first
        self.count = count
        self.order = order
        self.missing = missing
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

extension Findings {
    /// That the answer is not the whole one; nothing where it is.
    var remark: String? { SearchResults(articles: [], count: nil, missing: missing).remark }

    /// What was left out and is worth saying: while the query is typed, not what its end may still become.
    func ignored(isTyping: Bool) -> [QueryNote] {
        guard isTyping else { return ignored }
        let end = query.utf8.count
        return ignored.filter { !$0.problem.isInTheMaking || $0.range.upperBound < end }
    }
}

extension QueryProblem {
    /// Whether what follows may set it right.
    fileprivate var isInTheMaking: Bool {
        switch self {
        case .missingValue, .unclosedQuote, .unclosedGroup, .emptyGroup, .missingOperand, .badValue, .nothingToFind: true
        case .unknownField, .strayParenthesis, .uselessSign, .tooFuzzy, .tooFar, .notNear, .innerOrder, .spareOrder, .unanswered,
            .tooLong, .tooNested, .tooManyWords:
            false
        }
    }
}

extension QueryNote {
    /// What was left out, and what would have been right.
    var explained: String { sentence + ", " + problem.expected }
}
