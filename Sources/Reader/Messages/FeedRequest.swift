/// What the list of feeds asks to be done outside.
public enum FeedRequest: Hashable, Sendable {
    case load
    /// May hold a name and a password.
    case add(String)
    /// By their ids; nothing for all.
    case refresh([String]?)
    /// Ends the asking that is under way.
    case cancel
    case remove(String, title: String)
}

/// What came of a ``FeedRequest``.
public enum FeedAnswer: Hashable, Sendable {
    case list([FollowedFeed])
    case progress(FeedsProgress)
    case refreshed(FeedsSummary)
    case added(FollowingSummary)
    /// Adding was called off.
    case cancelled
    /// Adding or asking failed as a whole; a sentence on why.
    case failed(String)
}
