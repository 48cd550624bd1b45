extension Query {
    /// The same query in its simplest shape: groups of one dissolved, groups in groups of their kind joined, and what
    /// holds no words left out.
    public var normalised: Query {
        switch self {
        case .text(let text): QueryValue.holdsWords(text.words) ? self : .all
        case .all, .topic, .tag, .state, .dates, .language, .file: self
        case .not(let query): Self.negated(query.normalised)
        case .and(let queries): Self.joined(queries, and: true)
        case .or(let queries): Self.joined(queries, and: false)
        }
    }

    private static func negated(_ query: Query) -> Query {
        if case .not(let inner) = query { return inner }
        return .not(query)
    }

    private static func joined(_ queries: [Query], and isAnd: Bool) -> Query {
        var parts: [Query] = []
        for query in queries where !query.isWordless {
            switch query.normalised {
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

    /// Words without a letter or digit.
    private var isWordless: Bool {
        if case .text(let text) = self { return !QueryValue.holdsWords(text.words) }
        return false
    }
}
