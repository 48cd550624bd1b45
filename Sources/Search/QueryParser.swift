/// The grammar, for both parsers: alternatives of sequences of parts.
///
///     query    = sequence { "OR" sequence }
///     sequence = part { [ "AND" ] part }
///     part     = ( "NOT" | "-" ) part | "(" query ")" | field ":" ( value | "(" query ")" ) | value
///     value    = word [ "*" ] | quotation [ "*" ]
///
/// A problem ends the strict parser and is noted by the lenient one, which goes on as if its place were empty.
struct QueryParser {
    let isLenient: Bool
    private let tokens: [QueryLexer.Token]
    private let length: Int
    private var position = 0
    private var depth = 0
    private var parts = 0
    private(set) var notes: [QueryNote] = []

    init(_ text: String, isLenient: Bool) throws(QueryError) {
        self.isLenient = isLenient
        var bytes = Array(text.utf8)
        length = min(bytes.count, QueryLimits.length)
        if bytes.count > QueryLimits.length {
            let beyond = QueryLimits.length..<bytes.count
            let problem = QueryProblem.tooLong(limit: QueryLimits.length)
            guard isLenient else { throw QueryError(problem, at: beyond) }
            notes.append(QueryNote(problem, at: beyond))
            bytes.removeSubrange(Self.boundary(before: QueryLimits.length, in: bytes)...)
        }
        var lexer = QueryLexer(bytes)
        tokens = lexer.tokens()
    }

    private static func boundary(before offset: Int, in bytes: [UInt8]) -> Int {
        var offset = offset
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The last token, where the query ends in it without a blank: a word that may still be in the making.
    var lastWord: QueryLexer.Token? {
        guard let last = tokens.last, last.range.upperBound == length else { return nil }
        return last
    }

    mutating func parse() throws(QueryError) -> Query {
        var found: [Query] = []
        while position < tokens.count {
            if let query = try alternatives(in: nil) { found.append(query) }
            guard let token = current else { break }
            // Only a closing parenthesis ends the alternatives before the query does.
            try report(.strayParenthesis, at: token.range)
            position += 1
        }
        return Query.and(found).normalised
    }

    private var current: QueryLexer.Token? { position < tokens.count ? tokens[position] : nil }

    private mutating func report(_ problem: QueryProblem, at range: Range<Int>) throws(QueryError) {
        guard isLenient else { throw QueryError(problem, at: range) }
        notes.append(QueryNote(problem, at: range))
    }
}

extension QueryParser {
    /// Nothing where there is no part.
    private mutating func alternatives(in field: QueryField?) throws(QueryError) -> Query? {
        var found = [try sequence(in: field)]
        while let token = current, token.kind == .or {
            position += 1
            if found[found.count - 1] == nil { try report(.missingOperand("OR"), at: token.range) }
            found.append(try sequence(in: field))
            if found[found.count - 1] == nil { try report(.missingOperand("OR"), at: token.range) }
        }
        let queries = found.compactMap { $0 }
        return queries.isEmpty ? nil : .or(queries).normalised
    }

    /// Nothing where there is no part.
    private mutating func sequence(in field: QueryField?) throws(QueryError) -> Query? {
        var queries: [Query] = []
        while let token = current {
            switch token.kind {
            case .or, .close:
                return queries.isEmpty ? nil : .and(queries).normalised
            case .and:
                position += 1
                if queries.isEmpty || !startsPart(current) { try report(.missingOperand("AND"), at: token.range) }
            case .open, .not, .field, .words:
                if let query = try part(in: field) { queries.append(query) }
            }
        }
        return queries.isEmpty ? nil : .and(queries).normalised
    }

    private func startsPart(_ token: QueryLexer.Token?) -> Bool {
        switch token?.kind {
        case nil, .or, .close, .and: false
        case .open, .not, .field, .words: true
        }
    }

    private mutating func part(in field: QueryField?) throws(QueryError) -> Query? {
        guard let token = current else { return nil }
        position += 1
        switch token.kind {
        case .and, .or, .close: return nil
        case .not: return try negation(token, in: field)
        case .open: return try group(token, in: field)
        case .field(let name): return try condition(name, token, in: field)
        case .words(let text, _, let isPrefix): return try value(text, isPrefix: isPrefix, token, of: field)
        }
    }

    private mutating func negation(_ token: QueryLexer.Token, in field: QueryField?) throws(QueryError) -> Query? {
        // Signs that follow one another are one step here, so that no chain of them nests.
        var isNegated = true
        while current?.kind == .not {
            isNegated.toggle()
            position += 1
        }
        guard startsPart(current) else {
            try report(.missingOperand("NOT"), at: token.range)
            return nil
        }
        guard let query = try part(in: field) else { return nil }
        return isNegated ? .not(query) : query
    }

    private mutating func group(_ token: QueryLexer.Token, in field: QueryField?) throws(QueryError) -> Query? {
        guard depth < QueryLimits.nesting else {
            try report(.tooNested(limit: QueryLimits.nesting), at: token.range)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let query = try alternatives(in: field)
        guard let end = current, end.kind == .close else {
            try report(.unclosedGroup, at: token.range)
            return query
        }
        if position > 0, tokens[position - 1].kind == .open {
            try report(.emptyGroup, at: token.range.lowerBound..<end.range.upperBound)
        }
        position += 1
        return query
    }

    private mutating func condition(
        _ name: String, _ token: QueryLexer.Token, in outer: QueryField?
    ) throws(QueryError) -> Query? {
        guard let field = QueryField(rawValue: name.lowercased()) else {
            let near = Spelling.nearest(to: name.lowercased(), among: QueryField.allCases.map(\.rawValue))
            try report(.unknownField(name, suggestion: near.flatMap { QueryField(rawValue: $0) }), at: token.range)
            return try value(name, isPrefix: false, token, of: outer)
        }
        guard let next = current, !token.endsApart else {
            try report(.missingValue(field), at: token.range)
            return nil
        }
        position += 1
        switch next.kind {
        case .open: return try group(next, in: field)
        case .words(let text, _, let isPrefix): return try value(text, isPrefix: isPrefix, next, of: field)
        case .and: return try value("AND", isPrefix: false, next, of: field)
        case .or: return try value("OR", isPrefix: false, next, of: field)
        case .not where next.range.count > 1: return try value("NOT", isPrefix: false, next, of: field)
        case .not, .field, .close:
            position -= 1
            try report(.missingValue(field), at: token.range)
            return nil
        }
    }

    private mutating func value(
        _ text: String, isPrefix: Bool, _ token: QueryLexer.Token, of field: QueryField?
    ) throws(QueryError) -> Query? {
        if token.isUnclosed { try report(.unclosedQuote, at: token.range) }
        if text.isEmpty, isPrefix, field == nil, token.range.count == 1 { return .all }
        parts += 1
        guard parts <= QueryLimits.parts else {
            if parts == QueryLimits.parts + 1 { try report(.tooManyWords(limit: QueryLimits.parts), at: token.range) }
            return nil
        }
        do {
            return try QueryValue.read(text, isPrefix: isPrefix, of: field)
        } catch {
            try report(error, at: token.range)
            return nil
        }
    }
}
