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
        try read { database in
            let plan = try ListPlan(query, in: database, now: options.clock())
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
        try read { database in
            try database.interruptible(by: cancellation) {
                let plan = try ListPlan(query, in: database, now: options.clock())
                let select = plan.select("a.id", order, limit: limit)
                var ids: [ArticleID] = []
                try database.each(select.sql, select.values) { ids.append(ArticleID($0.int64(0))) }
                return ids
            }
        }
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
