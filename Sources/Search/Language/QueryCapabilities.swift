/// A part of the language that not every library can answer.
public enum QueryFeature: Hashable, Sendable {
    case field(QueryField)
    case state(ArticleState)
    case has(ArticlePart)
    case near, fuzzy

    /// As a query writes it.
    public var written: String {
        switch self {
        case .field(let field): field.rawValue + ":"
        case .state(let state): "is:" + state.rawValue
        case .has(let part): "has:" + part.rawValue
        case .near: "NEAR"
        case .fuzzy: "~"
        }
    }

    /// What a library that cannot answer it lacks.
    var lack: String {
        switch self {
        case .state(.starred): "a library keeps no stars"
        case .state(.noted), .has(.notes), .field(.note): "a library keeps no notes"
        case .field(.treaty): "a library keeps no provisions with its articles"
        case .near: "the index cannot tell how near words are"
        case .fuzzy: "the index cannot look for words that are written differently"
        case .field(let field): "a library cannot be asked for \(field.rawValue):"
        case .state(let state): "a library does not know what is \(state.rawValue)"
        case .has(let part): "a library does not know what has \(part.rawValue)"
        }
    }
}

/// What the store and the index can answer. What they cannot is refused by the strict parser and noted by the lenient one, so
/// that no query is answered as if it asked for something else.
public struct QueryCapabilities: Hashable, Sendable {
    /// What is refused.
    public var unanswered: Set<QueryFeature>

    public init(unanswered: Set<QueryFeature>) { self.unanswered = unanswered }

    /// The whole language.
    public static let everything = QueryCapabilities(unanswered: [])

    /// What this version of the library answers: all of it.
    public static let available = everything

    /// Why `feature` is refused; nothing where it is not.
    func refusal(of feature: QueryFeature) -> QueryProblem? {
        unanswered.contains(feature) ? .unanswered(feature) : nil
    }

    /// Why `query`, as one value gave it, is refused.
    func refusal(ofValue query: Query) -> QueryProblem? {
        switch query {
        case .text(let text): if case .fuzzy = text.match { refusal(of: .fuzzy) } else { nil }
        case .near: refusal(of: .near)
        case .any: refusal(of: .field(.any))
        case .note: refusal(of: .field(.note))
        case .topic: refusal(of: .field(.topic))
        case .treaty: refusal(of: .field(.treaty))
        case .tag: refusal(of: .field(.tag))
        case .state(let state): refusal(of: .state(state))
        case .has(let part): refusal(of: .has(part))
        case .dates: refusal(of: .field(.date))
        case .language: refusal(of: .field(.language))
        case .file: refusal(of: .field(.file))
        case .id: refusal(of: .field(.id))
        case .all, .and, .or, .not: nil
        }
    }
}
