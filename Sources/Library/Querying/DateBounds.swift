import Articles
import Search

/// The moments that the bounds of a query's dates mean, in seconds since 1970.
struct DateBounds {
    let now: Int64

    /// The first moment of the bound.
    func start(of bound: DateBound) -> Int64 { date(of: bound).timestamp }

    /// The first moment after the bound.
    func end(of bound: DateBound) -> Int64 { next(date(of: bound)).timestamp }

    private func date(of bound: DateBound) -> ArticleDate {
        switch bound {
        case .date(let date):
            ArticleDate(year: date.year, month: date.month, day: date.day) ?? ArticleDate(timestamp: now).withoutTime
        case .ago(let count, let unit): today(minus: count, unit)
        }
    }

    private func today(minus count: Int, _ unit: DateBound.Unit) -> ArticleDate {
        let day: Int64 = 86_400
        let today = ArticleDate(timestamp: now).withoutTime
        switch unit {
        case .days: return ArticleDate(timestamp: today.timestamp - Int64(count) * day).withoutTime
        case .weeks: return ArticleDate(timestamp: today.timestamp - Int64(count) * 7 * day).withoutTime
        case .months: return back(from: today, months: count)
        case .years: return back(from: today, months: 12 * count)
        }
    }

    /// The same day of an earlier month, or its last where it has fewer days.
    private func back(from date: ArticleDate, months: Int) -> ArticleDate {
        let index = date.year * 12 + (date.month ?? 1) - 1 - months
        guard index >= 12 else { return ArticleDate(timestamp: .min).withoutTime }
        var day = date.day ?? 1
        while day > 1 {
            if let found = ArticleDate(year: index / 12, month: index % 12 + 1, day: day) { return found }
            day -= 1
        }
        return ArticleDate(year: index / 12, month: index % 12 + 1, day: 1) ?? date
    }

    /// The year, month or day after `date`.
    private func next(_ date: ArticleDate) -> ArticleDate {
        switch date.precision {
        case .year: return ArticleDate(year: date.year + 1) ?? ArticleDate(timestamp: .max)
        case .month:
            let month = date.month ?? 1
            return month == 12 ? next(ArticleDate(year: date.year) ?? date)
                : ArticleDate(year: date.year, month: month + 1) ?? date
        case .day, .time: return ArticleDate(timestamp: date.withoutTime.timestamp + 86_400)
        }
    }
}
