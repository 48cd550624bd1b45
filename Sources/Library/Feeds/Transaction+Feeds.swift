import Articles
import GRDB

extension UserChange {
    /// What a person says of a feed.
    struct FeedSubject: Hashable, Codable {
        var url: String
        var title: String?
        var folders: [String]
        var permission: Int

        init(url: String, title: String?, folders: [String], permission: Feed.Permission) {
            self.url = url
            self.title = title
            self.folders = folders
            self.permission = permission.rawValue
        }

        init(_ feed: Feed) { self.init(url: feed.url, title: feed.title, folders: feed.folders, permission: feed.permission) }
    }
}

extension Feed {
    /// What it is called in the words of an action: without credentials.
    var label: String { title ?? state.feedTitle ?? Credentials.removed(from: url) }
}

extension Transaction {
    /// A feed that is followed again is asked for at once, whatever came of it before. Its address is the one that it has.
    func applyFeed(_ subject: UserChange.FeedSubject?, to id: String) throws {
        guard let subject else {
            try database.run(
                """
                UPDATE feed SET removed = 1, etag = NULL, last_modified = NULL, content_hash = NULL, edited = ?, change = ?
                WHERE uuid = ? AND removed = 0
                """, now, change, id)
            return
        }
        try database.run(
            """
            INSERT INTO feed(uuid, url, title, folders, allows, created, edited, change) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)
            ON CONFLICT (uuid) DO UPDATE SET title = excluded.title, folders = excluded.folders, allows = excluded.allows,
              edited = excluded.edited, change = excluded.change,
              stopped = CASE removed WHEN 1 THEN 0 ELSE stopped END, failures = CASE removed WHEN 1 THEN 0 ELSE failures END,
              failure = CASE removed WHEN 1 THEN NULL ELSE failure END, due = CASE removed WHEN 1 THEN 0 ELSE due END, removed = 0
            """, id, subject.url, subject.title, TextList.joined(subject.folders), subject.permission, now, change)
    }
}
