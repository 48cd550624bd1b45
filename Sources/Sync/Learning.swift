import Articles
import Library
import Synchronization
import Topics

/// Keeps what tags for a library in step with its decisions: at once after each, and wholly when there is time.
///
/// The model is a pure function of the decisions, the texts that they are on, the settings and the vocabulary; nothing that the
/// engine thought of itself goes into it. The library keeps the last one with a digest of what it was learned from, so
/// that a program that starts need not learn anew, and knows when it must.
///
/// Calls may be made from any thread, and none returns before its work is done: not for a thread that must not wait.
public final class Learning: Sendable {
    /// What is known of the library now.
    struct Current {
        var vocabulary: Vocabulary
        /// Of a tagger with this vocabulary that learned nothing.
        var vocabularyEdition: Int
        var tagger: LibraryTagger
        /// How common the words of labels were in the library when that was counted last.
        var words: WordCount
        /// What the fitted weights of the tagger were learned from; nothing where the label counts have gone on since.
        var basis: String?
        /// By the name of an article, the decisions that the label counts hold.
        var counted: [String: [Decision]]
        /// The tagger of the last whole fit, by which the library's articles are tagged.
        var fitted: LibraryTagger?

        func basis(of outline: LearningOutline) -> String { "\(outline.basis) \(vocabularyEdition)" }

        func tagger(with model: TopicModel) -> LibraryTagger {
            LibraryTagger(vocabulary: vocabulary, model: model, statistics: words.statistics)
        }
    }

    struct State {
        var current: Current?
        var generation = 0
    }

    public let library: Library
    private let makeVocabulary: @Sendable () -> Vocabulary
    let state = Mutex(State())
    /// Held while what tags is exchanged, which takes as long as tagging a few articles.
    let turn = Mutex(())

    /// `vocabulary` is first asked for when something is to be tagged.
    public init(_ library: Library, vocabulary: @escaping @Sendable () -> Vocabulary = { .builtIn }) {
        self.library = library
        makeVocabulary = vocabulary
    }

    /// What to tag with now. The first call loads the model that the library keeps; where decisions were made since it was
    /// learned, they are counted as ``decided(in:)`` does.
    public func tagger() throws -> LibraryTagger { try current().tagger }

    /// Grows with each ``decided(in:)``: by it one who waits for a quiet moment knows whether anything came after.
    public var generation: Int { state.withLock { $0.generation } }

    /// Tells that decisions in these articles were made, changed or taken back, in the library already; without articles, that
    /// any may have been, or settings. What to tag with from now on: the reliabilities of labels are exactly those of the
    /// decisions as they are, the fitted weights are the old ones still. For a few articles as fast as tagging these.
    @discardableResult
    public func decided(in articles: [ArticleID]? = nil) throws -> LibraryTagger {
        state.withLock { $0.generation += 1 }
        return try turn.withLock { _ in
            guard let known = state.withLock({ $0.current }) else { return try load().tagger }
            let settings = try library.learningSettings()
            guard let articles, settings == known.tagger.tagger.model.settings else { return try recount(known).tagger }
            return try recount(articles, known, settings).tagger
        }
    }

    /// Forgets the vocabulary, so that the next call asks for it again.
    public func vocabularyChanged() {
        state.withLock {
            $0.generation += 1
            $0.current = nil
        }
    }

    func current() throws -> Current {
        if let known = state.withLock({ $0.current }) { return known }
        return try turn.withLock { _ in try state.withLock({ $0.current }) ?? load() }
    }

    @discardableResult
    func install(_ current: Current) -> Current {
        state.withLock { $0.current = current }
        return current
    }

    private func load() throws -> Current {
        let (current, isCurrent) = try loaded()
        return isCurrent ? install(current) : try recount(current)
    }

    /// What the library keeps, and whether it was learned from the decisions as they are.
    func loaded() throws -> (current: Current, isCurrent: Bool) {
        let vocabulary = makeVocabulary()
        let untrained = LibraryTagger(vocabulary: vocabulary)
        let words = try keptWordCount()
        let outline = try library.learningOutline()
        var current = Current(
            vocabulary: vocabulary, vocabularyEdition: untrained.edition,
            tagger: words.statistics.isEmpty ? untrained : LibraryTagger(vocabulary: vocabulary, statistics: words.statistics),
            words: words, counted: outline.decisions)
        let stored = try library.model()
        if outline.isEmpty {
            current.fitted = current.tagger
            current.basis = current.basis(of: outline)
        } else if let stored, stored.basis == current.basis(of: outline) {
            current.tagger = current.tagger(with: stored.model)
            current.fitted = current.tagger
            current.basis = stored.basis
        } else {
            if let stored { current.tagger = current.tagger(with: stored.model) }
            current.fitted = current.tagger
            return (current, false)
        }
        return (current, true)
    }

    // MARK: Counting

    /// Counts every decision anew.
    private func recount(_ known: Current) throws -> Current {
        let material = try library.learningMaterial()
        let learner = Learner(vocabulary: known.vocabulary, settings: material.outline.settings)
        var current = known
        current.counted = material.outline.decisions
        let model = learner.updated(known.tagger.tagger.model, with: material.articles)
        return install(exchanging(current, model: model, outline: material.outline))
    }

    /// Counts the decisions of some articles anew.
    private func recount(_ articles: [ArticleID], _ known: Current, _ settings: LearningSettings) throws -> Current {
        let after = try articles.map { try library.decidedArticle($0) }
        let before = after.map { DecidedArticle(id: $0.id, article: $0.article, decisions: known.counted[$0.id] ?? []) }
        let learner = Learner(vocabulary: known.vocabulary, settings: settings)
        var current = known
        for article in after { current.counted[article.id] = article.decisions.isEmpty ? nil : article.decisions }
        let model = learner.updated(known.tagger.tagger.model, from: before, to: after)
        return install(exchanging(current, model: model, outline: nil))
    }

    private func exchanging(_ known: Current, model: TopicModel, outline: LearningOutline?) -> Current {
        var current = known
        // The fitted weights may be those of what stood before; whether they are is found out when all is learned anew.
        if let outline, current.basis == current.basis(of: outline) { return current }
        current.basis = nil
        if model != known.tagger.tagger.model { current.tagger = current.tagger(with: model) }
        return current
    }
}

extension LearningOutline {
    /// Whether there is nothing to learn from, and nothing is left out.
    var isEmpty: Bool { decisions.isEmpty && settings == .none }
}
