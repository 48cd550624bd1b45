import GRDB
import Topics

extension Library {
    /// How many articles on the list are about each topic, or one below it, in each column of time, by their dates. Linear in the number
    /// of those articles.
    public func history(of topics: [TopicID], in columns: TimeColumns) throws -> [TopicID: [Int]] {
        try read { database in
            var histories: [TopicID: [Int]] = [:]
            for topic in topics {
                histories[topic] = try database.history(
                    """
                    SELECT sort_key FROM article_topic WHERE topic = (SELECT id FROM topic WHERE name = ?) AND hidden = 0
                      AND sort_key >= ? AND sort_key < ?
                    """, [topic.rawValue], columns)
            }
            return histories
        }
    }

    /// The same of each provision of a treaty that has articles, by its number; of the treaty as a whole under the empty one.
    public func history(of treaty: TreatyID, in columns: TimeColumns) throws -> [String: [Int]] {
        try read { database in
            let rows = try database.all("SELECT id, number FROM provision WHERE treaty = ? AND articles > 0", treaty.rawValue) { ($0.int64(0), $0.text(1)) }
            var histories: [String: [Int]] = [:]
            for (row, number) in rows {
                histories[number] = try database.history(
                    "SELECT sort_key FROM article_provision WHERE provision = ? AND hidden = 0 AND sort_key >= ? AND sort_key < ?", [row], columns)
            }
            return histories
        }
    }
}

extension Database {
    fileprivate func history(_ sql: String, _ values: [any StoredValue], _ columns: TimeColumns) throws -> [Int] {
        var counts = [Int](repeating: 0, count: columns.count)
        let bounds: [any StoredValue] = [SortKey.start(of: columns.start), SortKey.start(of: columns.start + columns.width * Int64(columns.count))]
        try each(sql, values + bounds) { row in
            if let column = columns.column(of: SortKey.timestamp(of: row.int64(0))) { counts[column] += 1 }
        }
        return counts
    }
}
