/// A date as precise as its source gave it, written as ISO 8601: `2024`, `2024-08`, `2024-08-12`, `2024-08-12T09:30:00Z`.
public struct ArticleDate: Hashable, Sendable {
    /// How much of the date the source gave.
    public enum Precision: Int, Hashable, Sendable, Comparable, CaseIterable {
        case year, month, day, time

        public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
    }

    /// A time of day with its distance from UTC.
    public struct Time: Hashable, Sendable {
        public var hour: Int
        public var minute: Int
        public var second: Int
        /// Minutes east of UTC; nothing where the source named no zone, which then counts as UTC.
        public var offset: Int?

        public init(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
            self.hour = hour
            self.minute = minute
            self.second = second
            self.offset = offset
        }
    }

    public let year: Int
    public let month: Int?
    public let day: Int?
    public let time: Time?

    /// Nothing where the parts name no day of the proleptic Gregorian calendar, or the year is not in 1…9999.
    public init?(year: Int, month: Int? = nil, day: Int? = nil, time: Time? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month { guard (1...12).contains(month) else { return nil } }
        if let day {
            guard let month, (1...Self.days(inMonth: month, year: year)).contains(day) else { return nil }
        }
        if let time {
            guard day != nil, (0...23).contains(time.hour), (0...59).contains(time.minute),
                (0...60).contains(time.second), abs(time.offset ?? 0) <= 18 * 60
            else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    public var precision: Precision {
        if time != nil { return .time }
        if day != nil { return .day }
        return month != nil ? .month : .year
    }

    /// Seconds since 1970-01-01T00:00:00Z of its first moment: what articles are ordered by.
    public var timestamp: Int64 {
        let days = Self.daysSinceEpoch(year: year, month: month ?? 1, day: day ?? 1)
        guard let time else { return days * 86_400 }
        return days * 86_400 + Int64(time.hour * 3_600 + time.minute * 60 + time.second) - Int64((time.offset ?? 0) * 60)
    }
}

extension ArticleDate {
    /// The date, to the second and in UTC, of `timestamp` seconds since 1970. Held to the years 1 to 9999.
    public init(timestamp: Int64) {
        let bounded = min(max(timestamp, -62_135_596_800), 253_402_300_799)
        let days = bounded >= 0 ? bounded / 86_400 : (bounded - 86_399) / 86_400
        let seconds = Int(bounded - days * 86_400)
        let (year, month, day) = Self.civil(daysSinceEpoch: days)
        self.year = year
        self.month = month
        self.day = day
        time = Time(hour: seconds / 3_600, minute: seconds / 60 % 60, second: seconds % 60, offset: 0)
    }

    /// The same date, no more precise than to the day.
    public var withoutTime: ArticleDate { ArticleDate(year: year, month: month, day: day) ?? self }

    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from civil, after Howard Hinnant, «chrono-Compatible Low-Level Date Algorithms»: years begin in March,
    /// so that the leap day is the last of its year.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// The inverse of ``daysSinceEpoch(year:month:day:)``.
    static func civil(daysSinceEpoch days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
