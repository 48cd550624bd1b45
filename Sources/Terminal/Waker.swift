import Glibc
import Synchronization

/// Wakes a screen's `nextEvent` from any thread. Calls made before it looks become one.
public final class Waker: Sendable {
    private let pipe: SelfPipe
    /// Whether there is a byte in the pipe, or will be at once.
    private let isAwake = Atomic(false)

    init() throws(ScreenError) {
        pipe = try SelfPipe()
    }

    /// Makes `nextEvent` return `Event.wake`. What is to be found then must be in its place before this call. Never
    /// blocks.
    public func wake() {
        if !isAwake.exchange(true, ordering: .sequentiallyConsistent) { pipe.write(0) }
    }

    /// Readable while somebody woke and nobody looked.
    var descriptor: Int32 { pipe.readEnd }

    /// Forgets the calls made so far.
    func clear() {
        _ = pipe.read()
        // After the pipe: a call in between writes nothing, and what it announced is there already.
        isAwake.store(false, ordering: .sequentiallyConsistent)
    }
}
