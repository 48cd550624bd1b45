import Dispatch
import Synchronization

/// Lets work begin until it is closed, and waits for what has begun. Whether something still comes in is decided in one
/// place and under one lock, so that nothing begins behind the closing.
final class Admission: Sendable {
    private let isOpen = Mutex(true)
    private let underWay = DispatchGroup()

    /// Whether work may begin; then ``leave()`` must follow when it is done.
    func enter() -> Bool {
        isOpen.withLock { isOpen in
            if isOpen { underWay.enter() }
            return isOpen
        }
    }

    func leave() { underWay.leave() }

    /// Waits until all that was let in is done, or the time is over; the door stays open.
    func wait(timeout: DispatchTime) { _ = underWay.wait(timeout: timeout) }

    /// Lets nothing in any more, and waits until all that was let in is done.
    func close() {
        isOpen.withLock { $0 = false }
        underWay.wait()
    }
}
