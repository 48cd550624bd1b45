import Articles
import Dispatch
import Library
import Search
import Sync
import Synchronization
import Text
import Topics

/// Does what the reader asks for, away from the main thread; what comes of it is posted to the mailbox.
///
/// Reads, searches and writes each have a lane of their own, in which one thing is done after the other: so a slow search
/// holds up no article, and what the user does is done in the order in which he did it.
public final class EffectRunner: Sendable {
    let library: Library
    let mailbox: Mailbox
    let keeper: FolderKeeper?
    let feedKeeper: FeedKeeper?
    /// What tags, and learns from what the user judges.
    let learning: Learning
    let vocabulary: CurrentVocabulary

    private let lists = DispatchQueue(label: "dossier.lists", qos: .userInitiated)
    /// What is seen does not wait until the order of a whole library is read.
    private let rows = DispatchQueue(label: "dossier.rows", qos: .userInitiated)
    let articles = DispatchQueue(label: "dossier.articles", qos: .userInitiated)
    let searches = DispatchQueue(label: "dossier.searches", qos: .userInitiated)
    let notesLane = DispatchQueue(label: "dossier.notes", qos: .userInitiated)
    let completions = DispatchQueue(label: "dossier.completions", qos: .userInitiated)
    /// Nobody waits for what is related.
    let relations = DispatchQueue(label: "dossier.related", qos: .utility)
    private let writes = DispatchQueue(label: "dossier.writes", qos: .userInitiated)
    private let feeds = DispatchQueue(label: "dossier.feeds", qos: .utility)
    private let syncs = DispatchQueue(label: "dossier.sync", qos: .utility)
    private let lessons = DispatchQueue(label: "dossier.learning", qos: .utility)
    let newest = Mutex(Newest())
    let state = Mutex(State())
    let admission = Admission()
    /// What completes paths.
    let paths: PathCompletion
    /// How often other programs' changes are looked for, in milliseconds: they are on the screen within a second.
    let pulse: Int
    /// How long the keeping of today's copy waits, in milliseconds: the first keys come before it.
    let copyDelay: Int
    /// Called before each look, and before each search; tests make them slow.
    let beforePulse: @Sendable () -> Void
    let beforeSearch: @Sendable () -> Void

    /// The newest of each kind that was asked for: older ones need not be done any more.
    struct Newest {
        var order = 0
        var article = 0
        var notes = 0
        var notesSearch: SearchCancellation?
        var completion = 0
        var topicPage = 0
        var saved = 0
        var search: SearchCancellation?
        var relating: SearchCancellation?
    }

    struct State {
        var isSyncing = false
        var isSyncWanted = false
        var isEnding = false
        /// Ends the work on the index that nobody waits for; nothing while there is none.
        var upkeep: SearchCancellation?
        /// Whether that work is to begin once more, since there was a reason for it while it went on.
        var isUpkeepWanted = false
        /// Whether it was cancelled, and waits until it goes on by itself.
        var isUpkeepResting = false
        var stopWatching: (@Sendable () -> Void)?
        var dataVersion: Int?
        /// Ends the jobs that wait or are under way.
        var jobs: [SearchCancellation] = []
        /// Ends the asking for feeds that is under way.
        var feedStop: SearchCancellation?
        /// What is being learned from, by the generation of decisions, and whether that is shown.
        var lesson: (generation: Int, isSeen: Bool)?
    }

    /// `learning` is of the library, tags by the vocabulary, and learns from what is judged here.
    public convenience init(
        _ learning: Learning, vocabulary: CurrentVocabulary, mailbox: Mailbox, keeper: FolderKeeper? = nil,
        feedKeeper: FeedKeeper? = nil, home: String? = nil
    ) {
        self.init(
            learning, vocabulary: vocabulary, mailbox: mailbox, keeper: keeper, feedKeeper: feedKeeper, pulse: 500, home: home)
    }

