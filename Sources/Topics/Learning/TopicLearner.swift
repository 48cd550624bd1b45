/// Fits the weights of one topic.
///
/// The score is logistic in the shipped score (expected weight 1), the surroundings, the labels matched, and the words of the
/// passage and their pairs. The value of a word or a pair is the size of its log-count ratio between accepted and rejected
/// passages (Wang and Manning, «Baselines and Bigrams», ACL 2012), so that words that tell nothing stay near zero with few
/// decisions.
struct TopicLearner {
    /// What the number of decisions must reach.
    private enum Enough {
        /// Of passages that are not linked, and for each one accepted.
        static let rejectedOthers = 8
        static let rejectedToAccepted = 3
        /// On each side, for any weight.
        static let forWeights = 8
        /// On each side, for words.
        static let forWords = 12
        /// In all, for a threshold.
        static let forThreshold = 30
    }

    /// The precisions of the normal priors.
    private enum Precision {
        static let bias = 0.3
        static let score = 5.0
        static let surrounding = 1.0
        static let matched = 0.7
        static let word = 3.0
        static let pair = 4.5
    }

    private static let folds = 5
    /// Passages that a word must stand in.
    private static let leastPassages = 2
    private static let largestRatio = 3.0

    /// A word or a pair of words, or the words of a label.
    private struct Term {
        var name: String
        /// The examples that have it.
        var rows: [Int32]
    }

    let examples: [Example]
    let weights: Weights
    private let onlyLinked: Bool
    private let matched: [Term]
    private let words: [Term]
    private let pairs: [Term]
    /// For each example, the share of a word.
    private let shares: [Double]

    init(examples: [Example], weights: Weights, ignored: Set<String>) {
        let linked = Logarithm.odds(weights.threshold)
        onlyLinked = !Self.knowsOthers(examples, linked)
        let examples = onlyLinked ? examples.filter { $0.score >= linked } : examples
        self.examples = examples
        self.weights = weights
        matched = Self.terms(examples.map(\.matched)) { $0 }
        words = Self.terms(examples.map { $0.words.filter { !ignored.contains($0) } }) { $0 }
        pairs = Self.terms(examples.map { $0.pairs.filter { !ignored.contains($0.first) && !ignored.contains($0.second) } }, \.name)
        shares = examples.map { WordReader.share(of: $0.words.count) }
    }

    /// What stands in enough of the examples, by name.
    private static func terms<Key: Hashable>(_ keys: [[Key]], _ name: (Key) -> String) -> [Term] {
        var rows: [Key: [Int32]] = [:]
        for (number, keys) in keys.enumerated() {
            for key in keys { rows[key, default: []].append(Int32(number)) }
        }
        return rows.filter { $0.value.count >= leastPassages }.map { Term(name: name($0.key), rows: $0.value) }
            .sorted { $0.name < $1.name }
    }

    /// Whether enough of the passages that the shipped weights do not link were rejected to learn about such ones. Who only
    /// corrects what is shown, and adds what is missed, says nothing about all that is rightly not linked.
    private static func knowsOthers(_ examples: [Example], _ linked: Double) -> Bool {
        let others = examples.lazy.filter { $0.score < linked }
        let accepted = others.count { $0.isAccepted }
        let rejected = others.count { !$0.isAccepted }
        return rejected >= max(Enough.rejectedOthers, Enough.rejectedToAccepted * accepted)
    }

    /// Whether there are enough decisions for any weight.
    private var isEnough: Bool {
        let accepted = examples.count { $0.isAccepted }
        return min(accepted, examples.count - accepted) >= Enough.forWeights
    }

    /// The decisions of the topic are counted in `topic`.
    func learned(_ counted: TopicModel.Topic) -> TopicModel.Topic {
        var topic = counted
        topic.onlyLinked = onlyLinked
        guard isEnough else { return topic }
        let fit = fit([Bool](repeating: true, count: examples.count))
        topic.bias = fit.weights[0]
        topic.scale = max(0, fit.weights[1])
        topic.surroundings = Array(fit.weights[2..<(2 + TopicModel.Surrounding.allCases.count)])
        for (feature, weight) in zip(fit.features, fit.weights.dropFirst(2 + TopicModel.Surrounding.allCases.count))
        where abs(weight * feature.value) > 1e-4 {
            switch feature.kind {
            case .matched: topic.matched[feature.name] = weight
            case .word: topic.words[feature.name] = weight * feature.value
            }
        }
        return topic
    }

