import Synchronization

/// Sees to it that there is one screen in a process: ncurses, the terminal's modes and signal handlers belong to all
/// of it.
enum OneScreen {
    private static let isTaken = Atomic(false)

    static func begin() throws(ScreenError) {
        if isTaken.exchange(true, ordering: .sequentiallyConsistent) { throw .alreadyStarted }
    }

    static func end() {
        isTaken.store(false, ordering: .sequentiallyConsistent)
    }
}
