import Search
import Topics

extension Library {
    /// How much the library holds. Costs one row.
    public func counts() throws -> LibraryCounts {
        try read { database in
            try database.first(
                "SELECT articles, unread, trashed, gone, bookmarks, orphans, unreadable, decisions FROM library"
            ) {
                LibraryCounts(
                    articles: $0.integer(0), unread: $0.integer(1), trashed: $0.integer(2), gone: $0.integer(3),
                    bookmarks: $0.integer(4), orphans: $0.integer(5), unreadableFiles: $0.integer(6),
                    decisions: $0.integer(7))
            } ?? LibraryCounts()
        }
    }

    /// The first rows of a list. For all articles and for one state or topic, the rows read do not grow with the library.
    public func firstRows(
        _ query: Query = .all, order: ListOrder = .newest, limit: Int, offset: Int = 0
    ) throws -> [ArticleRow] {
        guard !query.holdsText else {
            return try search(
                query, order: order.request, limit: limit, offset: offset, countingTo: 0, snippets: 0).articles.map(\.row)
        }
        return try read { database in
            let plan = ListPlan(query, now: options.clock())
            let select = plan.select(ArticleRow.columns, order, limit: limit, offset: offset)
            var rows: [ArticleRow] = []
            try database.each(select.sql, select.values) { rows.append(ArticleRow($0)) }
            return rows
        }
    }

    /// Every article of a list, in its order: for lists that load their rows as they are shown. Linear in the list for
    /// all articles and for one state or topic.
    public func order(
        of query: Query = .all, order: ListOrder = .newest, limit: Int? = nil,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [ArticleID] {
        try self.order(of: query, sorted: order.request, limit: limit, cancellation: cancellation)
    }

    /// The same in any order of answers: every match in that order, or the first `limit`.
    public func order(
        of query: Query, sorted order: SearchRequest.Order, limit: Int? = nil,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [ArticleID] {
        let request = SearchRequest(
            query, order: order, limit: limit ?? Int(Int32.max), countingTo: 0, recentAt: options.clock())
        return try searching(query, cancellation) { try $0.answer(request).hits.map { ArticleID($0.article) } }
    }

    /// The rows of `ids`, in that order; without those that the library does not hold.
    public func rows(_ ids: [ArticleID]) throws -> [ArticleRow] {
        try read { database in
            try ids.compactMap { id in
                try database.first("SELECT \(ArticleRow.columns) FROM article a WHERE a.id = ?", id.rawValue) {
                    ArticleRow($0)
                }
            }
        }
    }

    /// How many articles on the list are about each topic or one below it. Topics without articles are left out. Costs a
    /// row for each topic.
    public func topicCounts() throws -> [TopicID: TopicCount] {
        try read { database in
            var counts: [TopicID: TopicCount] = [:]
            try database.each("SELECT name, articles, unread FROM topic WHERE articles > 0") {
                counts[TopicID($0.text(0))] = TopicCount(articles: $0.integer(1), unread: $0.integer(2))
            }
            return counts
        }
    }
}

extension ListOrder {
    /// The same, of answers.
    var request: SearchRequest.Order {
        switch self {
        case .newest: .newest
        case .oldest: .oldest
        }
    }
}
