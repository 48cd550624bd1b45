/// How a program responded to something.
public struct Response: Sendable {
    /// Until its first byte; nil when there was none.
    public let first: Duration?
    /// Until its last byte before it was quiet.
    public let last: Duration?
    /// How many bytes it wrote.
    public let bytes: Int
}

extension PseudoTerminal {
    /// Does something, such as pressing a key, and measures what comes of it until the output is quiet.
    public func measure(
        quiet: Duration = .milliseconds(20), timeout: Duration = .seconds(10), _ action: (PseudoTerminal) -> Void
    ) -> Response {
        let before = output.count
        let start = ContinuousClock.now
        action(self)
        _ = wait(timeout: timeout) { $0.output.count > before }
        _ = waitForQuiet(quiet, timeout: timeout)
        let new = arrivals.filter { $0.total > before }
        return Response(
            first: new.first.map { $0.time - start }, last: new.last.map { $0.time - start },
            bytes: output.count - before)
    }

    /// Does something and measures how long it takes until a predicate holds; the predicate is looked at whenever
    /// output arrives.
    /// - Returns: nil when it never held.
    public func measure(
        timeout: Duration = .seconds(10), until predicate: (PseudoTerminal) -> Bool, _ action: (PseudoTerminal) -> Void
    ) -> Duration? {
        let start = ContinuousClock.now
        action(self)
        guard wait(timeout: timeout, until: predicate) else { return nil }
        return (arrivals.last?.time ?? .now) - start
    }
}
