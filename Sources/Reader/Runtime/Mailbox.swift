import Synchronization

/// The one queue through which results come to the main thread, from any other.
public final class Mailbox: Sendable {
    private let answers = Mutex<[Answer]>([])
    private let wake: @Sendable () -> Void

    /// `wake` is called, on the posting thread, whenever something was posted.
    public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    public func post(_ answer: Answer) {
        answers.withLock { $0.append(answer) }
        wake()
    }

    /// All that was posted since, in order.
    public func takeAll() -> [Answer] {
        answers.withLock { answers in
            defer { answers.removeAll(keepingCapacity: true) }
            return answers
        }
    }
}
