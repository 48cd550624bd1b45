/// What could be written at a place of a query.
public struct Completion: Hashable, Sendable {
    /// What is written instead of ``range``.
    public var text: String
    /// The part of the query that it takes the place of, in UTF-8 offsets.
    public var range: Range<Int>
    /// What it means or how much it finds; may be empty.
    public var help: String

    public init(_ text: String, at range: Range<Int>, help: String = "") {
        self.text = text
        self.range = range
        self.help = help
    }
}

/// A name that completes what was begun.
public struct CompletionName: Hashable, Sendable {
    public var name: String
    /// What it means, or how many articles have it.
    public var help: String

    public init(_ name: String, help: String = "") {
        self.name = name
        self.help = help
    }
}

/// Gives the names of a library: its topics, tags, treaties, languages, and the words of its index.
public protocol CompletionSource {
    /// At most `limit` values of `field` that begin with `beginning`, the likeliest first. For a field of words, and for no
    /// field, words.
    func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName]
}

/// A library without names.
public struct NoCompletions: CompletionSource {
    public init() {}

    public func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName] { [] }
}

extension Completion {
    /// What could be written at `cursor`, a UTF-8 offset of `text`: the rest of the word that ends there. Fields and their
    /// few values come from the language, everything else from `source`. In the order in which they are offered.
    public static func at(
        _ cursor: Int, of text: String, from source: some CompletionSource, limit: Int = 20,
        capabilities: QueryCapabilities = .available
    ) -> [Completion] {
        guard cursor >= 0, cursor <= min(text.utf8.count, QueryLimits.length), limit > 0 else { return [] }
        var lexer = QueryLexer(Array(text.utf8.prefix(cursor)))
        let tokens = lexer.tokens()
        guard let last = tokens.last, last.range.upperBound == cursor else { return [] }
        let before = tokens.dropLast().last.flatMap { $0.range.upperBound == last.range.lowerBound ? $0 : nil }
        let completer = Completer(source: source, limit: limit, capabilities: capabilities)
        return Array(completer.completions(of: last, after: before, at: cursor).prefix(limit))
    }
}

private struct Completer<Source: CompletionSource> {
    let source: Source
    let limit: Int
    let capabilities: QueryCapabilities

    func completions(of token: QueryLexer.Token, after before: QueryLexer.Token?, at cursor: Int) -> [Completion] {
        switch token.kind {
        case .field(let name):
            guard let field = QueryField(rawValue: name.lowercased()) else { return [] }
            return values(of: field, "", cursor..<cursor)
        case .words(let text, let isQuoted, let match):
            guard match == .stem, !isQuoted || token.isUnclosed else { return [] }
            if case .field(let name) = before?.kind {
                guard let field = QueryField(rawValue: name.lowercased()) else { return [] }
                return values(of: field, text, token.range)
            }
            return isQuoted ? [] : fields(text, token.range) + signs(text, token.range) + words(nil, text, token.range)
        case .open, .close, .and, .or, .not, .near: return []
        }
    }

    private func fields(_ beginning: String, _ range: Range<Int>) -> [Completion] {
        QueryField.allCases
            .filter { $0.rawValue.hasPrefix(beginning.lowercased()) && capabilities.refusal(of: .field($0)) == nil }
            .map { Completion($0.rawValue + ":", at: range, help: $0.help) }
    }

    /// The words of the language, where capitals are written.
    private func signs(_ beginning: String, _ range: Range<Int>) -> [Completion] {
        let signs: [(String, QueryOperator)] = [("AND", .both), ("OR", .either), ("NOT", .without), ("NEAR/5", .near)]
        return signs.filter { $0.0.hasPrefix(beginning) && $0.0 != beginning }
            .filter { $0.1 != .near || capabilities.refusal(of: .near) == nil }
            .map { Completion($0.0, at: range, help: $0.1.help) }
    }

    private func values(of field: QueryField, _ beginning: String, _ range: Range<Int>) -> [Completion] {
        switch field.kind {
        case .words: return words(field, beginning, range)
        case .name: return names(of: field, beginning, range)
        case .value, .manner:
            if field.values.isEmpty { return names(of: field, beginning, range) }
            return field.values.filter { $0.hasPrefix(beginning.lowercased()) && answers(field, $0) }
                .map { Completion($0, at: range) }
        }
    }

    private func answers(_ field: QueryField, _ value: String) -> Bool {
        guard let query = try? QueryValue.read(value, match: .stem, of: field) else { return true }
        return capabilities.refusal(ofValue: query) == nil
    }

    private func names(of field: QueryField, _ beginning: String, _ range: Range<Int>) -> [Completion] {
        source.names(of: field, beginningWith: beginning, limit: limit)
            .map { Completion(Query.quotedIfNeeded($0.name), at: range, help: $0.help) }
    }

    private func words(_ field: QueryField?, _ beginning: String, _ range: Range<Int>) -> [Completion] {
        guard QueryValue.holdsWords(beginning) else { return [] }
        return source.names(of: field, beginningWith: beginning, limit: limit)
            .map { Completion(Query.quotedIfNeeded($0.name), at: range, help: $0.help) }
    }
}
