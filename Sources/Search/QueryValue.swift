/// What a value means to its field.
enum QueryValue {
    static func read(_ text: String, isPrefix: Bool, of field: QueryField?) throws(QueryProblem) -> Query {
        guard let field else { return try words(text, isPrefix: isPrefix, in: nil) }
        switch field {
        case .title, .deck, .kicker, .text, .by, .from:
            return try words(text, isPrefix: isPrefix, in: field.textField)
        case .tag: return .tag(TagQuery(try name(text, of: field), isPrefix: isPrefix))
        case .topic: return .topic(try topic(text, isPrefix: isPrefix))
        case .state: return .state(try state(text))
        case .date: return .dates(try span(text))
        case .since: return .dates(.since(try bound(text, of: field)))
        case .before: return .dates(.before(try bound(text, of: field)))
        case .language: return .language(try name(text, of: field).lowercased())
        case .file: return .file(try name(text, of: field))
        }
    }

    private static func words(_ text: String, isPrefix: Bool, in field: TextField?) throws(QueryProblem) -> Query {
        guard holdsWords(text) else { throw .nothingToFind(text) }
        return .text(TextQuery(text, isPrefix: isPrefix, field: field))
    }

    /// Whether anything in `text` can be found in an article.
    static func holdsWords(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func name(_ text: String, of field: QueryField) throws(QueryProblem) -> String {
        guard !text.isEmpty else { throw .missingValue(field) }
        return text
    }

    private static func topic(_ text: String, isPrefix: Bool) throws(QueryProblem) -> TopicQuery {
        let isExact = text.hasPrefix("=")
        let topic = try name(isExact ? String(text.dropFirst()) : text, of: .topic)
        return TopicQuery(topic.lowercased(), isExact: isExact, isPrefix: isPrefix)
    }

    private static func state(_ text: String) throws(QueryProblem) -> ArticleState {
        if let state = ArticleState(rawValue: text.lowercased()) { return state }
        let near = Spelling.nearest(to: text.lowercased(), among: ArticleState.allCases.map(\.rawValue))
        throw .badValue(.state, text, suggestion: near)
    }

    private static func bound(_ text: some StringProtocol, of field: QueryField) throws(QueryProblem) -> DateBound {
        guard let bound = DateBound(text) else { throw .badValue(field, String(text), suggestion: nil) }
        return bound
    }

    /// `2024-08`, `2024-08..2024-12`, `2024..`, `..2024`, `7d`.
    private static func span(_ text: String) throws(QueryProblem) -> DateSpan {
        guard let dots = text.firstRange(of: "..") else {
            let bound = try bound(text, of: .date)
            switch bound {
            case .date: return .between(bound, bound)
            case .ago: return .since(bound)
            }
        }
        let first = text[..<dots.lowerBound]
        let last = text[dots.upperBound...]
        if first.isEmpty { return .through(try bound(last, of: .date)) }
        if last.isEmpty { return .since(try bound(first, of: .date)) }
        return .between(try bound(first, of: .date), try bound(last, of: .date))
    }
}
