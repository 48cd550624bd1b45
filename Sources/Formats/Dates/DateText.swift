import Articles

/// Dates as people write them: `12 March 2025`, `Mar. 12th, 2025`, `Wednesday, March 12, 2025 at 10:30 AM EST`,
/// `2025-03-12`, `12.03.2025`, `Wed, 12 Mar 2025 10:00:00 +0200`, `March 2025`. All of the text has to be a date:
/// a word that is no part of one makes it none.
package struct DateText {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var isAfternoon: Bool?
    private var offset: Int?

    /// The date that `text` is. Texts longer than 80 bytes are none.
    package static func date(_ text: some StringProtocol) -> ArticleDate? {
        let text = String(text)
        guard text.utf8.count <= 80, text.utf8.contains(where: { Bytes.isDigit($0) }) else { return nil }
        if let date = ArticleDate(iso8601: text) { return date.precision == .year ? nil : date }
        var reading = DateText()
        for token in DateToken.tokens(of: text) {
            guard reading.take(token) else { return nil }
        }
        return reading.date
    }

    private var date: ArticleDate? {
        guard let year, let month else { return nil }
        guard let clock, day != nil else { return ArticleDate(year: year, month: month, day: day) }
        var hour = clock.hour
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let time = ArticleDate.Time(hour: hour, minute: clock.minute, second: clock.second, offset: offset)
        return ArticleDate(year: year, month: month, day: day, time: time)
            ?? ArticleDate(year: year, month: month, day: day)
    }

    private mutating func take(_ token: DateToken) -> Bool {
        switch token {
        case .number(let value, let digits): take(value, digits: digits)
        case .ordinal(let value): Self.set(&day, value)
        case .numeric(let parts): take(parts)
        case .clock(let hour, let minute, let second): setClock((hour, minute, second))
        case .month(let value): Self.set(&month, value)
        case .meridiem(let isAfternoon): Self.set(&self.isAfternoon, isAfternoon)
        case .zone(let minutes): Self.set(&offset, minutes)
        case .filler: true
        case .unknown: false
        }
    }

    private static func set<Value>(_ field: inout Value?, _ value: Value) -> Bool {
        guard field == nil else { return false }
        field = value
        return true
    }

    private mutating func setClock(_ value: (Int, Int, Int)) -> Bool {
        guard clock == nil else { return false }
        clock = value
        return true
    }

    private mutating func take(_ value: Int, digits: Int) -> Bool {
        if digits == 4 { return Self.set(&year, value) }
        guard digits <= 2 else { return false }
        if day == nil, (1...31).contains(value) { return Self.set(&day, value) }
        // «10 AM»: an hour alone, where the day is known already.
        if clock == nil, day != nil, value <= 12 { return setClock((value, 0, 0)) }
        return false
    }

    /// `2025-03-12`, `2025/03/12`; `12.03.2025` day first; `3/12/2025` only where one of the two can be no month.
    private mutating func take(_ parts: [DateToken.Part]) -> Bool {
        guard parts.count == 3, year == nil, month == nil, day == nil else { return false }
        if parts[0].digits == 4 {
            (year, month, day) = (parts[0].value, parts[1].value, parts[2].value)
        } else if parts[2].digits == 4 {
            year = parts[2].value
            if parts[1].separator == UInt8(ascii: ".") || parts[0].value > 12 {
                (day, month) = (parts[0].value, parts[1].value)
            } else if parts[1].value > 12 || parts[0].value == parts[1].value {
                (month, day) = (parts[0].value, parts[1].value)
            } else {
                return false
            }
        }
        return year != nil
    }
}
