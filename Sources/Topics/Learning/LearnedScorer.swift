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

    private struct Vote {
        var entry: Int
        var weight: Double
    }

    private let entries: [Entry]
    /// By word, the entries that it speaks for or against, with its weight.
    private let words: [String: [Vote]]
    /// Numbers of the words that are in any pair, and by the numbers of a pair what it says.
    private let paired: [String: UInt32]
    private let pairs: [UInt64: (name: String, votes: [Vote])]
    private let weights: Weights
    let reliability: LabelReliability

    init(_ model: TopicModel, vocabulary: Vocabulary, weights: Weights) {
        var entries: [Entry] = []
        var words: [String: [Vote]] = [:]
        var paired: [String: UInt32] = [:]
        var pairs: [UInt64: (name: String, votes: [Vote])] = [:]
        func number(_ word: String) -> UInt32 {
            let number = paired[word] ?? UInt32(paired.count)
            paired[word] = number
            return number
        }
        for (id, topic) in model.topics.sorted(by: { $0.key < $1.key }) {
            guard let place = vocabulary.place(of: id) else { continue }
            for (word, weight) in topic.words {
                let vote = Vote(entry: entries.count, weight: weight)
                if let pair = WordPair(name: word) {
                    pairs[Self.key(number(pair.first), number(pair.second)), default: (word, [])].votes.append(vote)
                } else {
                    words[word, default: []].append(vote)
                }
            }
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
        self.paired = paired
        self.pairs = pairs
        self.weights = weights
        self.reliability = reliability
    }

    /// Whether it changes nothing but labels.
    var isEmpty: Bool { entries.isEmpty }

    private static func key(_ one: UInt32, _ other: UInt32) -> UInt64 { UInt64(min(one, other)) << 32 | UInt64(max(one, other)) }

    var usesWords: Bool { !words.isEmpty || !pairs.isEmpty }

    /// The probability from which on a topic is probable.
    func threshold(_ topic: Int) -> Double {
        entries.first { $0.topic == topic }?.model.threshold ?? weights.threshold
    }

    /// The explanations of a reading as decisions have changed them, with those of topics that only learned words speak for
    /// where they are possible.
    func apply(to reading: inout ArticleReading, words: (String) -> PassageWords<String>) {
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
    private func contributions(of passage: PassageWords<String>) -> [Int: [Spoken]] {
        let words = passage.words
        let share = WordReader.share(of: words.count)
        var found: [Int: [Spoken]] = [:]
        for word in words {
            for vote in self.words[word] ?? [] { found[vote.entry, default: []].append((word, vote.weight * share)) }
        }
        guard !pairs.isEmpty else { return found }
        let numbers = PassageWords(sequence: passage.sequence.map { paired[$0] })
        var seen: Set<UInt64> = []
        numbers.forEachPair { one, other in
            guard let one, let other else { return }
            let key = Self.key(one, other)
            guard let pair = pairs[key], seen.insert(key).inserted else { return }
            for vote in pair.votes { found[vote.entry, default: []].append((pair.name, vote.weight * share)) }
        }
        return found
    }

    private func explanation(
        _ shipped: Explanation?, _ entry: Entry, _ surroundings: [Double], _ spoken: [Spoken]
    ) -> Explanation {
        let model = entry.model
        var explanation = shipped ?? Explanation(prior: weights.prior, evidence: [], context: [], threshold: weights.threshold)
        explanation.prior = model.bias + model.scale * explanation.prior
        explanation.evidence = evidence(explanation.evidence, model)
        for place in explanation.context.indices { explanation.context[place].contribution *= model.scale }
        for (surrounding, (value, weight)) in zip(TopicModel.Surrounding.allCases, zip(surroundings, model.surroundings)) where value * weight != 0 {
            explanation.context.append(Explanation.Factor(.surrounding(surrounding), contribution: value * weight))
        }
        explanation.context += factors(spoken)
        if let threshold = model.threshold { explanation.threshold = threshold }
        return explanation
    }

    /// Matched words as they are weighed now; what is learned of them by name is added at their first place.
    private func evidence(_ shipped: [Explanation.Evidence], _ model: TopicModel.Topic) -> [Explanation.Evidence] {
        var left = model.matched
        return shipped.map { shipped in
            var evidence = shipped
            evidence.contribution *= model.scale
            if !left.isEmpty, shipped.contribution > 0, let weight = left.removeValue(forKey: Bytes.lowered(shipped.text.utf8)) {
                evidence.contribution += weight
            }
            return evidence
        }
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
