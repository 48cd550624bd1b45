/// Stretches of time of one length that follow one another: the columns of a small chart.
public struct TimeColumns: Hashable, Sendable {
    /// Seconds since 1970 of the first moment.
    public var start: Int64
    /// Of one column, in seconds.
    public var width: Int64
    public var count: Int

    /// `count` columns of at least a second; the last one ends at `end`.
    public init(until end: Int64, width: Int64, count: Int) {
        self.width = max(1, width)
        self.count = max(0, count)
        start = end - self.width * Int64(self.count)
    }

    public static let day: Int64 = 86_400

    /// Days in UTC, the last of them that of `now`.
    public static func days(_ count: Int, now: Int64) -> TimeColumns {
        TimeColumns(until: (now / day + 1) * day, width: day, count: count)
    }

    /// Nothing for a moment before or after them.
    func column(of timestamp: Int64) -> Int? {
        guard timestamp >= start else { return nil }
        let column = Int((timestamp - start) / width)
        return column < count ? column : nil
    }
}
