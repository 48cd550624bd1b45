import Articles

/// Puts the parts of a date together.
struct FeedDateReading {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var clock: FeedClock?
    private var offset: Int?
    private var isAfternoon: Bool?
    private var isContradictory = false
    private var hasShortYear = false
    /// `3/12/2025`: of 3 December or of 12 March. Who writes AM and PM means the latter; else it is no date.
    private var isOpen = false

    var date: ArticleDate? {
        guard !isContradictory, !isOpen || isAfternoon != nil, let year, var month else { return nil }
        var day = day
        if isOpen, let first = day { (month, day) = (first, month) }
        guard let day else { return ArticleDate(year: year, month: month) }
        guard let date = ArticleDate(year: year, month: month, day: day) else { return nil }
        guard var clock else { return date }
        clock.offset = clock.offset ?? offset
        if let isAfternoon {
            // «15:00 PM» is met, and means what it says.
            if (1...12).contains(clock.hour) { clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0) }
        }
        // A time that is none leaves the day as it is.
        return clock.time(on: date) ?? date
    }

    mutating func take(_ part: FeedDateScanner.Part) {
        switch part {
        case .number(let value, let digits): take(value, digits)
        case .marked(let value, .year): set(\.year, value < 100 ? Self.century(value) : value)
        case .marked(let value, .month): set(\.month, value)
        case .marked(let value, .day): set(\.day, value)
        case .marked(let value, .hour): if clock == nil { clock = FeedClock(hour: value, minute: 0, second: 0) }
        case .marked(let value, .minute): clock?.minute = value
        case .marked(let value, .second): clock?.second = value
        case .month(let value): takeMonth(value)
        case .clock(let value): if clock == nil { clock = value }
        case .meridiem(let value): isAfternoon = value
        case .zone(let minutes): if offset == nil { offset = minutes }
        case .numeric(let numbers, let digits, let isStroked): take(numbers, digits, isStroked)
        case .word: break
        }
    }

    private mutating func set(_ field: WritableKeyPath<FeedDateReading, Int?>, _ value: Int) {
        if let old = self[keyPath: field], old != value { isContradictory = true }
        self[keyPath: field] = value
    }

    private mutating func takeMonth(_ value: Int) {
        // «mar., 02 mar 2004»: the first is Tuesday in French and Spanish, so the last name counts.
        month = value
    }

    private mutating func take(_ value: Int, _ digits: Int) {
        if digits == 4 {
            // «asctime» ends with the year; a clock without a colon comes behind it.
            if year == nil {
                year = value
            } else if hasShortYear {
                isContradictory = true
            } else if clock == nil, value / 100 < 24, value % 100 < 60 {
                clock = FeedClock(hour: value / 100, minute: value % 100, second: 0)
            }
        } else if digits <= 2 {
            if day == nil, (1...31).contains(value) {
                day = value
            } else if year == nil, digits == 2 {
                year = Self.century(value)
                hasShortYear = true
            }
        } else if digits == 8 {
            take([value / 10_000, value / 100 % 100, value % 100], [4, 2, 2], false)
        }
    }

    private mutating func take(_ numbers: [Int], _ digits: [Int], _ isStroked: Bool) {
        guard year == nil, month == nil, day == nil else { return }
        if digits[0] == 4 || numbers[0] > 31 {
            (year, month, day) = (digits[0] == 4 ? numbers[0] : Self.century(numbers[0]), numbers[1], numbers[2])
        } else if digits[2] == 4 || digits[2] == 2 {
            year = digits[2] == 4 ? numbers[2] : Self.century(numbers[2])
            (day, month) = numbers[1] <= 12 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            isOpen = isStroked && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1]
        }
    }

    private static func century(_ value: Int) -> Int { value < 70 ? 2000 + value : 1900 + value }
}
