import Library
import Synchronization
import Topics

extension Learning {
    /// What came of learning anew.
    public struct Outcome: Sendable {
        /// What to tag with from now on.
        public var tagger: LibraryTagger
        /// Whether anything had to be learned.
        public var isNew: Bool
        public var retagged: RetagReport
    }

    /// Learns from all decisions where that was not done since they changed, and keeps the model in the library. Nothing where
    /// it was cancelled, or where decisions came meanwhile: who told of them learns anew. Deterministic; linear in the decided
    /// articles' texts.
    public func refit(isCancelled: () -> Bool = { false }) throws -> LibraryTagger? { try fit(isCancelled)?.tagger }

    /// ``refit(isCancelled:)``, and then tags anew what the model changes. Call it some moments after each
    /// ``decided(in:)``, with the ``generation`` after that: it does nothing where another came meanwhile, and gives up
    /// when one comes. Nothing where it was cancelled or gave up; what was done until then is kept. `countsWords` has also counted
    /// anew how common the words of labels are in the library; otherwise that is done where it is due.
    public func catchUp(
        generation: Int? = nil, countsWords: Bool = false, options: SyncOptions = SyncOptions(), isCancelled: () -> Bool = { false },
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Outcome? {
        let generation = generation ?? self.generation
        func isLate() -> Bool { isCancelled() || self.generation != generation }
        guard !isLate() else { return nil }
        if countsWords { try countWords(isLate) }
        guard let fitted = try fit(isLate) else { return nil }
        let report = try Retagging(library, fitted.tagger, options: options).run(isCancelled: isLate, progress: progress)
        return isLate() ? nil : Outcome(tagger: fitted.tagger, isNew: fitted.isNew, retagged: report)
    }

    private func fit(_ isCancelled: () -> Bool) throws -> (tagger: LibraryTagger, isNew: Bool)? {
        let generation = self.generation
        // What is all learned anew need not be counted before.
        let known = try state.withLock { $0.current } ?? loaded().current
        let outline = try library.learningOutline()
        if known.basis == known.basis(of: outline) { return (try tagger(), false) }
        guard !isCancelled() else { return nil }
        guard let learned = try learned(known, outline, isCancelled) else { return nil }
        var current = known
        if try isDue(known.words), let words = try countedWords(known.vocabulary, isCancelled) { current.words = words }
        if learned.model != known.tagger.tagger.model || current.words != known.words {
            current.tagger = current.tagger(with: learned.model)
        }
        current.counted = learned.outline.decisions
        current.basis = known.basis(of: learned.outline)
        let isKept = turn.withLock { _ in
            state.withLock { state in
                guard state.generation == generation else { return false }
                state.current = current
                return true
            }
        }
        guard isKept else { return nil }
        try library.store(learned.model, basis: known.basis(of: learned.outline))
        if current.words != known.words { try keep(current.words) }
        try keepTags(known.fitted, current.tagger)
        state.withLock { if $0.generation == generation { $0.current?.fitted = current.tagger } }
        return (current.tagger, true)
    }

    /// The model of the decisions as they are, with what it is of. Where they are again what the model that the library keeps
    /// was learned from, that one.
    private func learned(
        _ known: Current, _ outline: LearningOutline, _ isCancelled: () -> Bool
    ) throws -> (model: TopicModel, outline: LearningOutline)? {
        if let stored = try library.model(), stored.basis == known.basis(of: outline) { return (stored.model, outline) }
        let material = try library.learningMaterial()
        guard !isCancelled() else { return nil }
        let settings = material.outline.settings
        let model = material.articles.isEmpty
            ? TopicModel(settings: settings)
            : Learner(vocabulary: known.vocabulary, settings: settings).model(from: material.articles)
        return isCancelled() ? nil : (model, material.outline)
    }

    /// Where only labels are worth more or less than before, articles without their words need not be tagged anew.
    private func keepTags(_ old: LibraryTagger?, _ new: LibraryTagger) throws {
        guard let old, old.edition != new.edition, old.tagger.statistics == new.tagger.statistics, let words = old.tagger.model.changedLabels(new.tagger.model) else { return }
        try library.keepTags(of: old.edition, as: new.edition, without: words)
    }
}

extension TopicModel {
    /// The most words that are looked for instead of tagging.
    private static var mostWords: Int { 40 }

    /// The words of the labels whose counts differ; nothing where more than labels differs, or too many.
    fileprivate func changedLabels(_ other: TopicModel) -> [String]? {
        guard settings == other.settings else { return nil }
        for topic in Set(topics.keys).union(other.topics.keys) {
            guard (topics[topic] ?? Topic()).weighsAs(other.topics[topic] ?? Topic()) else { return nil }
        }
        var words: Set<String> = []
        for topic in Set(labels.keys).union(other.labels.keys) {
            let (old, new) = (labels[topic] ?? [:], other.labels[topic] ?? [:])
            words.formUnion(Set(old.keys).union(new.keys).filter { old[$0] != new[$0] })
        }
        return words.count <= Self.mostWords ? words.sorted() : nil
    }
}

extension TopicModel.Topic {
    /// Whether it weighs every passage as the other does, however many decisions stand behind it.
    fileprivate func weighsAs(_ other: Self) -> Bool {
        guard !isNeutral || !other.isNeutral else { return true }
        var (left, right) = (self, other)
        for keyPath in [\Self.accepted, \Self.rejected] {
            left[keyPath: keyPath] = 0
            right[keyPath: keyPath] = 0
        }
        return left == right
    }

    /// Whether nothing was learned but counts.
    private var isNeutral: Bool {
        bias == 0 && scale == 1 && surroundings.allSatisfy { $0 == 0 } && words.isEmpty && threshold == nil
    }
}
