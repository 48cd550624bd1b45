/// How often the words that matched a topic's labels were right: counts of decisions, and nothing else.
struct LabelReliability: Hashable, Sendable {
    /// Decisions on passages where the words matched.
    struct Count: Hashable, Sendable {
        var accepted = 0
        var rejected = 0
    }

    /// By the topic's place in the vocabulary and the words in lower case.
    struct Key: Hashable, Sendable {
        var topic: Int
        var words: String
    }

    private(set) var counts: [Key: Count] = [:]

    var isEmpty: Bool { counts.isEmpty }

    mutating func add(_ key: Key, isAccepted: Bool) {
        if isAccepted { counts[key, default: Count()].accepted += 1 } else { counts[key, default: Count()].rejected += 1 }
    }

    /// Adds what another one counted.
    mutating func add(_ other: LabelReliability) {
        for (key, count) in other.counts {
            counts[key, default: Count()].accepted += count.accepted
            counts[key, default: Count()].rejected += count.rejected
        }
    }

    mutating func set(_ key: Key, _ count: Count) { counts[key] = count }

    /// Without what another one counted.
    func subtracting(_ other: LabelReliability) -> LabelReliability {
        var rest = self
        for (key, count) in other.counts {
            rest.counts[key]?.accepted -= count.accepted
            rest.counts[key]?.rejected -= count.rejected
        }
        return rest
    }

    /// How many decisions the shipped weight of a label counts for.
    private static let priorDecisions = 6.0
    /// The most log-odds that decisions move a label.
    private static let most = 2.5

    /// The shift in log-odds of a label that is worth `value`: the mean of its Beta distribution after the decisions against
    /// the one before. A beta prior whose mean is the shipped reliability.
    func shift(_ key: Key, value: Double) -> Double {
        guard let count = counts[key], count.accepted + count.rejected > 0 else { return 0 }
        let before = min(max(Explanation.probability(logOdds: value - 3.6), 0.05), 0.95)
        let total = Double(count.accepted + count.rejected) + Self.priorDecisions
        let after = (before * Self.priorDecisions + Double(count.accepted)) / total
        return min(max(Logarithm.odds(after) - Logarithm.odds(before), -Self.most), Self.most)
    }

    /// A finding with its label's shift; one worth nothing stays so.
    func applied(to finding: WeighedFinding, _ text: Bytes.Text) -> WeighedFinding {
        guard finding.value > 0, finding.finding.value > 0 else { return finding }
        let key = Key(topic: finding.finding.topic, words: Bytes.lowered(text[finding.finding.range]))
        let shift = shift(key, value: finding.finding.value)
        guard shift != 0 else { return finding }
        var shifted = finding
        let share = finding.value / finding.finding.value
        shifted.value = max(0.01, finding.value + shift * share)
        return shifted
    }
}
