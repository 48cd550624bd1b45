import Search

extension Query {
    /// The same, with any of its words enough, and the best answers those that hold the most and the rarest of them.
    /// Conditions, and what must not be there, stay as they are.
    public var byAnyWord: Query {
        let query = normalised
        let parts = if case .and(let parts) = query { parts } else { [query] }
        let words = parts.filter(\.isWords)
        guard !words.isEmpty else { return query }
        return Query.and(parts.filter { !$0.isWords } + [.any(words)]).normalised
    }

    /// Whether it asks for words that must be there, and for nothing else.
    private var isWords: Bool {
        switch self {
        case .text, .near: true
        case .any(let parts), .or(let parts), .and(let parts): parts.allSatisfy(\.isWords)
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: false
        }
    }
}
