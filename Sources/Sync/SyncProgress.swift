/// How far a sync has come.
public struct SyncProgress: Hashable, Sendable {
    public enum Phase: Hashable, Sendable, CaseIterable {
        /// Articles that the library holds are tagged anew, before the folder is looked through.
        case tagging
        case looking, reading, done
    }

    public var phase: Phase
    /// Files that the folder holds, as far as it was looked through.
    public var found: Int
    /// Files that are new or changed, and so are read; in the phase `tagging` articles, as ``done`` is.
    public var toRead: Int
    public var done: Int
    public var failed: Int
    /// Articles handed over.
    public var articles: Int
    /// Since the sync began.
    public var seconds: Double

    public init(
        phase: Phase = .looking, found: Int = 0, toRead: Int = 0, done: Int = 0, failed: Int = 0, articles: Int = 0,
        seconds: Double = 0
    ) {
        self.phase = phase
        self.found = found
        self.toRead = toRead
        self.done = done
        self.failed = failed
        self.articles = articles
        self.seconds = seconds
    }

    /// Files a second; nothing before there is something to reckon with.
    public var rate: Double? { done > 0 && seconds > 0 ? Double(done) / seconds : nil }

    /// Seconds until all is read, should it go on as it went.
    public var remaining: Double? { rate.map { Double(toRead - done) / $0 } }
}
