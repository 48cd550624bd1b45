/// Fits the weights of one topic.
///
/// The score is logistic in the shipped score (expected weight 1), the surroundings and the words of the passage. A word's
/// value is the size of its log-count ratio between accepted and rejected passages (Wang and Manning, «Baselines and
/// Bigrams», ACL 2012), so that words that tell nothing stay near zero with few decisions.
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
        /// In all, for a threshold, and on each side.
        static let forThreshold = 30
        static let onEachSide = 5
    }

    /// The precisions of the normal priors.
    private enum Precision {
        static let bias = 0.3
        static let score = 5.0
        static let surrounding = 1.0
        static let word = 3.0
    }

    private static let folds = 5
    /// Passages that a word must stand in.
    private static let leastPassages = 2
    private static let largestRatio = 3.0
    /// What a threshold far from the shipped one costs in F1, a square of log-odds and a decision.
    private static let restraint = 3.0

    let examples: [Example]
    let weights: Weights
    let words: [String]
    private let onlyLinked: Bool
    /// For each word, the examples that have it.
    private let places: [[Int32]]
    /// For each example, the share of a word.
    private let shares: [Double]

    init(examples: [Example], weights: Weights, ignored: Set<String>) {
        let linked = Logarithm.odds(weights.threshold)
        onlyLinked = !Self.knowsOthers(examples, linked)
        let examples = onlyLinked ? examples.filter { $0.score >= linked } : examples
        self.examples = examples
        self.weights = weights
        var places: [String: [Int32]] = [:]
        for (number, example) in examples.enumerated() {
            for word in example.words where !ignored.contains(word) { places[word, default: []].append(Int32(number)) }
        }
        let words = places.filter { $0.value.count >= Self.leastPassages }.keys.sorted()
        self.words = words
        self.places = words.map { places[$0] ?? [] }
        shares = examples.map { $0.words.isEmpty ? 0 : WordReader.length / Double($0.words.count).squareRoot() }
    }

    /// Whether enough of the passages that the shipped weights do not link were rejected to learn about such ones. Who only
    /// corrects what is shown, and adds what is missed, says nothing about all that is rightly not linked.
    private static func knowsOthers(_ examples: [Example], _ linked: Double) -> Bool {
        let others = examples.lazy.filter { $0.score < linked }
        let accepted = others.count { $0.isAccepted }
        let rejected = others.count { !$0.isAccepted }
        return rejected >= max(Enough.rejectedOthers, Enough.rejectedToAccepted * accepted)
    }

    /// The decisions of the topic are counted in `topic`.
    func learned(_ counted: TopicModel.Topic) -> TopicModel.Topic {
        var topic = counted
        topic.onlyLinked = onlyLinked
        let accepted = examples.count { $0.isAccepted }
        guard min(accepted, examples.count - accepted) >= Enough.forWeights else { return topic }
        let all = [Bool](repeating: true, count: examples.count)
        let fit = fit(all)
        topic.bias = fit.weights[0]
        topic.scale = max(0, fit.weights[1])
        topic.surroundings = Array(fit.weights[2..<(2 + TopicModel.Surrounding.allCases.count)])
        for (number, word) in fit.words.enumerated() {
            let weight = fit.weights[2 + TopicModel.Surrounding.allCases.count + number] * word.ratio
            if abs(weight) > 1e-4 { topic.words[words[word.place]] = weight }
        }
        topic.threshold = threshold(accepted)
        return topic
    }

    // MARK: Fitting

    private struct Fit {
        var weights: [Double]
        var words: [(place: Int, ratio: Double)]
        var columns: [LogisticFit.Column]
    }

    private func fit(_ isUsed: [Bool]) -> Fit {
        var columns = [column(precision: Precision.bias) { _ in 1 }]
        columns.append(column(mean: 1, precision: Precision.score) { examples[$0].score })
        for place in TopicModel.Surrounding.allCases.indices {
            columns.append(column(precision: Precision.surrounding) { examples[$0].surroundings[place] })
        }
        let ratios = ratios(isUsed)
        for (place, ratio) in ratios {
            columns.append(
                LogisticFit.Column(
                    rows: places[place], values: places[place].map { ratio * shares[Int($0)] }, precision: Precision.word))
        }
        let fit = LogisticFit(columns: columns, targets: examples.map(\.isAccepted))
        return Fit(weights: fit.weights(among: isUsed), words: ratios, columns: columns)
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

    /// The words that tell something among the examples used, with the size of their ratio.
    private func ratios(_ isUsed: [Bool]) -> [(place: Int, ratio: Double)] {
        let accepted = zip(examples, isUsed).count { $0.isAccepted && $1 }
        let rejected = zip(examples, isUsed).count { !$0.isAccepted && $1 }
        guard min(accepted, rejected) >= Enough.forWords else { return [] }
        let counts = places.map { rows -> (accepted: Double, rejected: Double) in
            var count = (accepted: 1.0, rejected: 1.0)
            for row in rows where isUsed[Int(row)] {
                if examples[Int(row)].isAccepted { count.accepted += 1 } else { count.rejected += 1 }
            }
            return count
        }
        let sums = counts.reduce((accepted: 0.0, rejected: 0.0)) { ($0.accepted + $1.accepted, $0.rejected + $1.rejected) }
        return counts.enumerated().compactMap { place, count in
            guard count.accepted + count.rejected >= 2 + Double(Self.leastPassages) else { return nil }
            let ratio = Logarithm.natural(count.accepted / sums.accepted) - Logarithm.natural(count.rejected / sums.rejected)
            return (place, min(abs(ratio), Self.largestRatio))
        }
    }

    // MARK: Threshold

    /// The probability that parts accepted from rejected best (by F1) when each article is scored by weights learned from
    /// others; held back towards the shipped one.
    private func threshold(_ accepted: Int) -> Double? {
        guard examples.count >= Enough.forThreshold, min(accepted, examples.count - accepted) >= Enough.onEachSide else { return nil }
        let scores = heldOutScores()
        let shipped = Logarithm.odds(weights.threshold)
        var best = (odds: shipped, gain: -Double.infinity)
        for step in -25...15 {
            let odds = Double(step) / 10
            let gain = f1(scores, odds) - Self.restraint / Double(examples.count) * (odds - shipped) * (odds - shipped)
            if gain > best.gain { best = (odds, gain) }
        }
        return Explanation.probability(logOdds: best.odds)
    }

    private func f1(_ scores: [Double], _ odds: Double) -> Double {
        var hits = 0.0
        var faults = 0.0
        for (score, example) in zip(scores, examples) {
            if score >= odds, example.isAccepted { hits += 1 } else if (score >= odds) != example.isAccepted { faults += 1 }
        }
        return hits == 0 ? 0 : 2 * hits / (2 * hits + faults)
    }

    private func heldOutScores() -> [Double] {
        let articles = Array(Set(examples.map(\.article))).sorted()
        let fold = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($0.element, $0.offset % Self.folds) })
        var scores = [Double](repeating: 0, count: examples.count)
        for number in 0..<min(Self.folds, articles.count) {
            let isUsed = examples.map { fold[$0.article] != number }
            let fit = fit(isUsed)
            for (column, weight) in zip(fit.columns, fit.weights) where weight != 0 {
                for (row, value) in zip(column.rows, column.values) where !isUsed[Int(row)] { scores[Int(row)] += weight * value }
            }
        }
        return scores
    }
}
