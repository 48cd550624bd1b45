import Articles

/// Learns a ``TopicModel`` from decisions. The model is a pure function of the set of decisions, the articles, the vocabulary
/// and the settings: the order in which they are given does not matter, and without one it is what it was before it.
public struct Learner: Sendable {
    private let tagger: Tagger
    private let settings: LearningSettings

    public init(vocabulary: Vocabulary = .builtIn, weights: Weights = .standard, settings: LearningSettings = .none) {
        tagger = Tagger(vocabulary: vocabulary, weights: weights, model: TopicModel(settings: settings))
        self.settings = settings
    }

    /// Everything that the decisions teach: reliabilities of labels and fitted weights. Of two decisions on the same
    /// topic in the same passage the later counts. Linear in the length of the articles, and in the decisions' words.
    public func model(from articles: [DecidedArticle]) -> TopicModel {
        let articles = Self.merged(articles)
        let session = tagger.session()
        let counted = articles.map { counts($0, session) }
        var total = LabelReliability()
        for counts in counted { total.add(counts) }
        var examples: [TopicID: [Example]] = [:]
        for (number, article) in articles.enumerated() {
            // An article's own decisions say nothing about its own labels.
            add(article, number, reliability: total.subtracting(counted[number]), session, to: &examples)
        }
        var model = labelModel(total)
        var thresholds = Thresholds(shipped: tagger.weights.threshold)
        for (id, examples) in examples.sorted(by: { $0.key < $1.key }) {
            var counted = TopicModel.Topic()
            counted.accepted = examples.count { $0.isAccepted }
            counted.rejected = examples.count - counted.accepted
            let learner = TopicLearner(examples: examples, weights: tagger.weights, ignored: ignored(id, session))
            model.topics[id] = learner.learned(counted)
            if let scores = learner.heldOutScores() { thresholds.add(scores, of: id) }
        }
        for (id, threshold) in thresholds.chosen() { model.topics[id]?.threshold = threshold }
        return model
    }

    /// Only what one decision changes at once: the reliabilities of labels, beside the fitted weights of `model`.
    public func updated(_ model: TopicModel, with articles: [DecidedArticle]) -> TopicModel {
        let session = tagger.session()
        var total = LabelReliability()
        for article in Self.merged(articles) { total.add(counts(article, session)) }
        var updated = labelModel(total)
        updated.topics = model.topics
        return updated
    }

    private func labelModel(_ total: LabelReliability) -> TopicModel {
        var model = TopicModel(settings: settings)
        for (key, count) in total.counts where count.accepted + count.rejected > 0 {
            let id = tagger.vocabulary.topics[key.topic].id
            model.labels[id, default: [:]][key.words] = TopicModel.LabelCount(accepted: count.accepted, rejected: count.rejected)
        }
        return model
    }

    /// By id, each article once and each decision once, in a fixed order.
    private static func merged(_ articles: [DecidedArticle]) -> [DecidedArticle] {
        var byID: [String: DecidedArticle] = [:]
        for article in articles { byID[article.id, default: DecidedArticle(id: article.id, article: article.article, decisions: [])].decisions += article.decisions }
        return byID.values.sorted { $0.id < $1.id }.map { article in
            struct Place: Hashable {
                var passage: Passage
                var topic: TopicID
            }
            var states: [Place: Bool] = [:]
            for decision in article.decisions { states[Place(passage: decision.passage, topic: decision.topic)] = decision.isAccepted }
            var merged = article
            merged.decisions = states.map { Decision(passage: $0.key.passage, topic: $0.key.topic, isAccepted: $0.value) }
                .sorted { ($0.passage.start, $0.passage.end, $0.topic) < ($1.passage.start, $1.passage.end, $1.topic) }
            return merged
        }
    }

    /// The decisions on the labels of an article.
    private func counts(_ article: DecidedArticle, _ session: TaggingSession) -> LabelReliability {
        let reading = session.reading(article.article, reliability: LabelReliability()).reading
        var counts = LabelReliability()
        var ruledOut: [TopicID: Set<String>] = [:]
        for decision in article.decisions {
            guard let topic = tagger.vocabulary.place(of: decision.topic),
                let block = reading.blocks.first(where: { $0.passage == decision.passage.range })
            else { continue }
            let words = Set(block.explanations[topic]?.evidence.map { Bytes.lowered($0.text.utf8) } ?? [])
            let ignored = ruledOut[decision.topic] ?? ignored(decision.topic, session)
            ruledOut[decision.topic] = ignored
            for words in words where isLearnable(words, ignored, session) {
                counts.add(LabelReliability.Key(topic: topic, words: words), isAccepted: decision.isAccepted)
            }
        }
        return counts
    }

    /// Whether a label has no word that nothing is learned from, and can be written into a line.
    private func isLearnable(_ words: String, _ ignored: Set<String>, _ session: TaggingSession) -> Bool {
        guard !words.utf8.contains(where: { $0 < 0x20 }) else { return false }
        return ignored.isEmpty || ignored.isDisjoint(with: stems(of: words, session))
    }

    private func stems(of text: String, _ session: TaggingSession) -> [String] {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
        return session.reading(article, reliability: LabelReliability()).words.flatMap(\.words)
    }

    private func add(
        _ article: DecidedArticle, _ number: Int, reliability: LabelReliability, _ session: TaggingSession,
        to examples: inout [TopicID: [Example]]
    ) {
        let (reading, words) = session.reading(article.article, reliability: reliability)
        let prior = tagger.weights.prior
        var surroundings: [Int: [[Double]]] = [:]
        var ruledOut: [TopicID: Set<String>] = [:]
        let (single, pairs) = (words.map(\.words), words.map(\.pairs))
        for decision in article.decisions {
            guard let topic = tagger.vocabulary.place(of: decision.topic),
                let block = reading.blocks.firstIndex(where: { $0.passage == decision.passage.range })
            else { continue }
            let around = surroundings[topic] ?? reading.surroundings(topic, prior: prior)
            surroundings[topic] = around
            let ignored = ruledOut[decision.topic] ?? ignored(decision.topic, session)
            ruledOut[decision.topic] = ignored
            let matched = (reading.blocks[block].explanations[topic]?.matchedWords ?? []).filter { isLearnable($0, ignored, session) }
            examples[decision.topic, default: []].append(
                Example(
                    article: number, score: reading.score(topic, block, prior: prior), surroundings: around[block],
                    matched: matched, words: single[block], pairs: pairs[block], isAccepted: decision.isAccepted))
        }
    }

    /// The stems of the words that nothing is learned from.
    private func ignored(_ id: TopicID, _ session: TaggingSession) -> Set<String> {
        guard let words = settings.neverLearn[id] else { return [] }
        return Set(stems(of: words.sorted().joined(separator: " "), session)).union(words)
    }
}

/// A decided passage as numbers and words.
struct Example {
    /// The article's place among all, by which examples are held out.
    var article: Int
    /// The shipped log-odds.
    var score: Double
    var surroundings: [Double]
    /// The words that matched a label of the topic and count, in lower case, each once.
    var matched: [String]
    /// Each once.
    var words: [String]
    var pairs: [WordPair]
    var isAccepted: Bool
}

extension Explanation {
    /// The matched words that count, in lower case, each once, in reading order.
    var matchedWords: [String] {
        var seen: Set<String> = []
        return evidence.compactMap { evidence in
            let words = Bytes.lowered(evidence.text.utf8)
            return evidence.contribution > 0 && seen.insert(words).inserted ? words : nil
        }
    }
}
