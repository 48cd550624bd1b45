extension Screen {
    /// The most bytes that `copy` takes: what xterm and tmux let pass, encoded.
    public static let clipboardLimit = 74_994

    /// Puts text into the clipboard of the terminal, also across `ssh`. Whether the terminal allows it, it does not
    /// tell.
    public func copy(_ text: String) throws(ScreenError) {
        guard hasPrivateModes else { throw .noClipboard(type: options.type ?? "") }
        let bytes = Array(text.utf8)
        guard bytes.count <= Screen.clipboardLimit else {
            throw .clipboardTooLong(size: bytes.count, limit: Screen.clipboardLimit)
        }
        if isEntered, !isHungUp { device.write(TerminalSequence.clipboard(bytes, within: options.multiplexer).bytes) }
    }

    /// Asks for the background colour. `Event.background` brings the answer, if the terminal gives one.
    public func askBackground() {
        guard hasPrivateModes, isEntered, !isHungUp else { return }
        isAwaitingAttributes = true
        device.write(TerminalSequence.backgroundQuery.bytes)
    }

    /// The background colour, asked for and waited for. Other events wait for `nextEvent`.
    ///
    /// A terminal that does not know is not waited for long, since it answers another question after this one.
    /// - Parameter timeout: how long to wait at most.
    /// - Returns: nil where the terminal does not say.
    public func background(timeout: Duration) -> Colour? {
        askBackground()
        let end = ContinuousClock.now + timeout
        var others: [Event] = []
        var answer: Colour?
        while isAwaitingAttributes, answer == nil, case let rest = end - .now, rest > .zero {
            switch nextEvent(timeout: min(rest, .milliseconds(5))) {
            case .background(let colour): answer = colour
            case let event?: others.append(event)
            case nil: break
            }
        }
        events = others + events
        return answer
    }
}
