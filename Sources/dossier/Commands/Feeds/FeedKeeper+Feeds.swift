import Feeds
import Library
import Reader
import Sync
import Synchronization
import Workers

extension FeedKeeper {
    /// Follows feeds for the library of `learning`, in processes that are started when they are first needed and end with each
    /// asking.
    init(_ learning: Learning) {
        let library = learning.library
        let adding = Adding()
        self.init(
            list: {
                let counts = try library.feedCounts()
                let now = LibraryOptions.systemClock()
                return try library.feeds().map { FollowedFeed($0, counts[$0.id] ?? FeedCounts(), now: now) }
            },
            add: { address in
                let work = FeedWork(library, try learning.tagger())
                adding.work.withLock { $0 = work }
                defer {
                    adding.work.withLock { $0 = nil }
                    work.end()
                }
                return FollowingSummary(try work.refresh.add(address))
            },
            refresh: { ids, progress, isCancelled in
                let work = FeedWork(library, try learning.tagger())
                defer { work.end() }
                // Due or not, since a person asks; those that did not change are not sent again.
                let chosen = try ids ?? library.feeds().filter { !$0.state.isStopped }.map(\.id)
                let report = try work.refresh.run(.named(chosen, isForced: false), isCancelled: isCancelled) { progress(FeedsProgress($0)) }
                return FeedsSummary(report)
            },
            remove: { try library.removeFeed($0) },
            cancel: { adding.work.withLock { $0 }?.interrupt() })
    }

    /// What is being added, for who calls it off.
    private final class Adding: Sendable {
        let work = Mutex<FeedWork?>(nil)
    }
}

extension FollowedFeed {
    init(_ feed: Feed, _ counts: FeedCounts, now: Int64) {
        let standing: Standing
        if feed.state.isStopped {
            standing = .gone(feed.state.failure)
        } else if let failure = feed.state.failure {
            standing = .failing(times: feed.state.failures, failure)
        } else {
            standing = feed.state.asked == nil ? .notAsked : .fine
        }
        self.init(
            id: feed.id, title: feed.name, host: Self.host(feed), articles: counts.articles, unread: counts.unread,
            age: feed.state.asked.map { max(0, now - $0) }, standing: standing)
    }

    /// Where it comes from: never with name and password.
    private static func host(_ feed: Feed) -> String {
        if feed.permission == .file { return feed.shownURL.split(separator: "/").last.map(String.init) ?? feed.shownURL }
        return WebLocation(feed.url)?.host ?? feed.shownURL
    }
}

extension FeedsProgress {
    init(_ progress: FeedProgress) {
        self.init(done: progress.done, total: progress.total, failures: progress.failed, articles: progress.articles)
    }
}

extension FeedsSummary {
    init(_ report: FeedReport) {
        self.init(
            asked: report.asked, added: report.changes.added, changed: report.changes.changed,
            failures: report.failures.map(\.sentence), offline: report.offline, isCancelled: report.isCancelled)
    }
}

extension FollowingSummary {
    init(_ addition: FeedAddition) {
        self.init(addition.sentence, isNew: !addition.added.isEmpty, failures: addition.refused.map(\.message))
    }
}
