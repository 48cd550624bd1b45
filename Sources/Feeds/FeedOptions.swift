import Library
import Workers

/// How feeds are asked for.
public struct FeedOptions: Sendable {
    public var schedule = FeedSchedule()
    public var limits = FetchLimits()
    public var userAgent = FetchRequest.defaultUserAgent
    /// Hosts that are asked at once; each by one connection at a time.
    public var hosts = 4
    /// Seconds between two requests to one host.
    public var pause = 1.0
    /// Seconds after which articles with nothing of the user's are taken out; nothing keeps all.
    public var keep: Int64?
    /// Seconds since 1970.
    public var clock: @Sendable () -> Int64

    public init(clock: @escaping @Sendable () -> Int64 = LibraryOptions.systemClock) { self.clock = clock }
}
