extension Explanation {
    /// What speaks for or against a topic, in words for people. All reasons and the prior sum up to the score.
    public struct Reason: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// Matched words that count.
            case words
            /// Matched words that count for nothing: inside a longer name, or said once too often.
            case silentWords
            case factor(FactorKind)
        }

        public var kind: Kind
        /// For matched words, these as they stand at their first place, blanks and line ends as one blank; else empty.
        public var words: String
        /// How many places have the same words; 1 for a factor.
        public var count: Int
        /// The sum over all places, in log-odds.
        public var contribution: Double
        /// For matched words, their UTF-8 offsets in the article's canonical text, in reading order.
        public var places: [Range<Int>]
    }

    /// The matched words first, in reading order and those with the same words as one, then the context.
    public var reasons: [Reason] { wordReasons + context.map { Reason($0) } }

    /// What comes before anything is read, as a phrase.
    public static let priorPhrase = "before anything is read"

    private var wordReasons: [Reason] {
        var reasons: [Reason] = []
        var numbers: [String: Int] = [:]
        for evidence in evidence {
            let words = Self.onOneLine(evidence.text)
            let key = words.lowercased()
            if let number = numbers[key] {
                reasons[number].count += 1
                reasons[number].contribution += evidence.contribution
                reasons[number].places.append(evidence.start..<evidence.end)
            } else {
                numbers[key] = reasons.count
                reasons.append(
                    Reason(
                        kind: .words, words: words, count: 1, contribution: evidence.contribution,
                        places: [evidence.start..<evidence.end]))
            }
        }
        for place in reasons.indices where reasons[place].contribution == 0 { reasons[place].kind = .silentWords }
        return reasons
    }

    static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Explanation.Reason {
    init(_ factor: Explanation.Factor) {
        self.init(kind: .factor(factor.kind), words: "", count: 1, contribution: factor.contribution, places: [])
    }

    /// A few words for a list: «“money laundering” (3 times)», «in the title».
    public var phrase: String {
        switch kind {
        case .words: quoted
        case .silentWords: "\(quoted), inside a longer name"
        case .factor(let kind): kind.phrase
        }
    }

    /// What it means, as a sentence.
    public var sentence: String {
        switch kind {
        case .words: count == 1 ? "The passage has the words \(quoted)." : "The passage has the words \(quoted); each further time counts less."
        case .silentWords: "The words \(quoted) stand inside a longer name, which is another topic's, and count for nothing here."
        case .factor(let kind): kind.sentence
        }
    }

    private var quoted: String { count == 1 ? "“\(words)”" : "“\(words)” (\(count) times)" }
}
