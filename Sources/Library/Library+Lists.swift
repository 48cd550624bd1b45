import Search
import Topics

extension Library {
    /// How much the library holds. Costs one row.
    public func counts() throws -> LibraryCounts {
        try read { database in
            try database.first(
                """
                SELECT articles, unread, trashed, gone, bookmarks, orphans, unreadable, decisions, starred, notes, highlights,
                  starred_passages FROM library
                """
            ) {
                LibraryCounts(
                    articles: $0.integer(0), unread: $0.integer(1), trashed: $0.integer(2), gone: $0.integer(3),
                    bookmarks: $0.integer(4), orphans: $0.integer(5), unreadableFiles: $0.integer(6),
                    decisions: $0.integer(7), starred: $0.integer(8), notes: $0.integer(9), highlights: $0.integer(10),
                    starredPassages: $0.integer(11))
            } ?? LibraryCounts()
        }
    }

    /// The first rows of a list. For all articles and for one state or topic, the rows read do not grow with the library.
    public func firstRows(
        _ query: Query = .all, order: ListOrder = .newest, limit: Int, offset: Int = 0
    ) throws -> [ArticleRow] {
        try firstRows(query, sorted: order.request, limit: limit, offset: offset)
    }

    /// The same in any order of answers, as `sort:` asks for it. By title, of all articles, the rows read do not grow with the
    /// library either; of fewer, all are looked at.
    public func firstRows(
        _ query: Query, sorted order: SearchRequest.Order, limit: Int, offset: Int = 0
    ) throws -> [ArticleRow] {
        guard !query.holdsText else {
            return try search(query, order: order, limit: limit, offset: offset, countingTo: 0, snippets: 0).articles.map(\.row)
        }
        return try searching(query, SearchCancellation()) { try $0.rows(order, limit: max(limit, 0), offset: max(offset, 0)) }
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
        return try searching(query, cancellation) { try $0.order(request) }
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

    /// How many articles on the list stand under each provision of a treaty or law, or of all; the treaty as a whole first. Those
    /// without articles are left out. Costs a row for each provision.
    public func provisionCounts(of treaty: TreatyID? = nil) throws -> [ProvisionCount] {
        try read { database in
            try database.all(
                """
                SELECT treaty, number, articles, unread FROM provision
                WHERE articles > 0 AND treaty BETWEEN ? AND ? ORDER BY treaty, number
                """, treaty?.rawValue ?? "", treaty?.rawValue ?? "\u{10FFFF}"
            ) { columns -> ProvisionCount? in
                guard let treaty = TreatyID(columns.text(0)) else { return nil }
                let number = columns.text(1)
                return ProvisionCount(
                    treaty: treaty, provision: number.isEmpty ? nil : ProvisionID(treaty: treaty, article: number),
                    articles: columns.integer(2), unread: columns.integer(3))
            }.compactMap { $0 }
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
