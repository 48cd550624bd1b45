/// An error that can be put to a person: what failed, why, and what to do about it.
///
/// Every error that leaves one of our targets conforms. The sentence shown is made in one place, ``message``,
/// so that the command line, the status line and the report of a sync speak alike.
public protocol ExplainedError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, and on what: a file, a byte, a position in a query.
    var what: String { get }
    /// The reason, as far as it is known.
    var why: String { get }
    /// What the person can do. Empty where there is nothing to do.
    var remedy: String { get }
}

extension ExplainedError {
    /// `what: why; remedy`, not yet made safe for a terminal.
    public var message: String {
        remedy.isEmpty ? "\(what): \(why)" : "\(what): \(why); \(remedy)"
    }

    public var description: String { message }
}
