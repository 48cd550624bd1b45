import Glibc

/// Why a passage is linked to a topic, in log-odds (natural logarithm): the score is exactly the sum of the prior, the
/// contributions of the matched words and those of the context.
public struct Explanation: Hashable, Sendable, Codable {
    /// Matched words in their place.
    public struct Evidence: Hashable, Sendable, Codable {
        /// UTF-8 offsets in the article's canonical text.
        public var start: Int
        public var end: Int
        /// The words as they stand there.
        public var text: String
        public var contribution: Double

        public init(start: Int, end: Int, text: String, contribution: Double) {
            self.start = start
            self.end = end
            self.text = text
            self.contribution = contribution
        }
    }

    /// Something about the surroundings that speaks for or against.
    public struct Factor: Hashable, Sendable, Codable {
        public var name: String
        public var contribution: Double

        public init(name: String, contribution: Double) {
            self.name = name
            self.contribution = contribution
        }
    }

    public var prior: Double
    public var evidence: [Evidence]
    public var context: [Factor]
    /// The probability from which on a passage counts as being about the topic, in 0…1.
    public var threshold: Double

    public init(prior: Double, evidence: [Evidence], context: [Factor], threshold: Double) {
        self.prior = prior
        self.evidence = evidence
        self.context = context
        self.threshold = threshold
    }

    /// The odds as a probability, in 0…1.
    public var probability: Double { Self.probability(logOdds: score) }

    /// The logistic function, without overflow.
    static func probability(logOdds: Double) -> Double {
        let power = exp(-abs(logOdds))
        return logOdds >= 0 ? 1 / (1 + power) : power / (1 + power)
    }

    /// In log-odds.
    public var score: Double {
        let words = evidence.reduce(prior) { $0 + $1.contribution }
        return context.reduce(words) { $0 + $1.contribution }
    }
}
