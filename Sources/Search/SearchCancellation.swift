import Synchronization

/// Ends a search from another thread. One search takes one of these; once cancelled it stays cancelled.
public final class SearchCancellation: Sendable {
    private struct State {
        var isCancelled = false
        var interrupt: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    public init() {}

    /// Whether the search is no longer wanted.
    public var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Ends the search, now where it can be interrupted, else at its next look at ``isCancelled``.
    public func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.interrupt?()
        }
    }

    /// Runs `work`; while it runs, ``cancel()`` calls `interrupt`, on the thread that cancels, and never after `work` is done.
    public func interruptible<Value>(
        by interrupt: @escaping @Sendable () -> Void, _ work: () throws -> Value
    ) throws -> Value {
        try state.withLock { state in
            if state.isCancelled { throw SearchCancelled() }
            state.interrupt = interrupt
        }
        defer { state.withLock { $0.interrupt = nil } }
        return try work()
    }
}

/// Thrown by a search that was cancelled: nothing failed, and nothing is to be shown.
public struct SearchCancelled: Error, Hashable, Sendable {
    public init() {}
}
