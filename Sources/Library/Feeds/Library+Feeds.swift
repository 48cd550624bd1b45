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

    /// Follows a feed. Where its address is followed already nothing is changed: `isNew` tells. An action that can be taken back.
    @discardableResult
    public func addFeed(_ feed: Feed) throws -> (feed: Feed, isNew: Bool) { try addFeeds([feed]).first ?? (feed, false) }

    /// Follows some feeds, as one action. An answer for each.
    @discardableResult
    public func addFeeds(_ feeds: [Feed]) throws -> [(feed: Feed, isNew: Bool)] {
        guard !feeds.isEmpty else { return [] }
        return try change { transaction in
            var changes: [UserChange] = []
            var names: [String] = []
            let added = try feeds.map { feed -> (Feed, Bool) in
                let database = transaction.database
                let known = try database.first("SELECT uuid, removed FROM feed WHERE url = ?", feed.url) {
                    (id: $0.text(0), isRemoved: $0.bool(1))
                }
                if let known, !known.isRemoved { return (try database.feed(known.id) ?? feed, false) }
                let change = UserChange.feed(id: known?.id ?? options.makeIdentifier(), before: nil, after: UserChange.FeedSubject(feed))
                try transaction.apply(change)
                changes.append(change)
                names.append(feed.label)
                return (try database.first("SELECT \(Feed.columns) FROM feed WHERE url = ?", feed.url) { Feed($0) } ?? feed, true)
            }
            try transaction.note(ActionSentence.follow(names), changes)
            return added
        }
    }

    /// Follows it no more. Its articles stay. Whether it was followed. An action that can be taken back.
    @discardableResult
    public func removeFeed(_ id: String) throws -> Bool {
        try change { transaction in
            guard let feed = try transaction.database.feed(id, isFollowed: true) else { return false }
            try transaction.perform(
                ActionSentence.unfollow([feed.label]), [.feed(id: id, before: UserChange.FeedSubject(feed), after: nil)])
            return true
        }
    }

    /// Keeps title, folders and permission of `feed` as they are in it. Whether it is followed. An action that can be taken back.
    @discardableResult
    public func changeFeed(_ feed: Feed) throws -> Bool {
        try change { transaction in
            guard let old = try transaction.database.feed(feed.id, isFollowed: true) else { return false }
            let (before, after) = (UserChange.FeedSubject(old), UserChange.FeedSubject(feed))
            guard before != after else { return true }
            try transaction.perform(ActionSentence.change(feed: old.label), [.feed(id: feed.id, before: before, after: after)])
            return true
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
    func feed(_ id: String, isFollowed: Bool = false) throws -> Feed? {
        try first("SELECT \(Feed.columns) FROM feed WHERE uuid = ? AND removed <= ?", id, isFollowed ? 0 : 1) { Feed($0) }
    }
}
