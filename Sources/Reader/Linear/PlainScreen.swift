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
    private let woken = DispatchSemaphore(value: 0)
    private let vocabulary: CurrentVocabulary
    private let folder: String

    /// How long an answer is waited for.
    private static let patience = DispatchTimeInterval.seconds(60)

    public init(_ library: Library, vocabulary: CurrentVocabulary) {
        let woken = woken
        mailbox = Mailbox { woken.signal() }
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

    /// Does what is asked for, and what follows from the answers, until nothing is under way.
    private func settle(_ state: inout ReaderState, _ effects: [Effect]) {
        var open = 0
        func start(_ effects: [Effect]) {
            for effect in effects where effect.answers > 0 {
                open += effect.answers
                runner.run(effect)
            }
        }
        start(effects)
        while open > 0, woken.wait(timeout: .now() + Self.patience) == .success {
            for answer in mailbox.takeAll() {
                open -= answer.isAwaited ? 1 : 0
                start(state.update(.answer(answer), at: Moment(milliseconds: 0)))
            }
        }
    }
}

extension Effect {
    /// How many answers come of it, where it only reads what a screen shows; 0 for all else, which is not done here.
    fileprivate var answers: Int {
        if case .loadOrder = self { return 1 }
        if case .loadRows = self { return 1 }
        if case .loadHits = self { return 1 }
        if case .loadNotes = self { return 1 }
        if case .loadTopicCounts = self { return 1 }
        if case .search(let question, _) = self { return question.text.isEmpty && question.like == nil ? 0 : 2 }
        // The citations come behind the article.
        if case .loadArticle = self { return 2 }
        return 0
    }
}

extension Answer {
    fileprivate var isAwaited: Bool {
        if case .order = self { return true }
        if case .rows = self { return true }
        if case .hits = self { return true }
        if case .notes = self { return true }
        if case .topicCounts = self { return true }
        if case .found = self { return true }
        if case .foundOrder = self { return true }
        if case .article = self { return true }
        if case .citations = self { return true }
        if case .failed = self { return true }
        return false
    }
}
