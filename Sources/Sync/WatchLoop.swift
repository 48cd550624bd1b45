import Glibc

/// What a watcher's thread does.
final class WatchLoop {
    private let folder: String
    private let options: WatchOptions
    private let wake: Int32
    private let tree: InotifyTree
    private let handler: @Sendable (WatchEvent) -> Void
    /// When the first change that is not told yet came, and the last, in seconds.
    private var pending: (first: Double, last: Double)?

    init(
        folder: String, options: WatchOptions, wake: Int32, tree: InotifyTree,
        handler: @escaping @Sendable (WatchEvent) -> Void
    ) {
        self.folder = folder
        self.options = options
        self.wake = wake
        self.tree = tree
        self.handler = handler
    }

    private func now() -> Double { SyncOptions.steadyClock() }

    func run() {
        if let refusal = tree.refusal { return poll(refusal) }
        while true {
            switch wait(for: [wake, tree.descriptor], seconds: remaining) {
            case .stopped: return
            case .ready: take(tree.read())
            case .nothing: break
            }
            tellWhenQuiet()
            if let refusal = tree.refusal ?? (isLost ? .folderMoved : nil) { return poll(refusal) }
        }
    }

    private var isLost = false

    private func take(_ news: InotifyTree.News) {
        if news.isLost { isLost = true }
        guard news.isChanged || news.isLost else { return }
        let time = now()
        pending = (pending?.first ?? time, time)
    }

    /// Seconds until pending changes are to be told; nothing where there are none.
    private var remaining: Double? {
        pending.map { max(0, min($0.last + options.quiet, $0.first + options.longest) - now()) }
    }

    private func tellWhenQuiet() {
        guard let remaining, remaining <= 0 else { return }
        pending = nil
        handler(.changed)
    }

    // MARK: Waiting

    private enum Waited { case stopped, ready, nothing }

    /// Waits until one of the descriptors, the first of which stops the loop, has something.
    private func wait(for descriptors: [Int32], seconds: Double?) -> Waited {
        var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // Rounded up, so that the wait is not over a moment too early and begins again.
        let milliseconds = seconds.map { Int32(min($0 * 1_000 + 1, 60_000)) } ?? -1
        let count = Glibc.poll(&polled, nfds_t(polled.count), milliseconds)
        if polled.first.map({ $0.revents != 0 }) ?? true { return .stopped }
        return count > 0 ? .ready : .nothing
    }

    // MARK: Looking from time to time

    private func poll(_ reason: PollingReason) {
        handler(.polling(reason))
        if pending != nil { handler(.changed) }
        pending = nil
        // What happened between the last event and this look is told once for certain.
        var last: Int?
        while true {
            let start = now()
            let print = fingerprint()
            if let last, last != print { handler(.changed) }
            if last == nil, reason != .asked, reason != .networkFileSystem { handler(.changed) }
            last = print
            // A look that takes long is taken less often.
            let pause = max(options.pollInterval, (now() - start) * 20)
            if wait(for: [wake], seconds: pause) == .stopped { return }
        }
    }

    private func fingerprint() -> Int {
        guard let walk = try? FolderWalk(folder, depth: options.depth) else { return 0 }
        var hasher = Hasher()
        hasher.combine(walk.files)
        hasher.combine(walk.problems)
        return hasher.finalize()
    }
}