    init(
        _ learning: Learning, vocabulary: CurrentVocabulary, mailbox: Mailbox, keeper: FolderKeeper?, feedKeeper: FeedKeeper? = nil, pulse: Int,
        home: String? = nil,
        copyDelay: Int = 1_000, beforePulse: @escaping @Sendable () -> Void = {}, beforeSearch: @escaping @Sendable () -> Void = {}
    ) {
        self.learning = learning
        library = learning.library
        self.vocabulary = vocabulary
        self.mailbox = mailbox
        self.keeper = keeper
        self.feedKeeper = feedKeeper
        self.pulse = pulse
        paths = PathCompletion(home: home)
        self.copyDelay = copyDelay
        self.beforePulse = beforePulse
        self.beforeSearch = beforeSearch
        // Before anything is read, so that no change of another program falls between.
        let version = try? library.dataVersion()
        state.withLock { $0.dataVersion = version }
    }

    /// Starts what an effect asks for, and returns at once. What concerns the terminal is not done here.
    public func run(_ effect: Effect) {
        switch effect {
        case .loadOrder(let filter, let order, let generation): loadOrder(filter, order, generation)
        case .loadRows(let ids): read(on: rows) { .rows(try $0.rows(ids)) }
        case .loadTotals: read(on: lists) { .totals(try $0.totals()) }
        case .loadArticle(let id, let generation): loadArticle(id, generation)
        case .search(let question, let generation): search(question, generation)
        case .loadHits(let range, let question, let generation): loadHits(range, question, generation)
        case .complete(let text, let cursor, let generation): complete(text, cursor, generation)
        case .completePath(let path, let generation): completePath(path, generation)
        case .loadNotes(let question, let generation): loadNotes(question, generation)
        case .loadNoteRows(let numbers): read(on: notesLane) { .noteRows(try $0.passages(numbered: numbers)) }
        case .loadTopicCounts: read(on: lists) { .topicCounts(try $0.topicCounts()) }
        case .loadTags: read(on: lists) { .tags(try $0.allTags()) }
        case .loadNames: read(on: lists) { .names(tags: try $0.allTags(), languages: try $0.languages()) }
        case .locate(let query, let id): locate(query, id)
        case .judge(let verdict, let places, let words): judge(verdict, places, words)
        case .countJudgements(let request): countJudgements(request)
        case .exclude(let kind, let text, let topic, let label, let id): exclude(kind, text, topic, label, id)
        case .mark(let act): annotate(act)
        case .correct(let id, let correction): correct(id, correction)
        case .undo: takeBack(isRedo: false)
        case .redo: takeBack(isRedo: true)
        case .setRead, .toggleBookmark, .toggleTag, .trash, .removeNote, .setStar, .restore, .savePlace, .saveSession:
            write(effect)
        case .planAct(let wish, let articles): planAct(wish, articles)
        case .act(let plan): act(plan)
        case .loadTopicPage(let topic, let branch, let generation): loadTopicPage(topic, branch, generation)
        case .cancelJob: cancelJobs()
        case .addFiles(let path): addFiles(path)
        case .loadSaved(let generation): loadSaved(generation)
        case .saveSearch(let name, let query): saveSearch(name, query)
        case .renameSearch(let search, let name): renameSearch(search, name)
        case .removeSearch(let search): removeSearch(search)
        case .sync: startSync()
        case .cancelSync: cancelSync()
        case .cancelIndexing: cancelUpkeep()
        case .palette(let request): run(request)
        case .briefing(let request): run(request)
        case .feed(let request): run(request)
        case .copy, .outside, .setMouse, .redraw, .suspend, .quit, .explore: break
        }
    }

    /// Waits until all that was asked for is done, and ends what goes on by itself: afterwards nothing uses the library, and
    /// what is still run does nothing. In this order: nothing new begins by itself, what can be cancelled is, the door is
    /// closed, what is inside comes to its end, the watching stops.
    public func finish() {
        state.withLock { $0.isEnding = true }
        cancelSync()
        newest.withLock {
            $0.search?.cancel()
            $0.notesSearch?.cancel()
            $0.relating?.cancel()
        }
        cancelUpkeep()
        cancelJobs()
        cancelFeeds()
        admission.close()
        state.withLock { $0.stopWatching.take() }?()
    }

