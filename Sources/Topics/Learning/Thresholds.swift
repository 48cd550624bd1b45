/// A decided passage's log-odds by weights that were learned without its article.
struct HeldOutScore: Hashable, Sendable {
    var score: Double
    var isAccepted: Bool
}

/// Chooses the probabilities from which on passages are probably about topics.
///
/// What is wanted is a high F1, for which 0.5 is rarely best (Lipton, Elkan and Naryanaswamy, «Optimal thresholding of
/// classifiers to maximize F1 measure», ECML PKDD 2014). Few decisions say little of one topic's threshold, so all topics
/// first choose one together, held back towards the shipped one, and each topic then departs from it as far as its own
/// decisions show. F1 counts a passage near the threshold as partly linked, so that no single one decides.
struct Thresholds {
    /// What a distance costs in F1, a square of log-odds and a decision.
    private enum Restraint {
        static let common = 1.5
        static let topic = 3.0
    }

    /// The width of the zone around a threshold, in log-odds, in which passages count partly.
    private static let softness = 0.3
    /// In tenths of log-odds.
    private static let candidates = -25...15

    private let shipped: Double
    private var topics: [(id: TopicID, scores: [HeldOutScore])] = []

    init(shipped: Double) { self.shipped = Logarithm.odds(shipped) }

    /// In the order of topics, so that the same decisions give the same thresholds.
    mutating func add(_ scores: [HeldOutScore], of id: TopicID) { topics.append((id, scores)) }

    /// Linear in the number of scores.
    func chosen() -> [(id: TopicID, threshold: Double)] {
        guard !topics.isEmpty else { return [] }
        let all = topics.flatMap(\.scores)
        let common = Self.best(all, around: shipped, restraint: Restraint.common * Double(topics.count))
        return topics.map { id, scores in
            (id, Explanation.probability(logOdds: Self.best(scores, around: common, restraint: Restraint.topic)))
        }
    }

    private static func best(_ scores: [HeldOutScore], around expected: Double, restraint: Double) -> Double {
        var best = (odds: expected, gain: -Double.infinity)
        for step in candidates {
            let odds = Double(step) / 10
            let distance = odds - expected
            let gain = f1(scores, odds) - restraint / Double(scores.count) * distance * distance
            if gain > best.gain { best = (odds, gain) }
        }
        return best.odds
    }

    private static func f1(_ scores: [HeldOutScore], _ odds: Double) -> Double {
        var (hits, linked, accepted) = (0.0, 0.0, 0.0)
        for score in scores {
            let share = Explanation.probability(logOdds: (score.score - odds) / softness)
            linked += share
            if score.isAccepted { (hits, accepted) = (hits + share, accepted + 1) }
        }
        return accepted == 0 ? 0 : 2 * hits / (linked + accepted)
    }
}
