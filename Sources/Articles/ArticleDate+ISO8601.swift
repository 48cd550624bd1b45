extension ArticleDate: CustomStringConvertible {
    /// The date as ISO 8601, as precise as it is.
    public var description: String {
        var text = Self.padded(year, 4)
        if let month { text += "-" + Self.padded(month, 2) }
        if let day { text += "-" + Self.padded(day, 2) }
        if let time { text += "T" + time.description }
        return text
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension ArticleDate.Time: CustomStringConvertible {
    /// `09:30:00Z`, `09:30:00+02:00`, or `09:30:00` where no zone is known.
    public var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(hour)):\(two(minute)):\(two(second))"
        guard let offset else { return clock }
        guard offset != 0 else { return clock + "Z" }
        let distance = abs(offset)
        return clock + (offset < 0 ? "-" : "+") + two(distance / 60) + ":" + two(distance % 60)
    }
}

extension ArticleDate {
    /// Reads ISO 8601 as sources write it: a year, a month, a day, or a day and a time after `T` or a blank, the time
    /// with or without seconds, fractions and zone. Nothing for anything else.
    public init?(iso8601 text: String) {
        var scanner = ISO8601Scanner(text)
        guard let year = scanner.number(digits: 4) else { return nil }
        var month: Int?
        var day: Int?
        var time: Time?
        if scanner.skip("-") {
            guard let number = scanner.number(digits: 2) else { return nil }
            month = number
            if scanner.skip("-") {
                guard let number = scanner.number(digits: 2) else { return nil }
                day = number
                if scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") {
                    guard let clock = scanner.time() else { return nil }
                    time = clock
                }
            }
        }
        guard scanner.isAtEnd else { return nil }
        self.init(year: year, month: month, day: day, time: time)
    }
}

extension ArticleDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = ArticleDate(iso8601: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "«\(text)» is no ISO 8601 date")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Walks the bytes of a date.
private struct ISO8601Scanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<(position + digits)] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digits
        return value
    }

    mutating func time() -> ArticleDate.Time? {
        guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2) else { return nil }
        var second = 0
        if skip(":") {
            guard let number = number(digits: 2) else { return nil }
            second = number
            if skip(".") || skip(",") { skipDigits() }
        }
        _ = skip(" ")
        return ArticleDate.Time(hour: hour, minute: minute, second: second, offset: zone())
    }

    private mutating func zone() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2) else { return nil }
        _ = skip(":")
        return sign * (hours * 60 + (number(digits: 2) ?? 0))
    }

    private mutating func skipDigits() {
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    }
}
