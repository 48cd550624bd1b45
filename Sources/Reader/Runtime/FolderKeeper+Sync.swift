import Library
import Sync
import Synchronization

extension FolderKeeper {
    /// Keeps the library of `learning` in step with its folder by `Synchroniser` and `FolderWatcher`, tagging with what was
    /// learned, which is first asked for when the first sync begins.
    public init(_ learning: Learning) {
        let folder = learning.library.location.folder
        let current = CurrentSync()
        self.init(
            synchronise: { report in
                let cancellation = SyncCancellation()
                current.set(cancellation)
                let result = try learning.synchronise(cancellation: cancellation) { progress in report(SyncProgress(progress)) }
                return SyncSummary(result)
            },
            cancel: { current.cancel() },
            watch: { changed in
                let watcher = FolderWatcher(folder: folder) { _ in changed() }
                try watcher.start()
                return { watcher.stop() }
            })
    }
}

/// What cancels the sync that is under way.
private final class CurrentSync: Sendable {
    private let cancellation = Mutex<SyncCancellation?>(nil)

    func set(_ new: SyncCancellation) { cancellation.withLock { $0 = new } }

    func cancel() { cancellation.withLock { $0?.cancel() } }
}

extension SyncProgress {
    init(_ progress: Sync.SyncProgress) {
        self.init(
            done: progress.done, total: progress.phase == .looking ? nil : progress.toRead, failures: progress.failed,
            articles: progress.articles)
    }
}

extension SyncSummary {
    init(_ report: SyncReport) {
        let changes = report.changes
        self.init(
            added: changes.added + changes.returned, changed: changes.changed, gone: changes.gone,
            moved: changes.moved, duplicates: changes.duplicates,
            failures: report.problems.map(\.message),
            newFailures: report.problems.count { !$0.isKnown }, isCancelled: report.isCancelled)
    }
}
