import GRDB

/// What a transaction does to the counters, gathered and written once at its end.
struct CounterChanges {
    /// The flags of an article that counters depend on.
    struct Flags: Hashable {
        var isRead = false
        var isTrashed = false
        var isGone = false

        var isListed: Bool { !isTrashed && !isGone }
    }

    private var articles = 0
    private var unread = 0
    private var trashed = 0
    private var gone = 0
    var bookmarks = 0
    var orphans = 0
    var unreadable = 0
    var decisions = 0
    var starred = 0
    var notes = 0
    var highlights = 0
    var starredPassages = 0
    private var topics: [Int64: (articles: Int, unread: Int)] = [:]
    private var provisions: [Int64: (articles: Int, unread: Int)] = [:]
    private var languages: [String: Int] = [:]

    /// Counts an article with `flags`, `sign` times.
    mutating func count(_ flags: Flags, topics ids: [Int64], _ sign: Int) {
        if flags.isTrashed { trashed += sign }
        if flags.isGone, !flags.isTrashed { gone += sign }
        guard flags.isListed else { return }
        articles += sign
        if !flags.isRead { unread += sign }
        for id in ids {
            topics[id, default: (0, 0)].articles += sign
            if !flags.isRead { topics[id, default: (0, 0)].unread += sign }
        }
    }

    /// Counts an article with `flags` under provisions and treaties, `sign` times.
    mutating func count(_ flags: Flags, provisions ids: [Int64], _ sign: Int) {
        guard flags.isListed else { return }
        for id in ids {
            provisions[id, default: (0, 0)].articles += sign
            if !flags.isRead { provisions[id, default: (0, 0)].unread += sign }
        }
    }

    /// Counts an article of a language, listed or not.
    mutating func count(language: String?, _ sign: Int) { languages[language ?? "", default: 0] += sign }

    /// Writes the changes, once.
    mutating func apply(to database: Database) throws {
        defer { self = CounterChanges() }
        let passages = [bookmarks, orphans, notes, highlights, starredPassages]
        if ([articles, unread, trashed, gone, starred, unreadable, decisions] + passages).contains(where: { $0 != 0 }) {
            try database.run(
                """
                UPDATE library SET articles = articles + ?, unread = unread + ?, trashed = trashed + ?, gone = gone + ?,
                  bookmarks = bookmarks + ?, orphans = orphans + ?, unreadable = unreadable + ?,
                  decisions = decisions + ?, starred = starred + ?, notes = notes + ?, highlights = highlights + ?,
                  starred_passages = starred_passages + ?
                """, articles, unread, trashed, gone, bookmarks, orphans, unreadable, decisions, starred, notes, highlights,
                starredPassages)
        }
        for (table, changes) in [("topic", topics), ("provision", provisions)] {
            for (id, change) in changes where change != (0, 0) {
                try database.run(
                    "UPDATE \(table) SET articles = articles + ?, unread = unread + ? WHERE id = ?", change.articles,
                    change.unread, id)
            }
        }
        for (code, change) in languages where change != 0 {
            try database.run(
                """
                INSERT INTO language(code, articles) VALUES (?, ?)
                ON CONFLICT (code) DO UPDATE SET articles = articles + excluded.articles
                """, code, change)
        }
    }
}
