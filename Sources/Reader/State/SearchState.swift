import Library
import Search
import Topics

/// What is searched for.
public struct SearchQuestion: Hashable, Sendable {
    /// As it is written; empty for nothing.
    public var text: String
    /// The order that was chosen; what `sort:` says in the text comes before it.
    public var order: SearchRequest.Order?
    /// What the results are to be like, instead of holding the words of ``text``.
    public var like: LikeTarget?

    public init(_ text: String, order: SearchRequest.Order? = nil, like: LikeTarget? = nil) {
        self.text = text
        self.order = order
        self.like = like
    }

    /// The order of the answers to `typed`: as it says, as was chosen, or else the newest first; the best first where any of its
    /// words will do.
    func order(of typed: TypedQuery) -> SearchRequest.Order {
        typed.order ?? order ?? (typed.query.holdsAny ? .relevance : .newest)
    }
}

/// What more like it is looked for.
public struct LikeTarget: Hashable, Sendable {
    public var article: ArticleID
    /// A UTF-8 range of the article's canonical text; nothing for the article as a whole.
    public var passage: Range<Int>?
    /// What it is called: the article's title, or how the passage begins.
    public var title: String

    public init(article: ArticleID, passage: Range<Int>? = nil, title: String) {
        self.article = article
        self.passage = passage
        self.title = title
    }
}

extension Query {
    /// Whether any of several words will do somewhere in it.
    var holdsAny: Bool {
        switch self {
        case .any: true
        case .and(let parts), .or(let parts): parts.contains(where: \.holdsAny)
        case .not(let inner): inner.holdsAny
        case .all, .text, .near, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: false
        }
    }
}

/// The search as it is being typed, and what it found.
public struct SearchState: Hashable, Sendable {
    public var line = QueryLine()
    public var isTyping = true
    /// The order that was chosen from the menu.
    public var order: SearchRequest.Order?
    /// What the results are like, where they are not those of what was typed.
    public var like: LikeTarget?
    /// What the results answer; the line may be ahead of it.
    public var answered: String?
    /// What was found, and how it was read.
    public var findings: Findings?
    public var results = Listing<HitRow>()
    /// Which of the suggestions is selected.
    public var suggestion = 0
    /// Of the last search asked for.
    public var generation = 0
    /// Whether the results are not yet those of what was typed.
    public var isRunning = false

    /// Whether Enter came before the results: the first is opened once it is there.
    public var opensWhenFound = false
    /// The article that the cursor goes to once the order of the results is there.
    var awaited: ArticleID?

    public init() {}

    public var field: Field {
        get { line.field }
        set { line.field = newValue }
    }

    public var count: HitCount { findings?.count ?? .exactly(0) }

    /// What was asked for by the line and the menu.
    var question: SearchQuestion { SearchQuestion(field.text.trimmed, order: order, like: like) }

    /// Queries that find something where this one finds nothing; none while another is being searched for.
    public var suggestions: [String] {
        guard !isRunning, results.isEmpty, let findings else { return [] }
        return findings.suggestions
    }
}

/// Where the reader was before it went to a list by itself; history goes back there.
struct Waypoint: Hashable, Sendable {
    var pane: Pane
    var source: Source
    var search: SearchState
    var article: ArticleID?

    /// How many are kept.
    static let most = 20
}
