import CRestore
import Glibc

/// The signals that are told to the main loop instead of ending the program.
enum NotedSignal: Hashable {
    case end(EndSignal)
    case hangup
    /// Somebody asks us to stop, as Ctrl-Z does.
    case stop
    /// We go on after having been stopped.
    case goOn
    case resize

    /// - Parameter number: the byte that the handler wrote.
    init?(number: UInt8) {
        switch Int32(number) {
        case SIGTERM: self = .end(.terminate)
        case SIGINT: self = .end(.interrupt)
        case SIGQUIT: self = .end(.quit)
        case SIGHUP: self = .hangup
        case SIGTSTP: self = .stop
        case SIGCONT: self = .goOn
        case SIGWINCH: self = .resize
        case _: return nil
        }
    }
}

/// The only place that calls `CRestore`.
enum TerminalGuard {
    /// Keeps what gives the terminal back should the program crash.
    static func prepare(_ device: TeletypeDevice, bytes: [UInt8]) {
        var modes = device.savedModes
        let isKept = bytes.withUnsafeBytes {
            restore_prepare(device.output, &modes, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        // Sequences of such a length are nobody's; the modes matter most.
        if !isKept { _ = restore_prepare(device.output, &modes, nil, 0) }
    }

    static func engage() { restore_engage() }
    static func disengage() { restore_disengage() }

    /// From here on signals are noted in a pipe, and crashes give the terminal back.
    static func watch(_ pipe: SelfPipe) {
        signals_note(pipe.writeEnd)
        restore_on_crash()
    }

    static func unwatch() { signals_forget() }

    /// While `body` runs, a stop signal stops the program.
    static func allowingStop<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        signals_allow_stop(true)
        defer { signals_allow_stop(false) }
        return try body()
    }
}
