import Glibc
import Workers

/// Tells when something in a folder, or in a folder inside it, changes: by inotify, or where that is not to be had, by
/// looking from time to time. Hidden files and folders, our own among them, are not told of.
///
/// The handler is called on the watcher's own thread. Changes that come close together are told once.
public final class FolderWatcher: Sendable {
    private struct State {
        var thread: CrewThread?
        var isStopped = false
    }

    private let folder: String
    private let options: WatchOptions
    private let handler: @Sendable (WatchEvent) -> Void
    private let wake: WakePipe
    private let state = Monitor(State())

    public init(
        folder: String, options: WatchOptions = WatchOptions(), handler: @escaping @Sendable (WatchEvent) -> Void
    ) {
        self.folder = folder
        self.options = options
        self.handler = handler
        wake = WakePipe()
    }

    /// Starts to watch. When it returns every change from then on is told: sync after it, and nothing is missed
    /// between. A watcher is started once. Throws where the process has no descriptor or no thread left.
    public func start() throws(SyncError) {
        guard wake.reading >= 0 else { throw SyncError(path: folder, reason: .system(EMFILE)) }
        let watch = InotifyTree(folder, options)
        let isStarted = state.update { state in
            guard state.thread == nil, !state.isStopped else { return true }
            let loop = SendableLoop(
                WatchLoop(folder: folder, options: options, wake: wake.reading, tree: watch, handler: handler))
            state.thread = CrewThread { loop.value.run() }
            return state.thread != nil
        }
        if !isStarted { throw SyncError(path: folder, reason: .system(EAGAIN)) }
    }

    /// Stops, and returns when the handler will not be called any more. Must not be called by the handler.
    public func stop() {
        let thread = state.update { state -> CrewThread? in
            state.isStopped = true
            defer { state.thread = nil }
            return state.thread
        }
        guard let thread else { return }
        wake.send()
        thread.join()
    }
}

/// A pipe by which one thread wakes another that waits in `poll`.
private final class WakePipe: Sendable {
    let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let result = pipe(&ends)
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reading = result == 0 ? ends[0] : -1
        writing = result == 0 ? ends[1] : -1
    }

    deinit {
        if reading >= 0 { close(reading) }
        if writing >= 0 { close(writing) }
    }

    func send() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }
}

/// Carries the loop to its thread, after which nobody else has it.
private struct SendableLoop: @unchecked Sendable {
    let value: WatchLoop

    init(_ value: WatchLoop) { self.value = value }
}
