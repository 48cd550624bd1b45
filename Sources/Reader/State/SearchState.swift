import Search

/// The search as it is being typed, and what it found.
public struct SearchState: Hashable, Sendable {
    public var field = Field()
    public var isTyping = true
    /// What the results answer; the field may be ahead of it.
    public var answered: String?
    public var count = HitCount.exactly(0)
    public var notes: [String] = []
    public var results = Listing<HitRow>()
    /// Of the last search asked for.
    public var generation = 0
    /// Whether the results are not yet those of what was typed.
    public var isRunning = false

    /// Whether Enter came before the results: the first is opened once it is there.
    public var opensWhenFound = false

    public init() {}
}
