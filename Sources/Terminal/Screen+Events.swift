import Glibc

extension Screen {
    /// The next event.
    ///
    /// Waits on the terminal, the waker and signals at once. What a suspended or resized program needs is done before
    /// the event is returned; Ctrl-Z (see `ScreenOptions.suspendKey`) stops the program here, and it goes on with
    /// `Event.resumed`.
    /// - Parameter timeout: how long to wait; nil waits for ever, zero does not wait.
    /// - Returns: nil when nothing happened in time.
    public func nextEvent(timeout: Duration? = nil) -> Event? {
        let end = timeout.map { ContinuousClock.now + $0 }
        repeat {
            if let event = takeEvent() { return event }
            if isHungUp { return .hangup }
            wait(until: end)
        } while end.map { ContinuousClock.now < $0 } ?? true
        return takeEvent()
    }

    private func takeEvent() -> Event? {
        if events.isEmpty { decode(isFinal: false) }
        guard !events.isEmpty else { return nil }
        return events.removeFirst()
    }

    /// Turns input into events, up to the first one.
    private func decode(isFinal: Bool) {
        while events.isEmpty, let input = decoder.next(isFinal: isFinal) {
            deadline = nil
            handle(input)
        }
        guard let patience = decoder.patience else { return deadline = nil }
        if deadline == nil { deadline = ContinuousClock.now + patience }
    }

    private func handle(_ input: Input) {
        switch input {
        case .event(.key(let key)) where key == options.suspendKey: stop()
        case .event(let event): events.append(event)
        case .deviceAttributes: isAwaitingAttributes = false
        case .margins(let areThere): hasMargins = areThere
        case .pasteBegins: break
        }
    }

    /// Waits for something to happen and takes it in.
    private func wait(until end: ContinuousClock.Instant?) {
        var watched = [signals.readEnd, device.input, waker.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let until = [end, deadline].compactMap { $0 }.min()
        guard poll(&watched, nfds_t(watched.count), Screen.milliseconds(until: until)) >= 0 else { return }
        if watched[0].revents != 0 { noteSignals() }
        if watched[1].revents != 0 {
            readInput()
        } else if let patienceEnd = deadline, patienceEnd <= .now {
            // Only now is it sure that no more came in time, however long we were busy.
            deadline = nil
            decode(isFinal: true)
        }
        if watched[2].revents != 0 {
            waker.clear()
            decode(isFinal: false)
            events.append(.wake)
        }
    }

    /// Rounded up, so that the time has come when it is over.
    private static func milliseconds(until instant: ContinuousClock.Instant?) -> Int32 {
        guard let instant else { return -1 }
        let rest = (instant - .now).components
        let milliseconds = rest.seconds * 1000 + (rest.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }

    private func readInput() {
        switch device.read() {
        case .bytes(let bytes):
            // They came in time, whatever the clock says by now.
            deadline = nil
            decoder.feed(bytes)
        case .nothing: break
        case .end: hangUp()
        }
    }

    private func hangUp() {
        guard !isHungUp else { return }
        isHungUp = true
        events.append(.hangup)
    }

    private func noteSignals() {
        for signal in signals.read().compactMap(NotedSignal.init(number:)) {
            switch signal {
            case .end(let signal): events.append(.end(signal))
            case .hangup: events.append(.hangup)
            case .stop: stop()
            case .goOn: resume()
            case .resize: resize()
            }
        }
    }

    private func resize() {
        guard let size = device.size, size != (columns, rows), isEntered else { return }
        (columns, rows) = size
        curses.resize(columns: columns, rows: rows)
        shown = nil
        TerminalGuard.prepare(device, bytes: restoringBytes)
        // Only the last of several sizes matters.
        events.removeAll { if case .resize = $0 { true } else { false } }
        events.append(.resize(columns: columns, rows: rows))
    }
}
