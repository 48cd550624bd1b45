/// What a value means to its field.
enum QueryValue {
    static func read(_ text: String, match: WordMatch, of field: QueryField?) throws(QueryProblem) -> Query {
        if case .fuzzy(let distance) = match, !(1...QueryLimits.fuzziness).contains(distance) {
            throw .tooFuzzy(distance, limit: QueryLimits.fuzziness)
        }
        guard let field else { return .text(try words(text, match: match, in: nil)) }
        let isPrefix = try isPrefix(match, of: field)
        switch field {
        case .title, .deck, .kicker, .text, .by, .from: return .text(try words(text, match: match, in: field.textField))
        case .note: return .note(try words(text, match: match, in: nil))
        case .tag: return .tag(TagQuery(try name(text, of: field), isPrefix: isPrefix))
        case .topic: return .topic(try topic(text, isPrefix: isPrefix))
        case .treaty: return .treaty(try treaty(text, isPrefix: isPrefix))
        case .state: return .state(try state(text))
        case .has: return .has(try part(text))
        case .date: return .dates(try span(text))
        case .since: return .dates(.since(try bound(text, of: field)))
        case .before: return .dates(.before(try bound(text, of: field)))
        case .language: return .language(try name(text, of: field).lowercased())
        case .file: return .file(try name(text, of: field))
        case .id: return .id(try name(text, of: field))
        // What they govern is read by the parser.
        case .any, .sort: return .text(try words(text, match: match, in: nil))
        }
    }

    /// Whether a star ends the value. Throws where the field knows no such ending.
    private static func isPrefix(_ match: WordMatch, of field: QueryField) throws(QueryProblem) -> Bool {
        switch (field.kind, match) {
        case (_, .stem): false
        case (.words, .prefix), (.name, .prefix), (.manner, .prefix): true
        case (.words, .fuzzy), (.manner, .fuzzy): false
        case (.name, .fuzzy), (.value, .prefix), (.value, .fuzzy): throw .uselessSign(match.sign, field)
        }
    }

    private static func words(
        _ text: String, match: WordMatch, in field: TextField?
    ) throws(QueryProblem) -> TextQuery {
        guard holdsWords(text) else { throw .nothingToFind(text) }
        return TextQuery(text, match: match, field: field)
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

    /// `UNCC`, `UNCC/7`.
    private static func treaty(_ text: String, isPrefix: Bool) throws(QueryProblem) -> TreatyQuery {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let treaty = try name(String(parts[0]), of: .treaty)
        let provision = parts.count > 1 ? String(parts[1]) : nil
        // While it is typed, `UNCC/` is on its way to a provision.
        if provision == "", !isPrefix { throw .badValue(.treaty, text, suggestion: treaty) }
        return TreatyQuery(treaty, provision: provision, isPrefix: isPrefix)
    }

    private static func state(_ text: String) throws(QueryProblem) -> ArticleState {
        if let state = ArticleState(rawValue: text.lowercased()) { return state }
        throw unknown(text, of: .state)
    }

    /// One of the parts, in the plural or not: `has:note` is clear enough.
    private static func part(_ text: String) throws(QueryProblem) -> ArticlePart {
        let text = text.lowercased()
        if let part = ArticlePart(rawValue: text) ?? ArticlePart(rawValue: text + "s") { return part }
        throw unknown(text, of: .has)
    }

    /// The order that `sort:` names.
    static func order(_ text: String) throws(QueryProblem) -> SearchRequest.Order {
        if let order = SearchRequest.Order(rawValue: text.lowercased()) { return order }
        throw unknown(text, of: .sort)
    }

    private static func unknown(_ text: String, of field: QueryField) -> QueryProblem {
        .badValue(field, text, suggestion: Spelling.nearest(to: text.lowercased(), among: field.values))
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
