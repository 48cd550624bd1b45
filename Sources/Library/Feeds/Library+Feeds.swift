import GRDB

/// The list of feeds. Removed ones stay as rows, so that two copies of a library can be merged; a feed that is added again is
/// the one that it was.
extension Library {
    /// The feeds that are followed, by folders, title and address.
    public func feeds() throws -> [Feed] {
        try read { database in
            try database.all("SELECT \(Feed.columns) FROM feed WHERE removed = 0") { Feed($0) }
        }.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    }

    /// Follows a feed. Where its address is followed already nothing is changed: `isNew` tells.
    @discardableResult
    public func addFeed(_ feed: Feed) throws -> (feed: Feed, isNew: Bool) {
        try change { transaction in
            let database = transaction.database
            let known = try database.first("SELECT uuid, removed FROM feed WHERE url = ?", feed.url) {
                (id: $0.text(0), isRemoved: $0.bool(1))
            }
            if let known, !known.isRemoved { return (try database.feed(known.id) ?? feed, false) }
            let id = known?.id ?? options.makeIdentifier()
            try database.run(
                """
                INSERT INTO feed(uuid, url, title, folders, allows, created, edited, change)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)
                ON CONFLICT (uuid) DO UPDATE SET title = excluded.title, folders = excluded.folders, allows = excluded.allows,
                  removed = 0, edited = excluded.edited, change = excluded.change, stopped = 0, failures = 0, failure = NULL, due = 0
                """, id, feed.url, feed.title, TextList.joined(feed.folders), feed.permission.rawValue, transaction.now,
                transaction.change)
            return (try database.feed(id) ?? feed, true)
        }
    }

    /// Follows it no more. Its articles stay. Whether it was followed.
    @discardableResult
    public func removeFeed(_ id: String) throws -> Bool {
        try change { transaction in
            let found = try transaction.database.first(
                """
                UPDATE feed SET removed = 1, etag = NULL, last_modified = NULL, content_hash = NULL, edited = ?, change = ?
                WHERE uuid = ? AND removed = 0 RETURNING id
                """, transaction.now, transaction.change, id) { $0.int64(0) }
            return found != nil
        }
    }

    /// Keeps title, folders and permission of `feed` as they are in it. Whether it is followed.
    @discardableResult
    public func changeFeed(_ feed: Feed) throws -> Bool {
        try change { transaction in
            let found = try transaction.database.first(
                """
                UPDATE feed SET title = ?, folders = ?, allows = ?, edited = ?, change = ? WHERE uuid = ? AND removed = 0 RETURNING id
                """, feed.title, TextList.joined(feed.folders), feed.permission.rawValue, transaction.now, transaction.change,
                feed.id) { $0.int64(0) }
            return found != nil
        }
    }

    /// Another address for a feed, as its server said for good. Nothing is changed where another feed has it: then false.
    @discardableResult
    public func moveFeed(_ id: String, to url: String) throws -> Bool {
        try change { transaction in
            let database = transaction.database
            let other = try database.first("SELECT uuid, removed FROM feed WHERE url = ?", url) { ($0.text(0), $0.bool(1)) }
            if let other, other.0 == id { return true }
            if let other {
                guard other.1 else { return false }
                // One that is followed no more makes room: its address is only kept to be known again.
                try database.run("UPDATE feed SET url = url || '#removed-' || uuid, change = ? WHERE uuid = ?", transaction.change, other.0)
            }
            try database.run(
                "UPDATE feed SET url = ?, edited = ?, change = ? WHERE uuid = ?", url, transaction.now, transaction.change, id)
            return true
        }
    }

    /// How many articles each feed has on the list, and how many of them are unread. Linear in the number of entries.
    public func feedCounts() throws -> [String: FeedCounts] {
        try read { database in
            var counts: [String: FeedCounts] = [:]
            let length = FeedPlace.prefix.utf8.count
            try database.each(
                """
                SELECT substr(f.path, ?1 + 1, instr(substr(f.path, ?1 + 1), '/') - 1), count(DISTINCT a.id), count(DISTINCT CASE WHEN a.read = 0 THEN a.id END)
                FROM file f JOIN place p ON p.file = f.id JOIN article a ON a.id = p.article
                WHERE f.path >= ?2 AND f.path < ?3 AND a.trashed = 0 AND a.gone = 0 GROUP BY 1
                """, [length, FeedPlace.prefix, FeedPlace.end]
            ) { counts[$0.text(0)] = FeedCounts(articles: $0.integer(1), unread: $0.integer(2)) }
            return counts
        }
    }
}

extension Feed {
    static let columns = """
        uuid, url, title, folders, allows, feed_title, site, asked, succeeded, due, failures, failure, stopped, etag,
          last_modified, content_hash, head
        """

    init(_ columns: Columns) {
        self.init(
            id: columns.text(0), url: columns.text(1), title: columns.optionalText(2),
            folders: TextList.split(columns.optionalText(3)), permission: Permission(rawValue: columns.integer(4)) ?? .none)
        state.feedTitle = columns.optionalText(5)
        state.siteURL = columns.optionalText(6)
        state.asked = columns.optionalInt64(7)
        state.succeeded = columns.optionalInt64(8)
        state.due = columns.int64(9)
        state.failures = columns.integer(10)
        state.failure = columns.optionalText(11)
        state.isStopped = columns.bool(12)
        state.etag = columns.optionalText(13)
        state.lastModified = columns.optionalText(14)
        state.contentHash = columns.optionalText(15)
        state.head = columns.optionalText(16)
    }

    fileprivate var sortKey: [String] { folders.map { $0.lowercased() } + ["", (title ?? state.feedTitle ?? "").lowercased(), url] }
}

extension Database {
    func feed(_ id: String) throws -> Feed? {
        try first("SELECT \(Feed.columns) FROM feed WHERE uuid = ?", id) { Feed($0) }
    }
}
