import Synchronization

/// Stops a sync from another thread, at once.
public final class SyncCancellation: Sendable {
    private let flag = Atomic(false)
    /// Stops what a thread waits for.
    private let handler = Mutex<(@Sendable () -> Void)?>(nil)

    public init() {}

    public func cancel() {
        flag.store(true, ordering: .sequentiallyConsistent)
        handler.withLock { $0 }?()
    }

    /// Has `handler` called, on the thread that cancels, while `body` runs.
    func calling<Result>(_ handler: @escaping @Sendable () -> Void, while body: () throws -> Result) rethrows -> Result {
        self.handler.withLock { $0 = handler }
        defer { self.handler.withLock { $0 = nil } }
        if isCancelled { handler() }
        return try body()
    }

    public var isCancelled: Bool { flag.load(ordering: .sequentiallyConsistent) }
}
