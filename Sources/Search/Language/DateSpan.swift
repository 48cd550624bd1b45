/// When an article was published, as a query says it.
public enum DateSpan: Hashable, Sendable {
    case since(DateBound)
    /// Earlier than the first moment of the bound.
    case before(DateBound)
    /// No later than the last moment of the bound.
    case through(DateBound)
    /// From the first moment of the one to the last moment of the other.
    case between(DateBound, DateBound)
}

/// One end of a span.
public enum DateBound: Hashable, Sendable {
    case date(CalendarDate)
    /// The day that lies so many days, weeks, months or years before today.
    case ago(Int, Unit)

    /// What `7d`, `2w`, `3m` and `1y` count.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case days = "d", weeks = "w", months = "m", years = "y"
    }
}

/// A year, a month of it, or a day of that, of the Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
    public let year: Int
    public let month: Int?
    public let day: Int?

    /// Nothing where there is no such date, or the year is not in 1…9999.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month { guard (1...12).contains(month) else { return nil } }
        if let day {
            guard let month, (1...Self.days(inMonth: month, year: year)).contains(day) else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2024`, `2024-08` or `2024-08-12`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = padded(year, 4)
        if let month { text += "-" + padded(month, 2) }
        if let day { text += "-" + padded(day, 2) }
        return text
    }

    /// Reads what ``description`` writes; nothing for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let year = Int(parts[0])
        else { return nil }
        self.init(
            year: year, month: parts.count > 1 ? Int(parts[1]) : nil, day: parts.count > 2 ? Int(parts[2]) : nil)
    }
}

extension DateBound: CustomStringConvertible {
    /// As a query writes it: `2024-08`, `7d`.
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .ago(let count, let unit): "\(count)\(unit.rawValue)"
        }
    }

    /// Reads a date or a distance such as `7d` (at most 9,999 of them); nothing for anything else.
    public init?(_ text: some StringProtocol) {
        if let date = CalendarDate(text) {
            self = .date(date)
            return
        }
        let digits = text.dropLast()
        guard let unit = Unit(rawValue: String(text.suffix(1))), (1...4).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits)
        else { return nil }
        self = .ago(count, unit)
    }
}
