import GRDB

extension Transaction {
    /// Changes the flags of an article, and all that is counted and listed by them. Whether anything changed.
    @discardableResult
    func updateFlags(of article: Int64, _ update: (inout CounterChanges.Flags) -> Void) throws -> Bool {
        guard let old = try flags(of: article) else { return false }
        var new = old
        update(&new)
        guard new != old else { return false }
        let topics = try topics(of: article)
        counters.count(old, topics: topics, -1)
        counters.count(new, topics: topics, 1)
        let provisions = try provisions(ofArticle: article)
        counters.count(old, provisions: provisions, -1)
        counters.count(new, provisions: provisions, 1)
        try database.run(
            "UPDATE article SET read = ?, trashed = ?, gone = ?, change = ? WHERE id = ?", new.isRead, new.isTrashed,
            new.isGone, change, article)
        if old.isListed != new.isListed {
            try database.run("UPDATE article_topic SET hidden = ? WHERE article = ?", !new.isListed, article)
            try database.run("UPDATE article_provision SET hidden = ? WHERE article = ?", !new.isListed, article)
        }
        return true
    }

    /// Nothing where there is no such article.
    func flags(of article: Int64) throws -> CounterChanges.Flags? {
        try database.first("SELECT read, trashed, gone FROM article WHERE id = ?", article) {
            CounterChanges.Flags(isRead: $0.bool(0), isTrashed: $0.bool(1), isGone: $0.bool(2))
        }
    }

    /// The rows of the article's topics, those above them included.
    func topics(of article: Int64) throws -> [Int64] {
        try database.all("SELECT topic FROM article_topic WHERE article = ?", article) { $0.int64(0) }
    }

    /// Notes when the user last changed what is theirs in the article's own row.
    func markEdited(_ article: Int64) throws {
        try database.run("UPDATE article SET edited = ?, change = ? WHERE id = ?", now, change, article)
    }

    /// Brings what a list shows of the user's doings in line with them.
    func renewSummary(of article: Int64) throws {
        let tags = try database.all(
            """
            SELECT name FROM tag WHERE id IN (
              SELECT tag FROM article_tag WHERE article = ?1
              UNION SELECT passage_tag.tag FROM passage JOIN passage_tag ON passage_tag.passage = passage.id
                WHERE passage.article = ?1 AND passage.removed = 0)
            ORDER BY name
            """, article
        ) { $0.text(0) }
        try database.run(
            """
            UPDATE article SET tags = ?, change = ?, (bookmarks, notes, highlights) =
              (SELECT count(*) FILTER (WHERE bookmarked = 1), count(note), count(highlight)
                FROM passage WHERE article = article.id AND removed = 0)
            WHERE id = ?
            """, TextList.joined(tags), change, article)
    }

    /// The row of the tag, made where it is new. Two writings of one tag are one; the first stands.
    func row(ofTag name: String) throws -> Int64 {
        let key = TagKey.of(name)
        if let id = try database.first("SELECT id FROM tag WHERE key = ?", key, read: { $0.int64(0) }) { return id }
        try database.run("INSERT INTO tag(name, key) VALUES (?, ?)", name, key)
        return database.lastInsertedRowID
    }
}
