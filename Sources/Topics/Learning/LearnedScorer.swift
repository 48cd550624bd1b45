import Articles

/// A ``TopicModel`` in the form in which it changes explanations.
struct LearnedScorer: Sendable {
    /// The learned words that an explanation names; the others are summed up.
    private static let namedWords = 8

    private struct Entry {
        var topic: Int
        var model: TopicModel.Topic
        /// Whether words add anything.
        var hasWords: Bool
    }

    private let entries: [Entry]
    /// By word, the entries that it speaks for or against, with its weight.
    private let words: [String: [(entry: Int, weight: Double)]]
    private let weights: Weights
    let reliability: LabelReliability

    init(_ model: TopicModel, vocabulary: Vocabulary, weights: Weights) {
        var entries: [Entry] = []
        var words: [String: [(entry: Int, weight: Double)]] = [:]
        for (id, topic) in model.topics.sorted(by: { $0.key < $1.key }) {
            guard let place = vocabulary.place(of: id) else { continue }
            for (word, weight) in topic.words { words[word, default: []].append((entries.count, weight)) }
            entries.append(Entry(topic: place, model: topic, hasWords: !topic.words.isEmpty))
        }
        var reliability = LabelReliability()
        for (id, counts) in model.labels {
            guard let place = vocabulary.place(of: id) else { continue }
            for (label, count) in counts {
                reliability.set(
                    LabelReliability.Key(topic: place, words: label),
                    LabelReliability.Count(accepted: count.accepted, rejected: count.rejected))
            }
        }
        self.entries = entries
        self.words = words
        self.weights = weights
        self.reliability = reliability
    }

    /// Whether it changes nothing but labels.
    var isEmpty: Bool { entries.isEmpty }

    var usesWords: Bool { !words.isEmpty }

    /// The probability from which on a topic is probable.
    func threshold(_ topic: Int) -> Double {
        entries.first { $0.topic == topic }?.model.threshold ?? weights.threshold
    }

    /// The explanations of a reading as decisions have changed them, with those of topics that only learned words speak for
    /// where they are possible.
    func apply(to reading: inout ArticleReading, words: (String) -> [String]) {
        let surroundings = entries.map { reading.surroundings($0.topic, prior: weights.prior) }
        for place in reading.blocks.indices {
            let spoken = usesWords ? contributions(of: words(reading.blocks[place].text)) : [:]
            for (number, entry) in entries.enumerated() {
                let shipped = reading.blocks[place].explanations[entry.topic]
                if entry.model.onlyLinked, (shipped?.probability ?? 0) < weights.threshold { continue }
                let learned = explanation(shipped, entry, surroundings[number][place], spoken[number] ?? [])
                if shipped != nil || learned.probability >= weights.possible {
                    reading.blocks[place].explanations[entry.topic] = learned
                }
            }
        }
    }

    private typealias Spoken = (word: String, contribution: Double)

    /// By entry.
    private func contributions(of words: [String]) -> [Int: [Spoken]] {
        guard !words.isEmpty else { return [:] }
        let share = WordReader.length / Double(words.count).squareRoot()
        var found: [Int: [Spoken]] = [:]
        for word in words {
            for (entry, weight) in self.words[word] ?? [] { found[entry, default: []].append((word, weight * share)) }
        }
        return found
    }

    private func explanation(
        _ shipped: Explanation?, _ entry: Entry, _ surroundings: [Double], _ spoken: [Spoken]
    ) -> Explanation {
        let model = entry.model
        var explanation = shipped ?? Explanation(prior: weights.prior, evidence: [], context: [], threshold: weights.threshold)
        explanation.prior = model.bias + model.scale * explanation.prior
        for place in explanation.evidence.indices { explanation.evidence[place].contribution *= model.scale }
        for place in explanation.context.indices { explanation.context[place].contribution *= model.scale }
        for (surrounding, (value, weight)) in zip(TopicModel.Surrounding.allCases, zip(surroundings, model.surroundings)) where value * weight != 0 {
            explanation.context.append(Explanation.Factor(.surrounding(surrounding), contribution: value * weight))
        }
        explanation.context += factors(spoken)
        if let threshold = model.threshold { explanation.threshold = threshold }
        return explanation
    }

    /// The words that say most by name, the others as one.
    private func factors(_ spoken: [Spoken]) -> [Explanation.Factor] {
        let ordered = spoken.sorted { left, right in
            abs(left.contribution) != abs(right.contribution)
                ? abs(left.contribution) > abs(right.contribution) : left.word < right.word
        }
        var factors = ordered.prefix(Self.namedWords).map {
            Explanation.Factor(.learnedWord($0.word), contribution: $0.contribution)
        }
        let rest = ordered.dropFirst(Self.namedWords)
        if !rest.isEmpty {
            factors.append(
                Explanation.Factor(.otherLearnedWords, contribution: rest.reduce(0) { $0 + $1.contribution }))
        }
        return factors
    }
}
