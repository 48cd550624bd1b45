/// The signs of the query language beside its fields. The one list of them: help, completion and manual are made from it.
public enum QueryOperator: Hashable, Sendable, CaseIterable {
    case both, either, without, group, phrase, prefix, fuzzy, near, everything

    /// How it is written, with `a` and `b` for what it joins.
    public var written: String {
        switch self {
        case .both: "a b"
        case .either: "a OR b"
        case .without: "-a"
        case .group: "(a OR b) c"
        case .phrase: "\"a b\""
        case .prefix: "a*"
        case .fuzzy: "a~"
        case .near: "a NEAR/5 b"
        case .everything: "*"
        }
    }

    /// One line of help.
    public var help: String {
        switch self {
        case .both: "both; a AND b says the same"
        case .either: "one of them, or both"
        case .without: "articles without it; NOT a says the same"
        case .group: "what belongs together"
        case .phrase: "words that follow one another; also finds AND, OR, NOT and signs as words"
        case .prefix: "words that begin so, as they are written"
        case .fuzzy: "words with one letter added, left out, changed or swapped; a~2 with two"
        case .near: "both in one field, in either order, with at most five words between"
        case .everything: "every article"
        }
    }

    /// A query that uses it.
    public var example: String {
        switch self {
        case .both: "fraud extradition"
        case .either: "fraud OR scam"
        case .without: "fraud -election"
        case .group: "(fraud OR scam) extradition"
        case .phrase: "\"mutual legal assistance\""
        case .prefix: "extradit*"
        case .fuzzy: "budapesht~"
        case .near: "fraud NEAR/5 investment"
        case .everything: "* sort:title"
        }
    }
}

/// The whole query language, a row a sign or field: what help, completion and the manual show.
public struct QueryGuide: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var written: String
        public var help: String
        public var example: String
    }

    /// What joins and marks words.
    public static var operators: [Row] {
        QueryOperator.allCases.map { Row(written: $0.written, help: $0.help, example: $0.example) }
    }

    /// What `capabilities` can answer of the fields, in the order of the list.
    public static func fields(_ capabilities: QueryCapabilities = .available) -> [Row] {
        QueryField.allCases.filter { capabilities.refusal(of: .field($0)) == nil }
            .map { Row(written: $0.rawValue + ":", help: $0.help, example: $0.example) }
    }
}
