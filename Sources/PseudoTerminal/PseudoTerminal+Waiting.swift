import Glibc

extension PseudoTerminal {
    /// Takes output in until a predicate holds. It is looked at after each output, and now and then without, since it
    /// may be about the terminal's modes or a file.
    /// - Returns: false when the time was over first, or the program ended without it.
    public func wait(timeout: Duration = .seconds(10), until predicate: (PseudoTerminal) -> Bool) -> Bool {
        let end = ContinuousClock.now + timeout
        while !predicate(self) {
            guard ContinuousClock.now < end else { return false }
            if !takeIn(until: min(end, .now + .milliseconds(20))), hasEnded { return predicate(self) }
        }
        return true
    }

    /// Takes output in until the screen contains a text.
    public func wait(for text: String, timeout: Duration = .seconds(10)) -> Bool {
        wait(timeout: timeout) { $0.text.contains(text) }
    }

    /// Takes output in until there was none for a while.
    /// - Returns: false when the time was over first.
    public func waitForQuiet(_ quiet: Duration = .milliseconds(50), timeout: Duration = .seconds(10)) -> Bool {
        let end = ContinuousClock.now + timeout
        while ContinuousClock.now < end {
            let before = output.count
            let quietEnd = ContinuousClock.now + quiet
            while ContinuousClock.now < quietEnd, output.count == before, takeIn(until: quietEnd) {}
            if output.count == before { return true }
        }
        return false
    }

    /// Takes output in until the program ends.
    /// - Returns: how it ended; nil when the time was over first.
    public func exitStatus(timeout: Duration = .seconds(10)) -> ExitStatus? {
        let end = ContinuousClock.now + timeout
        while status == nil {
            var code: Int32 = 0
            // Its children may hold the lifeline for longer than it lives, so it is asked for now and then.
            if waitpid(process, &code, hasEnded ? 0 : WNOHANG) == process {
                while takeIn(until: .now) {}
                status = ExitStatus(waitStatus: code)
            } else if ContinuousClock.now >= end {
                return nil
            } else {
                takeIn(until: min(end, .now + .milliseconds(20)))
            }
        }
        return status
    }

    /// Waits for output or the end of the program and takes in what is there.
    /// - Returns: false when there was nothing in time, or the program has ended and all is taken in.
    @discardableResult
    func takeIn(until end: ContinuousClock.Instant) -> Bool {
        // A descriptor below 0 is left out by `poll`.
        var watched = [
            pollfd(fd: master, events: Int16(POLLIN), revents: 0),
            pollfd(fd: hasEnded ? -1 : lifeline, events: Int16(POLLIN), revents: 0),
        ]
        if hasEnded, master < 0 { return false }
        let rest = (end - .now).components
        let milliseconds = hasEnded ? 0 : rest.seconds * 1000 + (rest.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        var count: Int32
        repeat {
            count = poll(&watched, 2, Int32(clamping: max(0, milliseconds)))
            // A signal to this process, the end of some other child for instance, says nothing of the terminal.
        } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        if watched[1].revents != 0 { hasEnded = true }
        if watched[0].revents & Int16(POLLIN) != 0 { return readOutput() }
        return watched[1].revents != 0
    }

    private func readOutput() -> Bool {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
            count = max(0, read(master, buffer.baseAddress, buffer.count))
        }
        guard !bytes.isEmpty else { return false }
        output += bytes
        arrivals.append(Arrival(time: .now, total: output.count))
        emulator.write(bytes)
        sendAnswers()
        return true
    }
}
