import Formats
import Library

/// When a feed is asked next. Pure; times in seconds since 1970.
public struct FeedSchedule: Hashable, Sendable {
    /// Seconds between two askings where neither feed nor server says more.
    public var interval: Int64 = 3_600
    /// The longest that a feed or a server may ask for.
    public var longest: Int64 = 7 * 86_400
    /// After the first failure; each further one doubles it, up to ``longestRetry``.
    public var firstRetry: Int64 = 1_800
    public var longestRetry: Int64 = 86_400
    /// The longest that `Retry-After` is obeyed.
    public var longestPause: Int64 = 30 * 86_400

    public init() {}

    /// After a success at `now`. The longest of what the feed, the server and we ask for, moved out of the hours and days in
    /// which the feed asks to be left alone.
    public func next(after now: Int64, head: FeedHead?, maxAge: Int?) -> Int64 {
        let asked = max(Int64(head?.minutesBetween ?? 0) * 60, Int64(maxAge ?? 0), interval)
        return awake(now + min(asked, max(longest, interval)), head)
    }

    /// After `failures` failures, the last at `now`.
    public func retry(after now: Int64, failures: Int, retryAfter: Int?) -> Int64 {
        if let retryAfter { return now + min(max(Int64(retryAfter), 60), longestPause) }
        let doublings = min(max(failures - 1, 0), 30)
        return now + min(firstRetry << Int64(doublings), longestRetry)
    }

    /// The first time from `time` on that is no quiet one, a week ahead at most.
    private func awake(_ time: Int64, _ head: FeedHead?) -> Int64 {
        guard let head, !head.quietHours.isEmpty || !head.quietDays.isEmpty else { return time }
        var time = time
        for _ in 0..<(7 * 24) {
            let hour = Int((time % 86_400) / 3_600)
            // The first of January 1970 was a Thursday, the fourth day of the week.
            let day = Int((time / 86_400 + 3) % 7) + 1
            guard head.quietHours.contains(hour) || head.quietDays.contains(day) else { return time }
            time = (time / 3_600 + 1) * 3_600
        }
        return time
    }
}