    // MARK: Fitting

    private struct Feature {
        enum Kind { case matched, word }

        var kind: Kind
        var name: String
        /// What its weight is multiplied by, before the share of a word in its passage.
        var value: Double
    }

    private struct Fit {
        var weights: [Double]
        /// What the last columns stand for.
        var features: [Feature]
        var columns: [LogisticFit.Column]
    }

    private func fit(_ isUsed: [Bool]) -> Fit {
        var columns = [column(precision: Precision.bias) { _ in 1 }]
        columns.append(column(mean: 1, precision: Precision.score) { examples[$0].score })
        for place in TopicModel.Surrounding.allCases.indices {
            columns.append(column(precision: Precision.surrounding) { examples[$0].surroundings[place] })
        }
        var features: [Feature] = []
        let accepted = zip(examples, isUsed).count { $0.isAccepted && $1 }
        let rejected = zip(examples, isUsed).count { !$0.isAccepted && $1 }
        if min(accepted, rejected) >= Enough.forWords {
            for term in matched {
                features.append(Feature(kind: .matched, name: term.name, value: 1))
                columns.append(
                    LogisticFit.Column(rows: term.rows, values: term.rows.map { _ in 1 }, precision: Precision.matched))
            }
            for (terms, precision) in [(words, Precision.word), (pairs, Precision.pair)] {
                for (term, ratio) in ratios(terms, isUsed) {
                    features.append(Feature(kind: .word, name: term.name, value: ratio))
                    columns.append(
                        LogisticFit.Column(rows: term.rows, values: term.rows.map { ratio * shares[Int($0)] }, precision: precision))
                }
            }
        }
        let fit = LogisticFit(columns: columns, targets: examples.map(\.isAccepted))
        return Fit(weights: fit.weights(among: isUsed), features: features, columns: columns)
    }

    private func column(mean: Double = 0, precision: Double, _ value: (Int) -> Double) -> LogisticFit.Column {
        var column = LogisticFit.Column(mean: mean, precision: precision)
        for number in examples.indices {
            let value = value(number)
            guard value != 0 else { continue }
            column.rows.append(Int32(number))
            column.values.append(value)
        }
        return column
    }

    /// The terms that tell something among the examples used, with the size of their ratio.
    private func ratios(_ terms: [Term], _ isUsed: [Bool]) -> [(term: Term, ratio: Double)] {
        let counts = terms.map { term -> (accepted: Double, rejected: Double) in
            var count = (accepted: 1.0, rejected: 1.0)
            for row in term.rows where isUsed[Int(row)] {
                if examples[Int(row)].isAccepted { count.accepted += 1 } else { count.rejected += 1 }
            }
            return count
        }
        let sums = counts.reduce((accepted: 0.0, rejected: 0.0)) { ($0.accepted + $1.accepted, $0.rejected + $1.rejected) }
        return zip(terms, counts).compactMap { term, count in
            guard count.accepted + count.rejected >= 2 + Double(Self.leastPassages) else { return nil }
            let ratio = Logarithm.natural(count.accepted / sums.accepted) - Logarithm.natural(count.rejected / sums.rejected)
            return (term, min(abs(ratio), Self.largestRatio))
        }
    }

    // MARK: Threshold

    /// The score of each example by weights learned from other articles than its own; nothing where there are too few
    /// decisions for a threshold.
    func heldOutScores() -> [HeldOutScore]? {
        guard isEnough, examples.count >= Enough.forThreshold else { return nil }
        let articles = Array(Set(examples.map(\.article))).sorted()
        let fold = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($0.element, $0.offset % Self.folds) })
        var scores = examples.map { HeldOutScore(score: 0, isAccepted: $0.isAccepted) }
        for number in 0..<min(Self.folds, articles.count) {
            let isUsed = examples.map { fold[$0.article] != number }
            let fit = fit(isUsed)
            for (column, weight) in zip(fit.columns, fit.weights) where weight != 0 {
                for (row, value) in zip(column.rows, column.values) where !isUsed[Int(row)] { scores[Int(row)].score += weight * value }
            }
        }
        return scores
    }
}
