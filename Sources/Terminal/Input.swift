/// What the bytes from a terminal mean.
enum Input: Hashable {
    case event(Event)
    /// The terminal said what kind it is; an answer to `TerminalSequence.backgroundQuery`.
    case deviceAttributes
    /// What follows was pasted. Handled in `InputDecoder`.
    case pasteBegins
}
