import Glibc

extension Screen {
    /// Stops the program as Ctrl-Z does, after giving the terminal back, and takes it again when the program goes on.
    /// Then `nextEvent` returns `Event.resumed`.
    public func stop() {
        leave()
        TerminalGuard.allowingStop {
            // The whole group, as the terminal would: whoever started us, `make` for example, stops too.
            kill(0, SIGTSTP)
            awaitGoingOn()
        }
        noteSignalsWhileAway(areKeysOurs: true)
        comeBack()
    }

    /// The signal reaches some thread of ours soon, not at once. Where no shell waits for us it does nothing.
    private func awaitGoingOn() {
        var watched = pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0)
        let end = ContinuousClock.now + .milliseconds(100)
        while ContinuousClock.now < end, poll(&watched, 1, 20) <= 0 {}
    }

    /// We were stopped by a signal that cannot be handled, or in `stop`, and go on.
    func resume() {
        if isEntered {
            // Whoever had the terminal meanwhile has left its modes to us.
            leave()
        }
        comeBack()
    }

    private func comeBack() {
        enter()
        events.removeAll { if case .resumed = $0 { true } else { false } }
        events.append(.resumed(columns: columns, rows: rows))
    }

    /// Lends the terminal to another program, an editor for example, while `body` runs.
    ///
    /// Signals from the keyboard are that program's then, and Ctrl-Z stops both. Afterwards `nextEvent` returns
    /// `Event.resumed`.
    public func whileSuspended<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        leave()
        defer {
            noteSignalsWhileAway(areKeysOurs: false)
            comeBack()
        }
        return try TerminalGuard.allowingStop(body)
    }

    /// What came while the terminal was not ours. That we stopped and go on is known.
    /// - Parameter areKeysOurs: false when INT and QUIT were typed for another program and reached us too.
    private func noteSignalsWhileAway(areKeysOurs: Bool) {
        for signal in signals.read().compactMap(NotedSignal.init(number:)) {
            switch signal {
            case .end(let signal) where areKeysOurs || signal == .terminate: events.append(.end(signal))
            case .hangup: events.append(.hangup)
            case .end, .stop, .goOn, .resize: break
            }
        }
    }
}
