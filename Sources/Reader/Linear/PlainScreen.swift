import Dispatch
import Library
import Sync
import Terminal
import Topics

/// A screen that is asked for by name, without a terminal: the same state is led there by the same messages, and what it asks
/// for is read from the library. Nothing is changed or kept.
public struct PlainScreen: Sendable {
    /// Which screen.
    public enum Name: Hashable, Sendable {
        case library
        case search(String)
        case topics
        case notes
        case article(ArticleID)
    }

    private let mailbox: Mailbox
    private let runner: EffectRunner
    private let vocabulary: CurrentVocabulary
    private let folder: String

    /// How long the answers to what was asked at once are waited for.
    private static let patience = DispatchTimeInterval.seconds(60)

    public init(_ library: Library, vocabulary: CurrentVocabulary) {
        mailbox = Mailbox {}
        self.vocabulary = vocabulary
        folder = library.location.folder
        runner = EffectRunner(Learning(library, vocabulary: { vocabulary.vocabulary }), vocabulary: vocabulary, mailbox: mailbox)
    }

    /// What the screen says, line by line; of a list, the first `limit` rows.
    public func lines(of name: Name, limit: Int) -> [String] {
        // Tall enough for the list, and what stands around it.
        var state = ReaderState(columns: 80, rows: max(24, limit + 8), folder: folder, theme: Theme(nil, depth: .none))
        _ = state.update(.answer(.topics(TopicBook(vocabulary.vocabulary))), at: Moment(milliseconds: 0))
        settle(&state, state.begin(at: Moment(milliseconds: 0)))
        settle(&state, keys(name, &state))
        runner.finish()
        return linear(state)
    }

    private func keys(_ name: Name, _ state: inout ReaderState) -> [Effect] {
        switch name {
        case .library: return []
        case .topics: return state.perform(.goTopics, in: .library) + state.settle()
        case .notes: return state.perform(.goNotes, in: .library) + state.settle()
        case .search(let query):
            state.search.line = QueryLine(query)
            return state.perform(.goSearch, in: .library) + state.startSearch() + state.settle()
        case .article(let id): return state.open(id, arrival: .place) + state.settle()
        }
    }

    /// Does what is asked for, and what follows from the answers, until nothing is under way. Answers are not counted: a search
    /// that a newer one takes the place of has none, and one that fails has one less.
    private func settle(_ state: inout ReaderState, _ effects: [Effect]) {
        var effects = effects
        repeat {
            for effect in effects where effect.isRead { runner.run(effect) }
            runner.waitForAll(timeout: .now() + Self.patience)
            effects = mailbox.takeAll().flatMap { state.update(.answer($0), at: Moment(milliseconds: 0)) }
        } while effects.contains(where: \.isRead)
    }
}

extension Effect {
    /// Whether it only reads what a screen shows; all else is not done here.
    fileprivate var isRead: Bool {
        if case .loadOrder = self { return true }
        if case .loadRows = self { return true }
        if case .loadHits = self { return true }
        if case .loadNotes = self { return true }
        if case .loadTopicCounts = self { return true }
        if case .search(let question, _) = self { return !question.text.isEmpty || question.like != nil }
        if case .loadArticle = self { return true }
        return false
    }
}
