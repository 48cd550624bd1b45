/// Measurements of one thing, in the order they were made.
struct Figures {
    private var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    /// The value that `share` of all are at most, by the nearest rank.
    func percentile(_ share: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
    }

    /// `name  n 20  median 31.2 ms  99 % 38.0 ms  max 40.1 ms`.
    func line(_ name: String, unit: String) -> String {
        let parts = [("min", 0.0001), ("median", 0.5), ("99 %", 0.99), ("max", 1)].map { "\($0.0) \(Self.rounded(percentile($0.1))) \(unit)" }
        return name.padding(to: 52) + "n \(values.count)".padding(to: 8) + parts.map { $0.padding(to: 20) }.joined()
    }

    static func rounded(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
