import Glibc
import Sync
import Synchronization
import Workers

/// Has Ctrl-C, and the signals that end a program, stop a long job in good order; a second one ends the program at once.
final class Interruption: Sendable {
    let cancellation = SyncCancellation()
    private let signal = Atomic<Int32>(0)

    /// Made before any other thread, which then leaves these signals to the one that waits for them here.
    init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        _ = CrewThread { [self, signals] in
            var signals = signals
            while true {
                var number: Int32 = 0
                guard sigwait(&signals, &number) == 0 else { continue }
                if signal.exchange(number, ordering: .sequentiallyConsistent) != 0 { _exit(128 + number) }
                cancellation.cancel()
            }
        }
    }

    var isCancelled: Bool { cancellation.isCancelled }

    /// With what the program then leaves; nothing where it was not interrupted.
    var status: ExitStatus? {
        let number = signal.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : ExitStatus(signal: number)
    }
}
