/// What follows feeds for the library. The reader lists them, starts what is asked for and shows how far it is; how it is done
/// is not its business.
public struct FeedKeeper: Sendable {
    /// The feeds that are followed, in their order.
    public var list: @Sendable () throws -> [FollowedFeed]
    /// Follows what an address leads to, and takes in its articles, on the calling thread.
    public var add: @Sendable (_ address: String) throws -> FollowingSummary
    /// Asks for these feeds by their ids, without them for all that are not gone, on the calling thread; what was taken in until
    /// `isCancelled` said so is kept. Never called twice at once, nor beside `add`.
    public var refresh:
        @Sendable (
            _ ids: [String]?, _ progress: @escaping @Sendable (FeedsProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
        ) throws -> FeedsSummary
    /// Ends an adding that is under way, from any thread.
    public var cancel: @Sendable () -> Void
    /// Follows it no more, as an action that can be taken back; false where it was not followed.
    public var remove: @Sendable (_ id: String) throws -> Bool

    public init(
        list: @escaping @Sendable () throws -> [FollowedFeed],
        add: @escaping @Sendable (String) throws -> FollowingSummary,
        refresh: @escaping @Sendable (
            [String]?, @escaping @Sendable (FeedsProgress) -> Void, @escaping @Sendable () -> Bool
        ) throws -> FeedsSummary,
        remove: @escaping @Sendable (String) throws -> Bool, cancel: @escaping @Sendable () -> Void = {}
    ) {
        self.list = list
        self.add = add
        self.refresh = refresh
        self.remove = remove
        self.cancel = cancel
    }
}
