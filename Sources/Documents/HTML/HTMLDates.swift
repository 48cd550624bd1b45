import Articles
import Formats

/// Dates as pages write them in their attributes and metadata.
enum HTMLDates {
    /// ISO 8601, a date in words, `20250312`, or seconds or milliseconds since 1970.
    static func date(_ text: String?) -> ArticleDate? {
        guard let text = text?.trimmingBlanks, !text.isEmpty, text.utf8.count <= 100 else { return nil }
        if let date = compact(text) ?? ArticleDate(iso8601: text) ?? DateText.date(text) {
            return isPlausible(date) ? date : nil
        }
        // An ISO date with something behind it: «2025-03-12T10:00:00.000Z[UTC]».
        if let date = ArticleDate(iso8601: String(text.prefix(19))) ?? ArticleDate(iso8601: String(text.prefix(10))) {
            return isPlausible(date) && date.precision >= .day ? date : nil
        }
        return nil
    }

    private static func compact(_ text: String) -> ArticleDate? {
        guard text.utf8.allSatisfy({ Bytes.isDigit($0) }), let number = Int64(text) else { return nil }
        switch text.utf8.count {
        case 8: return ArticleDate(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
        case 9, 10: return ArticleDate(timestamp: number)
        case 13: return ArticleDate(timestamp: number / 1_000)
        default: return nil
        }
    }

    private static func isPlausible(_ date: ArticleDate) -> Bool { date.year >= 1_980 || date.precision >= .day }

    /// `/2025/03/12/`, `/2025/03/`, `/2025-03-12-`, `/20250312/` in an address.
    static func date(inAddress address: String?) -> ArticleDate? {
        guard let address, let host = address.firstRange(of: "://") else { return nil }
        let parts = address[host.upperBound...].split { $0 == "/" || $0 == "?" || $0 == "#" }.dropFirst()
        for (index, part) in parts.enumerated() {
            if part.utf8.count == 4, let year = year(part), index + parts.startIndex + 1 < parts.endIndex {
                let month = Int(parts[parts.startIndex + index + 1])
                let day = index + 2 < parts.count ? Int(parts[parts.startIndex + index + 2].prefix(2)) : nil
                if let month, let date = ArticleDate(year: year, month: month, day: day)
                    ?? ArticleDate(year: year, month: month)
                {
                    return date
                }
            }
            let head = part.prefix(10)
            if head.utf8.count == 10, year(head.prefix(4)) != nil,
                let date = ArticleDate(iso8601: String(head).replacing("_", with: "-")), date.precision == .day
            {
                return date
            }
            if part.utf8.count == 8, year(part.prefix(4)) != nil, let date = compact(String(part)) { return date }
        }
        return nil
    }

    private static func year(_ text: Substring) -> Int? {
        guard let year = Int(text), (1_990...2_100).contains(year) else { return nil }
        return year
    }
}
