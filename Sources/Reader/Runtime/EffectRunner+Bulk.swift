import Library
import Search
import Sync
import Synchronization
import Topics

/// Acting on several articles at once.
extension EffectRunner {
    /// How long a job goes on before it is shown, in milliseconds.
    private static let unseen = 200
    /// How many rows are looked at between two reports.
    private static let rowsPerReport = 500

    /// On the lane of writes, so that it is counted as things are after all that was asked for before.
    func planAct(_ wish: BulkWish, _ articles: [ArticleID]) {
        job("counting", total: articles.count) { library, meter in
            var rows: [ArticleRow] = []
            var rest = articles[...]
            while !rest.isEmpty {
                rows += try library.rows(Array(rest.prefix(Self.rowsPerReport)))
                rest = rest.dropFirst(Self.rowsPerReport)
                try meter.take(articles.count - rest.count)
            }
            return .planned(ActPlan(wish, rows))
        }
    }

    func act(_ plan: ActPlan) {
        job("changing", total: plan.articles.count) { library, meter in
            let ids = plan.articles
            switch plan.act {
            case .read(let isRead): try library.setRead(ids, isRead, progress: meter.take)
            case .star(let isStarred): try library.setStar(ids, isStarred, progress: meter.take)
            case .trash(true): try library.trash(ids, progress: meter.take)
            case .trash(false): try library.restore(ids, progress: meter.take)
            case .tag(let name, true): try library.tag(ids, name, progress: meter.take)
            case .tag(let name, false): try library.untag(ids, name, progress: meter.take)
            }
            return .changed(Change(plan.act.report(ids.count)))
        }
    }

    /// Runs a job of the user's on the lane of writes; it is shown where it takes long, and can be cancelled.
    func job(_ words: String, total: Int? = nil, _ work: @escaping @Sendable (Library, JobMeter) throws -> Answer?) {
        let cancellation = SearchCancellation()
        state.withLock { $0.jobs.append(cancellation) }
        onWrites { [self] library in
            let meter = JobMeter(words, total: total, cancellation: cancellation, pace: .milliseconds(Self.unseen)) { [mailbox] in
                mailbox.post(.job($0))
            }
            defer {
                state.withLock { $0.jobs.removeAll { $0 === cancellation } }
                if meter.wasShown { mailbox.post(.job(nil)) }
            }
            do {
                return try work(library, meter)
            } catch is SearchCancelled {
                return .notice("cancelled; nothing was changed")
            }
        }
    }

    func cancelJobs() {
        state.withLock { state in
            for job in state.jobs { job.cancel() }
        }
    }

    /// Copies first, which is fast, and has the folder read then, which goes on by itself.
    func addFiles(_ path: String) {
        let path = paths.expanded(path)
        let stop = SearchCancellation()
        state.withLock { $0.jobs.append(stop) }
        onSyncs { [self] library in
            let meter = JobMeter("copying", total: nil, cancellation: stop, pace: .milliseconds(Self.unseen)) { [mailbox] in
                mailbox.post(.job($0))
            }
            defer {
                state.withLock { $0.jobs.removeAll { $0 === stop } }
                if meter.wasShown { mailbox.post(.job(nil)) }
            }
            let cancellation = SyncCancellation()
            let report = try Adding(library).copy([path], cancellation: cancellation) { progress in
                // What was copied by then stays, and is read.
                do { try meter.take(progress.done, of: progress.found) } catch { cancellation.cancel() }
            }
            mailbox.post(
                .added(AddedFiles(copied: report.copied.count, present: report.present.count, failures: report.failed.map(\.message))))
            if !report.copied.isEmpty { startSync() }
            return nil
        }
    }

    func loadTopicPage(_ topic: TopicID, _ branch: Set<TopicID>, _ generation: Int) {
        newest.withLock { $0.topicPage = max($0.topicPage, generation) }
        // Months of a large topic take a while, for which neither list nor article is to wait.
        read(on: completions) { [self] library in
            guard newest.withLock({ $0.topicPage }) == generation else { return nil }
            let articles = try library.firstRows(.topic(TopicQuery(topic.rawValue)), limit: TopicFacts.most)
            let passages = try library.passages(about: topic, or: branch, limit: TopicFacts.most)
            return .topicPage(
                TopicFacts(months: try library.months(of: topic), passages: passages, articles: articles),
                generation: generation)
        }
    }
}

/// Tells how far a job is, at a pace that can be followed, and ends one that was cancelled. For one thread.
final class JobMeter {
    private let words: String
    private let total: Int?
    private let cancellation: SearchCancellation
    private let pace: Duration
    private let show: (JobProgress) -> Void
    private var last = ContinuousClock.now
    private(set) var wasShown = false

    init(_ words: String, total: Int?, cancellation: SearchCancellation, pace: Duration, show: @escaping (JobProgress) -> Void) {
        self.words = words
        self.total = total
        self.cancellation = cancellation
        self.pace = pace
        self.show = show
    }

    /// So much is done. Throws `SearchCancelled` where the user wants no more of it.
    func take(_ done: Int) throws { try take(done, of: total) }

    func take(_ done: Int, of total: Int?) throws {
        guard !cancellation.isCancelled else { throw SearchCancelled() }
        let now = ContinuousClock.now
        guard now - last >= pace else { return }
        (last, wasShown) = (now, true)
        show(JobProgress(words, done: done, total: total))
    }
}
