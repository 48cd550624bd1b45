/// What the bytes from a terminal mean.
enum Input: Hashable {
    case event(Event)
    /// The terminal said what kind it is; an answer to `TerminalSequence.backgroundQuery`.
    case deviceAttributes
    /// Whether there are left and right margins; the answer to `TerminalSequence.marginQuery`.
    case margins(Bool)
    /// What follows was pasted. Handled in `InputDecoder`.
    case pasteBegins
}