    /// Waits until all that was asked for is done and its answers are in the mailbox, or the time is over. Not for the main thread of
    /// a reader: for those who want answers as they come to stand.
    func waitForAll(timeout: DispatchTime) { admission.wait(timeout: timeout) }

    private func cancelSync() {
        state.withLock { $0.isSyncWanted = false }
        keeper?.cancel()
    }

    // MARK: Lanes

    /// Queues work that ``finish()`` waits for; nothing once it has been called.
    private func queue(on lane: DispatchQueue, _ work: @escaping @Sendable () -> Void) {
        guard admission.enter() else { return }
        lane.async { [admission] in
            defer { admission.leave() }
            work()
        }
    }

    func read(on lane: DispatchQueue, _ work: @escaping @Sendable (Library) throws -> Answer?) {
        queue(on: lane) { [self] in
            do {
                if let answer = try work(library) { mailbox.post(answer) }
            } catch is SearchCancelled {
                // A newer one took its place.
            } catch {
                mailbox.post(.failed(Self.sentence(error)))
            }
        }
    }

    func onSyncs(_ work: @escaping @Sendable (Library) throws -> Answer?) { read(on: syncs, work) }
    func onWrites(_ work: @escaping @Sendable (Library) throws -> Answer?) { read(on: writes, work) }
    func onLessons(_ work: @escaping @Sendable () -> Void) { queue(on: lessons, work) }

    /// Runs `work` after a while, unless the reader has ended by then.
    func onLessonsLater(milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        later(on: lessons, milliseconds: milliseconds, work)
    }

    func onFeeds(_ work: @escaping @Sendable () -> Void) { queue(on: feeds, work) }

    func onSync(_ work: @escaping @Sendable () -> Void) { queue(on: syncs, work) }

    /// Runs `work` on the lane of syncs after a while, unless the reader has ended by then.
    func onSyncsLater(milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        later(on: syncs, milliseconds: milliseconds, work)
    }

    /// Runs `work` on the lane of lists after a while, unless the reader has ended by then; nobody waits for the moment.
    func onListsLater(milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        later(on: lists, milliseconds: milliseconds, work)
    }

    private func later(on lane: DispatchQueue, milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
        lane.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            guard let admission = self?.admission, admission.enter() else { return }
            defer { admission.leave() }
            work()
        }
    }

    func onLists(_ work: @escaping @Sendable (Library) throws -> Answer?) { read(on: lists, work) }

    static func sentence(_ error: any Error) -> String {
        (error as? any ExplainedError)?.message ?? String(describing: error)
    }

    // MARK: Reads

    private func loadOrder(_ filter: LibraryFilter, _ order: SearchRequest.Order, _ generation: Int) {
        newest.withLock { $0.order = max($0.order, generation) }
        read(on: lists) { [self] library in
            guard newest.withLock({ $0.order }) == generation else { return nil }
            let totals = try library.totals()
            let ids = try library.order(of: filter.query, sorted: order)
            return .order(ids, totals, generation: generation)
        }
    }

    private func loadArticle(_ id: ArticleID, _ generation: Int) {
        newest.withLock { $0.article = max($0.article, generation) }
        read(on: articles) { [self] library in
            guard newest.withLock({ $0.article }) == generation else { return nil }
            do {
                let stored = try library.article(id)
                mailbox.post(.article(stored, generation: generation))
                // They are shown beside the passage only: the article need not wait for them.
                return .citations(id, CitationFinder(vocabulary: vocabulary.vocabulary).citations(in: stored.article))
            } catch LibraryError.unknownArticle {
                return .noArticle(generation: generation)
            }
        }
    }
}

extension Library {
    /// How many articles there are and are unread. Costs one row.
    func totals() throws -> Totals {
        let counts = try counts()
        return Totals(all: counts.articles, unread: counts.unread)
    }
}

extension LibraryFilter {
    /// The same as a query.
    var query: Query {
        var parts: [Query] = []
        if let topic { parts.append(.topic(TopicQuery(topic.rawValue))) }
        if isUnreadOnly { parts.append(.state(.unread)) }
        if let words { parts.append(Query.typed(words, isTyping: false).query) }
        return parts.count > 1 ? .and(parts) : parts.first ?? .all
    }
}
