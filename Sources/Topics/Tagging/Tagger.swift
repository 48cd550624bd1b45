import Articles
import Synchronization

/// Links the passages of articles to the topics that they are about. It holds a vocabulary and what is made from it, never
/// changes, and can be shared by all threads; each thread tags through a ``TaggingSession`` of its own.
public final class Tagger: Sendable {
    public let vocabulary: Vocabulary
    public let weights: Weights
    /// What decisions have taught.
    public let model: TopicModel
    /// How common the words of labels are in the user's own library.
    public let statistics: LibraryStatistics
    /// What finds the citations of articles; useful by itself.
    public let citationFinder: CitationFinder
    let coverage: Coverage
    let citationLinker: CitationLinker
    let learned: LearnedScorer
    let specificity: LibrarySpecificity
    /// The words that the settings rule out for a topic, however another label of it would have them match.
    let silenced: Set<LabelReliability.Key>
    private let languages: Set<String>
    private let indexes = Mutex<[String: LabelIndex]>([:])

    /// Costs little: what a language needs is made when the first article in it is tagged.
    public init(
        vocabulary: Vocabulary = .builtIn, weights: Weights = .standard, model: TopicModel = .untrained,
        statistics: LibraryStatistics = .none
    ) {
        let vocabulary = vocabulary.without(model.settings.neverMatch)
        silenced = Set(model.settings.neverMatch.flatMap { id, labels in
            vocabulary.place(of: id).map { topic in
                labels.map { LabelReliability.Key(topic: topic, words: Bytes.lowered($0.utf8)) }
            } ?? []
        })
        self.vocabulary = vocabulary
        self.weights = weights
        self.model = model
        self.statistics = statistics
        specificity = LibrarySpecificity(statistics, vocabulary: vocabulary, weights: weights)
        learned = LearnedScorer(model, vocabulary: vocabulary, weights: weights)
        languages = Set(vocabulary.topics.lazy.flatMap(\.labels).map(\.language))
        let ancestors = vocabulary.topics.map { topic in
            Set(vocabulary.ancestors(of: topic.id).compactMap { vocabulary.place(of: $0) })
        }
        let related = vocabulary.topics.map { topic in Set(topic.related.compactMap { vocabulary.place(of: $0) }) }
        coverage = Coverage(ancestors: ancestors, related: related, weights: weights)
        citationFinder = CitationFinder(vocabulary: vocabulary)
        citationLinker = CitationLinker(vocabulary: vocabulary, ancestors: ancestors, weights: weights)
    }

    /// For one thread. Keep it for many articles: it remembers the words it has seen.
    public func session() -> TaggingSession { TaggingSession(self) }

    /// The links of one article. For many, a ``session()`` is several times faster.
    public func tag(_ article: Article) -> [TopicLink] { session().tag(article) }

    /// The labels for a language; made on first use, in a few milliseconds.
    func index(for language: String) -> LabelIndex {
        indexes.withLock { indexes in
            if let index = indexes[language] { return index }
            var builder = LabelIndexBuilder(vocabulary: vocabulary, weights: weights, language: language)
            let index = builder.build()
            indexes[language] = index
            return index
        }
    }

    /// The language to match an article in: its own, guessed where it has none; `und`, without stemming, where it is
    /// one that no label and no stemmer knows.
    func language(of article: Article) -> String {
        guard let tag = article.language else {
            return TextLanguage.guess([article.title] + article.blocks.prefix(8).map(\.text))
        }
        let subtag = TextLanguage.subtag(tag)
        return languages.contains(subtag) || TextLanguage.isStemmed(subtag) ? subtag : "und"
    }
}
