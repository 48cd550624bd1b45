/// A question in no engine's language: words, and how they belong together.
struct BenchmarkQuery: Codable, Hashable, Sendable {
    /// How the words belong together.
    enum Kind: String, Codable, Sendable {
        /// Articles that have each of them.
        case all
        /// Articles that have them one after the other.
        case phrase
        /// Articles that have one of them.
        case any
    }

    struct Word: Codable, Hashable, Sendable {
        /// In lower case.
        var text: String
        /// Whether it is only the beginning of a word.
        var isPrefix = false
    }

    var queryClass: QueryClass
    var order: AnswerOrder
    var kind: Kind
    var words: [Word]
    var limit = 20

    /// As a person would write it: `"two words"`, `begin*`, `any: a b`.
    var description: String {
        let written = words.map { $0.text + ($0.isPrefix ? "*" : "") }.joined(separator: " ")
        switch kind {
        case .all: return written
        case .phrase: return "\"\(written)\""
        case .any: return "any: \(written)"
        }
    }
}
