import GRDB
@testable import Library
import Synchronization

extension Library {
    /// All that a person could tell apart, as text: without change numbers, times of edits, the journal, and rows that stand
    /// for something removed.
    func dump() throws -> String {
        let tables = [
            """
            SELECT a.id, a.name, a.identity, a.sort_key, a.title, a.title_key, a.bylines, a.published, a.file, a.topics, a.tags, a.bookmarks, a.starred, a.notes, a.highlights, a.links, a.read, a.trashed, a.gone,
              a.place, a.digest, hex(c.text), hex(c.layout), hex(c.links) FROM article a JOIN article_content c ON c.article = a.id
            """,
            """
            SELECT uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, bookmarked, starred, note, note_edited, highlight, created,
              (SELECT group_concat(name) FROM (SELECT name FROM passage_tag JOIN tag ON tag.id = tag WHERE passage = passage.id ORDER BY name))
            FROM passage WHERE removed = 0
            """,
            "SELECT article, name FROM article_tag JOIN tag ON tag.id = tag", "SELECT name, articles, unread FROM topic WHERE articles > 0",
            "SELECT topic, hidden, sort_key, article, direct FROM article_topic", "SELECT code, articles FROM language WHERE articles > 0",
            """
            SELECT articles, unread, trashed, gone, bookmarks, orphans, unreadable, decisions, starred, notes, highlights,
              starred_passages FROM library
            """,
            "SELECT treaty, number, articles, unread FROM provision WHERE articles > 0",
            """
            SELECT treaty, number, hidden, sort_key, article, cited FROM article_provision
            JOIN provision ON provision.id = article_provision.provision
            """,
            "SELECT path, size, modified, inode, content_hash, failure FROM file", "SELECT file, ordinal, article, digest FROM place",
            "SELECT key, value FROM setting",
            """
            SELECT uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, topic, accepted, created FROM decision
            WHERE removed = 0
            """,
            "SELECT kind, topic, text FROM learning_setting WHERE removed = 0",
            "SELECT uuid, kind, title, body, created FROM document WHERE removed = 0",
            "SELECT article, field, value FROM correction WHERE removed = 0",
            "SELECT url, title, folders, allows, created FROM feed WHERE removed = 0",
        ]
        return try pool.read { database in
            try tables.map { sql in
                try Row.fetchAll(database, sql: sql).map(\.description).sorted().joined(separator: "\n")
            }.joined(separator: "\n--\n")
        }
    }
}

/// Gathers sentences from any thread.
final class Failures: Sendable {
    private let sentences = Mutex<[String]>([])

    var all: [String] { sentences.withLock { $0 } }

    func add(_ sentence: String) { sentences.withLock { $0.append(sentence) } }
}
