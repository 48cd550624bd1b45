/// The grammar, for both parsers: alternatives of sequences of parts.
///
///     query    = sequence { "OR" sequence }
///     sequence = part { [ "AND" ] part }
///     part     = ( "NOT" | "-" ) part | place { "NEAR" [ "/" number ] place }
///     place    = "(" query ")" | field ":" ( value | "(" query ")" ) | "any:" sequence | value
///     value    = ( word | quotation ) [ "*" | "~" [ digit ] ]
///
/// A problem ends the strict parser and is noted by the lenient one, which goes on as if its place were empty.
struct QueryParser {
    /// What becomes of a problem, and of a word that may still be in the making.
    enum Manner { case strict, lenient, typing }

    /// What the parts around a part say of it.
    struct Context {
        var field: QueryField?
        /// Whether parts that follow one another are ranked together and need not all be there.
        var isAny = false
        var isNegated = false
        /// Whether an order of answers may stand here.
        var isOutermost = true
    }

    let manner: Manner
    let capabilities: QueryCapabilities
    let tokens: [QueryLexer.Token]
    var position = 0
    var depth = 0
    var parts = 0
    /// What `sort:` says, and where.
    var order: (order: SearchRequest.Order, range: Range<Int>)?
    private(set) var notes: [QueryNote] = []
    private let length: Int

    init(_ text: String, manner: Manner, capabilities: QueryCapabilities) throws(QueryError) {
        self.manner = manner
        self.capabilities = capabilities
        let whole = text.utf8.count
        var bytes = Array(text.utf8.prefix(QueryLimits.length + 1))
        length = min(whole, QueryLimits.length)
        if whole > QueryLimits.length {
            let beyond = QueryLimits.length..<whole
            let problem = QueryProblem.tooLong(limit: QueryLimits.length)
            guard manner != .strict else { throw QueryError(problem, at: beyond) }
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

    mutating func parse() throws(QueryError) -> Query {
        var found: [Query] = []
        while position < tokens.count {
            if let query = try alternatives(in: Context()) { found.append(query) }
            guard let token = current else { break }
            // Only a closing parenthesis ends the alternatives before the query does.
            try report(.strayParenthesis, at: token.range)
            position += 1
        }
        return Query.and(found).normalised
    }

    var current: QueryLexer.Token? { position < tokens.count ? tokens[position] : nil }

    mutating func report(_ problem: QueryProblem, at range: Range<Int>) throws(QueryError) {
        guard manner != .strict else { throw QueryError(problem, at: range) }
        notes.append(QueryNote(problem, at: range))
    }

    /// Whether `token` is a word that may still be in the making: the query ends in it without a blank.
    func isInTheMaking(_ token: QueryLexer.Token) -> Bool {
        guard manner == .typing, token.range.upperBound == length, case .words(_, let isQuoted, let match) = token.kind
        else { return false }
        return match == .stem && (!isQuoted || token.isUnclosed)
    }
}

extension QueryParser {
    /// Nothing where there is no part.
    mutating func alternatives(in context: Context) throws(QueryError) -> Query? {
        var found = [try sequence(in: context)]
        while let token = current, token.kind == .or {
            position += 1
            if found[found.count - 1] == nil { try report(.missingOperand("OR"), at: token.range) }
            found.append(try sequence(in: context))
            if found[found.count - 1] == nil { try report(.missingOperand("OR"), at: token.range) }
        }
        let queries = found.compactMap { $0 }
        return queries.isEmpty ? nil : .or(queries).normalised
    }

    /// Nothing where there is no part.
    mutating func sequence(in context: Context) throws(QueryError) -> Query? {
        var queries: [Query] = []
        var joinsLast = false
        loop: while let token = current {
            switch token.kind {
            case .or, .close:
                break loop
            case .and:
                position += 1
                if queries.isEmpty || !startsPart(current) { try report(.missingOperand("AND"), at: token.range) }
                joinsLast = !queries.isEmpty
            case .near:
                position += 1
                try report(.missingOperand("NEAR"), at: token.range)
            case .open, .not, .field, .words:
                guard let query = try part(in: context) else { continue }
                if context.isAny, joinsLast, let last = queries.popLast() {
                    queries.append(.and([last, query]))
                } else {
                    queries.append(query)
                }
                joinsLast = false
            }
        }
        if queries.isEmpty { return nil }
        return context.isAny ? Query.anyOf(queries) : Query.and(queries).normalised
    }

    func startsPart(_ token: QueryLexer.Token?) -> Bool {
        switch token?.kind {
        case nil, .or, .close, .and, .near: false
        case .open, .not, .field, .words: true
        }
    }

    mutating func part(in context: Context) throws(QueryError) -> Query? {
        guard let token = current else { return nil }
        if token.kind == .not {
            position += 1
            return try negation(token, in: context)
        }
        return try neighbours(in: context)
    }

    private mutating func negation(_ token: QueryLexer.Token, in context: Context) throws(QueryError) -> Query? {
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
        var inner = context
        if isNegated { inner.isNegated.toggle() }
        inner.isOutermost = false
        guard let query = try neighbours(in: inner) else { return nil }
        return isNegated ? .not(query) : query
    }

    mutating func place(in context: Context) throws(QueryError) -> Query? {
        guard let token = current else { return nil }
        position += 1
        switch token.kind {
        case .and, .or, .close, .not, .near: return nil
        case .open:
            // A group inside `any:` is one part of it.
            var inner = context
            inner.isAny = false
            return try group(token, in: inner)
        case .field(let name): return try condition(name, token, in: context)
        case .words(let text, _, let match): return try value(text, match, token, in: context)
        }
    }

    mutating func group(_ token: QueryLexer.Token, in context: Context) throws(QueryError) -> Query? {
        guard depth < QueryLimits.nesting else {
            try report(.tooNested(limit: QueryLimits.nesting), at: token.range)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        var inner = context
        inner.isOutermost = false
        let query = try alternatives(in: inner)
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
}
