import GRDB
import Search

/// The articles' words in SQLite's FTS5: newest first, or the best of a bounded number of the newest.
struct FullTextIndex: SearchIndex {
    /// How many of the newest hits are ranked.
    static let rankedHits = 1_000
    /// How much a hit is worth in title, deck, kickers, bylines, publisher and text.
    private static let weights = "8, 4, 2, 1, 1, 1"

    let library: Library

    func search(_ request: SearchRequest, cancellation: SearchCancellation) throws -> SearchAnswer {
        try library.read { try search(request, in: $0, cancellation: cancellation) }
    }

    /// The same, on the state of the library that a read stands on.
    func search(
        _ request: SearchRequest, in database: Database, cancellation: SearchCancellation
    ) throws -> SearchAnswer {
        try database.interruptible(by: cancellation) {
            let plan = try ListPlan(request.query, in: database, now: library.options.clock())
            let hits = try hits(request, plan, database)
            let isWhole = request.offset == 0 && hits.count < request.limit
            return SearchAnswer(
                hits: hits,
                count: isWhole && request.countingTo > 0 ? .exactly(hits.count)
                    : try Self.count(plan, upTo: request.countingTo, database))
        }
    }

    private func hits(_ request: SearchRequest, _ plan: ListPlan, _ database: Database) throws -> [SearchHit] {
        switch request.order {
        case .newest: try dated(plan, .newest, request, database)
        case .oldest: try dated(plan, .oldest, request, database)
        case .title:
            try Self.listed(plan.titled("a.id", limit: max(request.limit, 0), offset: max(request.offset, 0)), database)
        case .relevance:
            plan.match == nil ? try dated(plan, .newest, request, database) : try ranked(plan, request, database)
        }
    }

    private func dated(
        _ plan: ListPlan, _ order: ListOrder, _ request: SearchRequest, _ database: Database
    ) throws -> [SearchHit] {
        try Self.listed(
            plan.select("a.id", order, limit: max(request.limit, 0), offset: max(request.offset, 0)), database)
    }

    private static func listed(_ select: Condition, _ database: Database) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        try database.each(select.sql, select.values) { hits.append(SearchHit(article: $0.int64(0), score: 0)) }
        return hits
    }

    /// Ranks the newest hits; what is equally good stays in the order of the list.
    private func ranked(_ plan: ListPlan, _ request: SearchRequest, _ database: Database) throws -> [SearchHit] {
        let last = plan.select("a.sort_key", .newest, limit: 1, offset: Self.rankedHits - 1)
        var first = Int64.min
        try database.each(last.sql, last.values) { first = $0.int64(0) }
        let select = plan.ranked(weights: Self.weights, fromKey: first)
        var hits: [SearchHit] = []
        try database.each(select.sql + " ORDER BY \(plan.orderedBy) DESC", select.values) {
            hits.append(SearchHit(article: $0.int64(0), score: -$0.double(1)))
        }
        let order = hits.indices.sorted { (-hits[$0].score, $0) < (-hits[$1].score, $1) }
        return order.dropFirst(max(request.offset, 0)).prefix(max(request.limit, 0)).map { hits[$0] }
    }

    static func count(_ plan: ListPlan, upTo bound: Int, _ database: Database) throws -> HitCount? {
        guard bound > 0 else { return nil }
        let select = plan.count(upTo: bound)
        var count = 0
        try database.each(select.sql, select.values) { count = $0.integer(0) }
        return count > bound ? .moreThan(bound) : .exactly(count)
    }
}
