import Search

extension BenchmarkQuery {
    /// As the project's own index is asked.
    func request(countingTo bound: Int = 0) -> SearchRequest {
        let parts = words.map { Query.text(TextQuery($0.text, isPrefix: $0.isPrefix)) }
        let query: Query
        switch kind {
        case .all: query = parts.count == 1 ? parts[0] : .and(parts)
        case .any: query = .any(parts)
        case .phrase: query = .text(TextQuery(words.map(\.text).joined(separator: " ")))
        }
        return SearchRequest(query, order: order == .ranked ? .relevance : .newest, limit: limit, countingTo: bound)
    }
}

/// A store that knows nothing but articles: the compared queries are of words alone.
struct NoConditions: ConditionSource {
    func articles(where condition: Query) -> ArticleSet { ArticleSet([]) }
    func orders(in span: DateSpan) -> ClosedRange<Int64>? { nil }
    func sortedByTitle(_ articles: [Int64]) -> [Int64] { articles }
}
