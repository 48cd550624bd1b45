/// What keeps the library in step with its folder. The reader starts it and shows how far it is; how it is done is not
/// its business.
public struct FolderKeeper: Sendable {
    /// Reads what is new or changed, on the calling thread. `report` tells how far it is. Never called twice at once.
    public var synchronise: @Sendable (_ report: @escaping @Sendable (SyncProgress) -> Void) throws -> SyncSummary
    /// Ends the reading that is under way, from any thread; what was read is kept.
    public var cancel: @Sendable () -> Void
    /// Calls back, on any thread, whenever something in the folder may have changed. What it returns is called once to end
    /// that.
    public var watch: @Sendable (_ changed: @escaping @Sendable () -> Void) throws -> @Sendable () -> Void

    public init(
        synchronise: @escaping @Sendable (@escaping @Sendable (SyncProgress) -> Void) throws -> SyncSummary,
        cancel: @escaping @Sendable () -> Void = {},
        watch: @escaping @Sendable (@escaping @Sendable () -> Void) throws -> @Sendable () -> Void = { _ in {} }
    ) {
        self.synchronise = synchronise
        self.cancel = cancel
        self.watch = watch
    }
}
