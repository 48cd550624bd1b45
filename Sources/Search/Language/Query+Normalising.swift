extension Query {
    /// The same query in its simplest shape: groups of one dissolved, groups in groups of their kind joined, and what
    /// holds no words left out.
    public var normalised: Query {
        switch self {
        case .text(let text): QueryValue.holdsWords(text.words) ? self : .all
        case .note(let text): QueryValue.holdsWords(text.words) ? .note(TextQuery(text.words, match: text.match)) : .all
        case .near(let near): Self.normalised(near)
        case .all, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: self
        case .not(let query): Self.negated(query.normalised)
        case .and(let queries): Self.joined(queries, and: true)
        case .or(let queries): Self.joined(queries, and: false)
        case .any(let queries): Self.anyOf(queries)
        }
    }

    /// Whether it holds words of articles and nothing else, so that it can be one of several that are ranked together.
    var isWords: Bool {
        switch self {
        case .text, .near, .any: true
        case .and(let parts), .or(let parts): !parts.isEmpty && parts.allSatisfy(\.isWords)
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: false
        }
    }

    private static func negated(_ query: Query) -> Query {
        if case .not(let inner) = query { return inner }
        return .not(query)
    }

    private static func normalised(_ near: NearQuery) -> Query {
        let left = near.left.filter { QueryValue.holdsWords($0.words) }
        let right = near.right.filter { QueryValue.holdsWords($0.words) }
        if !left.isEmpty, !right.isEmpty {
            return .near(NearQuery(left, right, within: near.distance, field: near.field))
        }
        let rest = (left + right).map { Query.text(TextQuery($0.words, match: $0.match, field: near.field)) }
        return joined(rest, and: false)
    }

    private static func joined(_ queries: [Query], and isAnd: Bool) -> Query {
        gathered(queries.filter { !$0.isWordless }.map(\.normalised), and: isAnd)
    }

    /// Of queries in their simplest shape.
    private static func gathered(_ queries: [Query], and isAnd: Bool) -> Query {
        var parts: [Query] = []
        for query in queries {
            switch query {
            case .and(let inner) where isAnd: parts += inner
            case .or(let inner) where !isAnd: parts += inner
            case .all where isAnd: continue
            case let other: parts.append(other)
            }
        }
        if parts.count == 1 { return parts[0] }
        if parts.isEmpty { return .all }
        return isAnd ? .and(parts) : .or(parts)
    }

    /// Any of the words among `queries`, where all the rest holds.
    static func anyOf(_ queries: [Query]) -> Query {
        var words: [Query] = []
        var rest: [Query] = []
        for query in queries {
            switch query.normalised {
            case .any(let inner): words += inner
            case .all: continue
            case let other where other.isWords: words.append(other)
            case let other: rest.append(other)
            }
        }
        let wanted = words.count > 1 ? Query.any(words) : words.first
        return gathered((wanted.map { [$0] } ?? []) + rest, and: true)
    }

    /// Words without a letter or digit.
    private var isWordless: Bool {
        switch self {
        case .text(let text), .note(let text): !QueryValue.holdsWords(text.words)
        case .near(let near): near.texts.allSatisfy { !QueryValue.holdsWords($0.words) }
        case .all, .any, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .not: false
        }
    }
}
