/// Times in milliseconds and what they say together.
struct Times: Codable, Sendable {
    private(set) var values: [Double] = []

    mutating func add(_ more: [Double]) { values += more }

    /// The value that `share` of all are at most, by the nearest rank.
    func percentile(_ share: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    var median: Double { percentile(0.5) }
    var most: Double { percentile(1) }
}

extension Double {
    /// With three digits that count: 0.0123, 1.23, 123, 12345.
    var brief: String {
        guard isFinite else { return "–" }
        var (digits, size) = (2, abs(self))
        while size < 1, size > 0, digits < 4 { (digits, size) = (digits + 1, size * 10) }
        while size >= 10, digits > 0 { (digits, size) = (digits - 1, size / 10) }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let number = (self * scale).rounded() / scale
        return number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
}
