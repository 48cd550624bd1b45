import Articles
import Library
import Text
import Workers

/// Asks for the feeds of a library, those that are due, and takes in what is new.
///
/// Hosts are asked side by side, each by one connection at a time and with a pause between two requests. All writing is done on
/// the thread that calls. May be called off from any thread; what was done until then is kept.
public struct FeedRefresh: Sendable {
    /// Makes what tags articles on one thread.
    public typealias ArticleMaker = @Sendable () -> (Article) -> IncomingArticle

    let library: Library
    let fetcher: any Fetcher
    let readers: WorkerPool
    let options: FeedOptions
    let makeIncoming: ArticleMaker

    /// `makeIncoming` is called once on each thread, before its first article.
    public init(
        _ library: Library, fetcher: any Fetcher, readers: WorkerPool, options: FeedOptions = FeedOptions(),
        makeIncoming: @escaping ArticleMaker
    ) {
        self.library = library
        self.fetcher = fetcher
        self.readers = readers
        self.options = options
        self.makeIncoming = makeIncoming
    }

    /// Which feeds are asked.
    public enum Choice: Hashable, Sendable {
        case due
        case all
        /// These, by their ids, due or not; `isForced` also where they are as they were.
        case named([String], isForced: Bool)
    }

    /// Returns when all is done, or soon after `isCancelled` said so. Throws where there is nothing to fetch or read with, and where
    /// the library cannot be written; a feed that fails never stops the rest.
    ///
    /// `progress` is called on this thread, at the beginning and after each feed.
    public func run(
        _ choice: Choice = .due, isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: (FeedProgress) -> Void = { _ in }
    ) throws -> FeedReport {
        var report = FeedReport()
        let chosen = try choose(choice, &report)
        var progressed = FeedProgress(total: chosen.feeds.count)
        progress(progressed)
        var taking = FeedTaking(library: library)
        let crew = FeedCrew(chosen.feeds, self, isForced: chosen.isForced)
        defer { crew.stop() }
        while let result = crew.next(isCancelled: isCancelled) {
            let visit = try result.get()
            try taking.take(visit, &report)
            progressed.done += 1
            progressed.failed = report.failures.count
            progressed.articles = report.changes.added + report.changes.changed
            progressed.name = visit.feed.name
            progress(progressed)
        }
        report.isCancelled = crew.isCancelled
        try taking.finish(&report)
        if let keep = options.keep, !report.isCancelled {
            report.expired = try library.expireFeedEntries(before: options.clock() - keep)
        }
        return report
    }

    private func choose(_ choice: Choice, _ report: inout FeedReport) throws -> (feeds: [Feed], isForced: Bool) {
        let feeds = try library.feeds()
        switch choice {
        case .named(let ids, let isForced):
            let wanted = Set(ids)
            return (feeds.filter { wanted.contains($0.id) }, isForced)
        case .all, .due:
            let live = feeds.filter { !$0.state.isStopped }
            report.stopped = feeds.count - live.count
            guard choice == .due else { return (live, true) }
            let now = options.clock()
            // A due time further ahead than any that is given comes from a clock that was wrong.
            let due = live.filter { $0.state.due <= now || $0.state.due > now + options.schedule.longestPause + 86_400 }
            report.notDue = live.count - due.count
            return (due, false)
        }
    }

    func visitor() -> FeedVisitor {
        FeedVisitor(library: library, fetcher: fetcher, readers: readers, options: options, incoming: makeIncoming())
    }
}

/// Brings what visits came to into the library.
struct FeedTaking {
    let library: Library
    /// Visits that failed as they do without a network.
    private var unreached: [FeedVisitor.Visit] = []
    private var hasNetwork = false

    init(library: Library) { self.library = library }

    mutating func take(_ visit: FeedVisitor.Visit, _ report: inout FeedReport) throws {
        if case .failed(_, let error?) = visit.result, error.mayBeOffline {
            unreached.append(visit)
            return
        }
        if visit.feed.permission != .file {
            if case .failed(_, let error?) = visit.result { hasNetwork = hasNetwork || error.provesNetwork } else { hasNetwork = true }
        }
        try settle(visit, &report)
    }

    /// Where no feed at all was reached there is no network: nothing is held against them.
    mutating func finish(_ report: inout FeedReport) throws {
        guard hasNetwork || report.isCancelled else {
            report.offline = unreached.count
            if case .failed(_, let error)? = unreached.first?.result { report.offlineReason = error?.why }
            return
        }
        guard hasNetwork else { return }
        for visit in unreached { try settle(visit, &report) }
    }

    private func settle(_ visit: FeedVisitor.Visit, _ report: inout FeedReport) throws {
        let feed = visit.feed
        report.asked += 1
        for note in visit.notes { report.notes.append(FeedProblem(feed: feed.id, name: feed.name, message: note)) }
        switch visit.result {
        case .unchanged:
            report.unchanged += 1
            try library.noteFeed(feed.id, visit.state)
        case .entries(let entries):
            if entries.isEmpty {
                report.unchanged += 1
                try library.noteFeed(feed.id, visit.state)
            } else {
                report.changes += try library.applyFeed(feed.id, entries, visit.state)
            }
        case .failed(let message, _):
            report.failures.append(FeedProblem(feed: feed.id, name: feed.name, message: message))
            return try library.noteFeed(feed.id, visit.state)
        }
        if let movedTo = visit.movedTo, try library.moveFeed(feed.id, to: movedTo) {
            let address = WebLocation.withoutCredentials(movedTo)
            report.moved.append(FeedProblem(feed: feed.id, name: feed.name, message: "moved to \(address)"))
        }
    }
}
