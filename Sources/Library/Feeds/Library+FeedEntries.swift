import GRDB

/// What came of asking for feeds.
extension Library {
    /// What is known of those of a feed's entries that `keys` name.
    public func feedEntries(of feed: String, keys: [String]) throws -> [String: KnownFeedEntry] {
        try read { database in
            var known: [String: KnownFeedEntry] = [:]
            for key in keys where known[key] == nil {
                known[key] = try database.first(
                    """
                    SELECT e.first_seen, e.expired, f.content_hash, f.size IS NULL FROM feed_entry e
                      LEFT JOIN file f ON f.path = ?3
                    WHERE e.feed = (SELECT id FROM feed WHERE uuid = ?1) AND e.key = ?2
                    """, feed, key, FeedPlace.path(feed: feed, key: key)
                ) {
                    KnownFeedEntry(
                        firstSeen: $0.int64(0), contentHash: $0.bool(3) ? nil : $0.optionalText(2), isExpired: $0.bool(1))
                }
            }
            return known
        }
    }

    /// Notes what came of asking for a feed. It can be asked for again, so that it need not survive a loss of power.
    public func noteFeed(_ id: String, _ state: FeedState) throws {
        try write(isDurable: false) { try $0.setState(state, ofFeed: id) }
    }

    /// Takes in entries that are new or changed, and notes what came of asking for the feed, all or nothing. What the user made of
    /// an article that changed is found again in it, as with files. Nothing where the feed is not followed any more.
    @discardableResult
    public func applyFeed(_ id: String, _ entries: [FeedEntryArticle], _ state: FeedState? = nil) throws -> ApplyReport {
        let prepared = entries.map { PreparedArticle($0.incoming) }
        return try change { transaction in
            let database = transaction.database
            let feed = try database.first("SELECT id FROM feed WHERE uuid = ? AND removed = 0", id) { $0.int64(0) }
            guard let feed else { return ApplyReport() }
            let sync = try FileSync(transaction)
            for (entry, article) in zip(entries, prepared) {
                let seen = try database.first(
                    """
                    INSERT INTO feed_entry(feed, key, first_seen) VALUES (?, ?, ?)
                    ON CONFLICT (feed, key) DO UPDATE SET expired = 0 RETURNING first_seen
                    """, feed, entry.key, entry.firstSeen ?? transaction.now) { $0.int64(0) } ?? transaction.now
                // An article without a date is dated by when it was first met.
                let stamp = FileStamp(size: Int64(article.text.utf8.count), modified: seen * 1_000_000_000, inode: 0)
                try sync.apply(
                    .read(
                        path: FeedPlace.path(feed: id, key: entry.key), stamp: stamp, contentHash: entry.contentHash,
                        articles: [entry.incoming]), [article])
            }
            if let state { try database.setState(state, ofFeed: id) }
            return sync.report
        }
    }

    /// Takes out articles of feeds that were first met before `time`, in seconds since 1970, and that have nothing of the user's:
    /// no star, tag, bookmark, note, highlight or decision. Unread ones too. They are gone as if their file were, and do not come
    /// back. How many there were.
    @discardableResult
    public func expireFeedEntries(before time: Int64) throws -> Int {
        try change { transaction in
            let database = transaction.database
            let old = try database.all(
                """
                SELECT e.feed, e.key, feed.uuid FROM feed_entry e JOIN feed ON feed.id = e.feed
                WHERE e.first_seen < ?1 AND e.expired = 0 AND NOT EXISTS (
                  SELECT 1 FROM file f JOIN place p ON p.file = f.id JOIN article a ON a.id = p.article
                  WHERE f.path = ?2 || feed.uuid || '/' || e.key AND (a.starred = 1
                    OR EXISTS (SELECT 1 FROM article_tag WHERE article = a.id)
                    OR EXISTS (SELECT 1 FROM passage WHERE article = a.id AND removed = 0)
                    OR EXISTS (SELECT 1 FROM decision WHERE article = a.id AND removed = 0)))
                ORDER BY e.feed, e.key
                """, time, FeedPlace.prefix
            ) { (feed: $0.int64(0), key: $0.text(1), id: $0.text(2)) }
            let sync = try FileSync(transaction)
            for entry in old {
                try sync.apply(.gone(path: FeedPlace.path(feed: entry.id, key: entry.key)), [])
                try database.run("UPDATE feed_entry SET expired = 1 WHERE feed = ? AND key = ?", entry.feed, entry.key)
            }
            return old.count
        }
    }
}

extension Database {
    fileprivate func setState(_ state: FeedState, ofFeed id: String) throws {
        try run(
            """
            UPDATE feed SET feed_title = ?, site = ?, asked = ?, succeeded = ?, due = ?, failures = ?, failure = ?, stopped = ?,
              etag = ?, last_modified = ?, content_hash = ?, head = ?
            WHERE uuid = ? AND removed = 0
            """, state.feedTitle, state.siteURL, state.asked, state.succeeded, state.due, state.failures, state.failure,
            state.isStopped, state.etag, state.lastModified, state.contentHash, state.head, id)
    }
}
