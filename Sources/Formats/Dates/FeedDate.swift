import Articles

/// Dates as feeds write them: ISO 8601 in all its profiles, RFC 822 with every fault that is in use, the form of C's
/// `asctime`, and those of publishing systems in Korean, Chinese, Japanese, Greek, Hungarian and other languages.
///
/// Other than in a text, it is known here that a date is meant, so words that say nothing are passed over; but a date
/// that contradicts itself, or whose parts name no day, is none rather than a guess.
public enum FeedDate {
    /// The date that `text` is. Texts longer than 100 bytes are none. A year of two digits is one of 1970 to 2069.
    public static func date(_ text: some StringProtocol) -> ArticleDate? {
        let text = String(text).trimmingBlanks
        guard text.utf8.count <= 100, text.utf8.contains(where: { Bytes.isDigit($0) }) else { return nil }
        if let date = ArticleDate(iso8601: text) { return date }
        if let date = CompactDate.date(text) ?? timestamp(text) { return date }
        var reading = FeedDateReading()
        for part in FeedDateScanner.parts(of: text) { reading.take(part) }
        return reading.date
    }

    /// Seconds or milliseconds since 1970.
    private static func timestamp(_ text: String) -> ArticleDate? {
        guard text.utf8.allSatisfy({ Bytes.isDigit($0) }), let number = Int64(text) else { return nil }
        switch text.utf8.count {
        case 9, 10: return ArticleDate(timestamp: number)
        case 12, 13: return ArticleDate(timestamp: number / 1_000)
        default: return nil
        }
    }
}

/// ISO 8601 without hyphens, by weeks, and by days of the year.
enum CompactDate {
    static func date(_ text: String) -> ArticleDate? {
        let bytes = Array(text.utf8)
        let end = bytes.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") || $0 == 0x20 } ?? bytes.count
        guard let day = day(bytes[..<end]) else { return nil }
        guard end < bytes.count else { return day }
        guard day.precision == .day, let clock = FeedClock(compact: bytes[(end + 1)...]) else { return nil }
        return clock.time(on: day)
    }

    private static func day(_ bytes: ArraySlice<UInt8>) -> ArticleDate? {
        let digits = bytes.filter { $0 != UInt8(ascii: "-") }
        guard let year = number(digits.prefix(4)) else { return nil }
        if bytes.contains(UInt8(ascii: "W")) || bytes.contains(UInt8(ascii: "w")) { return week(digits, year) }
        guard digits.allSatisfy({ Bytes.isDigit($0) }) else { return nil }
        switch (digits.count, bytes.count - digits.count) {
        case (8, 0): return ArticleDate(year: year, month: number(digits[4..<6]), day: number(digits[6..<8]))
        case (6, 0) where (1...12).contains(number(digits[4..<6]) ?? 0):
            return ArticleDate(year: year, month: number(digits[4..<6]))
        case (7, 0): return number(digits[4..<7]).flatMap { ordinal(year, $0) }
        case (7, 1) where bytes[bytes.startIndex + 4] == UInt8(ascii: "-"):
            return number(digits[4..<7]).flatMap { ordinal(year, $0) }
        default: return nil
        }
    }

    private static func ordinal(_ year: Int, _ day: Int) -> ArticleDate? {
        guard let first = ArticleDate(year: year, month: 1, day: 1), (1...366).contains(day) else { return nil }
        let date = ArticleDate(timestamp: first.timestamp + Int64(day - 1) * 86_400).withoutTime
        return date.year == year ? date : nil
    }

    /// `2004W537`, where the first week is that of 4 January.
    private static func week(_ digits: [UInt8], _ year: Int) -> ArticleDate? {
        guard digits.count == 7 || digits.count == 8, digits[4] | 0x20 == UInt8(ascii: "w"),
            let week = number(digits[5..<7]), (1...53).contains(week),
            let fourth = ArticleDate(year: year, month: 1, day: 4)
        else { return nil }
        let weekday = digits.count == 8 ? number(digits[7..<8]) ?? 0 : 1
        guard (1...7).contains(weekday) else { return nil }
        let days = fourth.timestamp / 86_400
        let monday = days - ((days + 3) % 7 + 7) % 7
        return ArticleDate(timestamp: (monday + Int64((week - 1) * 7 + weekday - 1)) * 86_400).withoutTime
    }

    private static func number(_ bytes: some Collection<UInt8>) -> Int? {
        bytes.allSatisfy({ Bytes.isDigit($0) }) ? Int(Bytes.string(bytes)) : nil
    }
}
