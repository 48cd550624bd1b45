/// A query as it was understood while it was typed.
public struct TypedQuery: Hashable, Sendable {
    public var query: Query
    /// What was left out, in the order of the text.
    public var notes: [QueryNote]

    public init(query: Query, notes: [QueryNote]) {
        self.query = query
        self.notes = notes
    }
}

extension Query {
    /// Reads `text` as the command line does. Throws ``QueryError`` at the first problem. Linear in the length of `text`.
    public init(_ text: String) throws(QueryError) {
        var parser = try QueryParser(text, isLenient: false)
        self = try parser.parse()
    }

    /// Reads whatever `text` holds, without the places that make no sense. While it is being typed, the last word also
    /// matches as the beginning of a word.
    public static func typed(_ text: String, isTyping: Bool = true) -> TypedQuery {
        // The lenient parser notes what the strict one throws.
        guard var parser = try? QueryParser(text, isLenient: true), let query = try? parser.parse() else {
            return TypedQuery(query: .all, notes: [])
        }
        let isUnfinished = isTyping && parser.lastWord.map(Self.isUnfinished) ?? false
        return TypedQuery(query: isUnfinished ? query.openEnded : query, notes: parser.notes)
    }

    private static func isUnfinished(_ token: QueryLexer.Token) -> Bool {
        if case .words(_, let isQuoted, let isPrefix) = token.kind { return !isPrefix && (!isQuoted || token.isUnclosed) }
        return false
    }

    /// The query with its last word also taken as a beginning. A negated word is left as it is: hits are not to vanish
    /// while their opposite is typed.
    private var openEnded: Query {
        switch self {
        case .text(let text):
            return .or([self, .text(TextQuery(text.words, isPrefix: true, field: text.field))])
        case .tag(let tag): return .tag(TagQuery(tag.name, isPrefix: true))
        case .topic(let topic): return .topic(TopicQuery(topic.topic, isExact: topic.isExact, isPrefix: true))
        case .and(let parts): return Query.and(parts.dropLast() + [parts[parts.count - 1].openEnded]).normalised
        case .or(let parts): return Query.or(parts.dropLast() + [parts[parts.count - 1].openEnded]).normalised
        case .all, .state, .dates, .language, .file, .not: return self
        }
    }
}
