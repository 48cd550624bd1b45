import Text

/// What is wrong at one place of a query. The strict parser throws it, the lenient one leaves the place out and notes it.
public enum QueryProblem: Error, Hashable, Sendable {
    /// A name before a colon that is no field; `suggestion` is the nearest one that is.
    case unknownField(String, suggestion: QueryField?)
    case missingValue(QueryField)
    /// A value that its field does not know.
    case badValue(QueryField, String, suggestion: String?)
    case unclosedQuote
    case unclosedGroup
    case strayParenthesis
    case emptyGroup
    /// Nothing follows, or stands before, AND, OR, NOT or a minus sign.
    case missingOperand(String)
    /// Signs without a letter or digit.
    case nothingToFind(String)
    /// A star or tilde after a value that can have none.
    case uselessSign(String, QueryField)
    case tooFuzzy(Int, limit: Int)
    case tooFar(Int, limit: Int)
    /// A side of NEAR that is more than words, or words of another field than the other side.
    case notNear
    /// An order of answers inside a group or after NOT.
    case innerOrder
    /// A second order of answers, or one where nothing is listed.
    case spareOrder
    /// What the library cannot answer.
    case unanswered(QueryFeature)
    case tooLong(limit: Int)
    case tooNested(limit: Int)
    case tooManyWords(limit: Int)

    /// What was found there.
    public var found: String {
        switch self {
        case .unknownField(let name, _): "«\(name):» is no field"
        case .missingValue(let field): "«\(field.rawValue):» stands alone"
        case .badValue(let field, let value, _): "\(field.rawValue) cannot be «\(value)»"
        case .unclosedQuote: "a quotation is not closed"
        case .unclosedGroup: "a parenthesis is not closed"
        case .strayParenthesis: "a parenthesis closes nothing"
        case .emptyGroup: "a group holds nothing"
        case .missingOperand(let sign): "«\(sign)» joins nothing"
        case .nothingToFind(let text): "«\(text)» holds no letter or digit"
        case .uselessSign(let sign, let field): "«\(sign)» says nothing after a value of \(field.rawValue):"
        case .tooFuzzy(let distance, _): "«~\(distance)» is no number of letters to differ in"
        case .tooFar(let distance, _): "«NEAR/\(distance)» is too far"
        case .notNear: "«NEAR» joins more than words of one field"
        case .innerOrder: "«sort:» stands inside a part of the query"
        case .spareOrder: "«sort:» says an order where none, or no second one, is wanted"
        case .unanswered(let feature): "«\(feature.written)» cannot be answered, since \(feature.lack)"
        case .tooLong(let limit): "the query is longer than \(limit) bytes"
        case .tooNested(let limit): "parentheses are nested more than \(limit) deep"
        case .tooManyWords(let limit): "the query has more than \(limit) parts"
        }
    }

    /// What would have been right there.
    public var expected: String {
        switch self {
        case .unknownField(let name, let suggestion):
            suggestion.map { "did you mean \($0.rawValue):?" } ?? "to find it as words, put «\(name):» in quotes"
        case .missingValue(let field): "write it with a value, as in \(field.example)"
        case .badValue(let field, _, let suggestion):
            suggestion.map { "did you mean \($0)?" } ?? "expected \(Self.values(of: field))"
        case .unclosedQuote: "expected \" at the end of the quotation"
        case .unclosedGroup: "expected ) at the end of the group"
        case .strayParenthesis: "expected a word or a condition; put ) in quotes to find it"
        case .emptyGroup: "expected a word or a condition between ( and )"
        case .missingOperand: "expected a word or a condition on each side; put it in quotes to find it as a word"
        case .nothingToFind: "expected a word"
        case .uselessSign(let sign, _): "leave it out; to find it, put the value with \(sign) in quotes"
        case .tooFuzzy(_, let limit): "expected ~1 to ~\(limit)"
        case .tooFar(_, let limit): "expected NEAR/0 to NEAR/\(limit)"
        case .notNear: "expected a word, a phrase or (a OR b) on each side, with the same field"
        case .innerOrder: "put it at the end of the query"
        case .spareOrder: "leave it out"
        case .unanswered: "leave it out"
        case .tooLong, .tooNested, .tooManyWords: "make it simpler"
        }
    }

    private static func values(of field: QueryField) -> String {
        switch field {
        case .state, .has, .sort: "one of " + field.values.joined(separator: ", ")
        case .date: "a year, month or day such as 2024-08, a span such as 2024-08..2024-12, or 7d"
        case .since, .before: "a year, month or day such as 2024-08, or 7d"
        case .treaty: "a treaty or one of its provisions, such as UNCC/7"
        case .title, .deck, .kicker, .text, .by, .from, .note, .any: "a word"
        case .tag, .topic, .language, .file, .id: "a name"
        }
    }
}

/// A query that cannot be read as it stands.
public struct QueryError: ExplainedError {
    public var problem: QueryProblem
    /// Where it is, as a UTF-8 range of the query.
    public var range: Range<Int>

    public init(_ problem: QueryProblem, at range: Range<Int>) {
        self.problem = problem
        self.range = range
    }

    public var what: String { "query, byte \(range.lowerBound + 1)" }
    public var why: String { problem.found }
    public var remedy: String { problem.expected }
}

/// What the lenient parser left out, and where.
public struct QueryNote: Hashable, Sendable {
    public var problem: QueryProblem
    /// Where it is, as a UTF-8 range of the query.
    public var range: Range<Int>

    public init(_ problem: QueryProblem, at range: Range<Int>) {
        self.problem = problem
        self.range = range
    }

    /// For the line under the search box.
    public var sentence: String { "ignored: " + problem.found }
}
