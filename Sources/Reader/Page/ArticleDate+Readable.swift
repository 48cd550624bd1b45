import Articles

extension ArticleDate {
    /// As the reader shows it, the same everywhere: `12 Aug 2024`, `Aug 2024` or `2024`, as precise as it is known, but
    /// without the time of day.
    public var readable: String {
        guard let month else { return String(year) }
        let name = Self.monthNames[month - 1]
        guard let day else { return "\(name) \(year)" }
        return "\(day) \(name) \(year)"
    }

    private static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
