import Articles
import GRDB
import Topics

/// Writes articles.
extension FileSync {
    private struct Stored {
        var identity: String
        var key: Int64
        var digest: String
        var file: String
        var language: String?
        var timestamp: Int64
        var links: [UInt8]
    }

    /// Adds an article that the library does not hold.
    func insert(_ new: PreparedArticle, _ path: String, fileDate: ArticleDate) throws -> Int64 {
        let key = try SortKey.free(
            timestamp: new.timestamp(fileDate: fileDate), identity: new.identity, current: nil, in: database)
        let article = new.article
        try database.run(
            """
            INSERT INTO article(name, identity, sort_key, title, title_key, deck, kickers, bylines, publisher, published,
              file_date, language, word_count, file, topics, tagger, digest, links, change, words_change)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?19, ?19)
            """, try name(for: new.identity), new.identity, key, article.title, new.titleKey, article.deck,
            TextList.joined(article.kickers), TextList.joined(article.bylines), article.publisher,
            article.published?.description, article.published == nil ? fileDate.description : nil, article.language,
            new.wordCount, path, TextList.joined(new.topics.map(\.rawValue)), tagger(of: new), new.digest,
            article.hasLinks, transaction.change)
        let id = database.lastInsertedRowID
        try database.run(
            """
            INSERT INTO article_content(article, source_id, url, updated, source_tags, text, unsearched, layout, links)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, id, article.id, article.url, article.updated?.description, TextList.joined(article.tags), new.text,
            new.unsearched, new.layout, new.links)
        transaction.changesWords = true
        let rows = try transaction.addTopics(new.topics, to: id, key: key, isHidden: false)
        transaction.counters.count(CounterChanges.Flags(), topics: rows, 1)
        let provisions = try transaction.addProvisions(of: new.incoming.links, cited: new.incoming.tagging, to: id, key: key, isHidden: false)
        transaction.counters.count(CounterChanges.Flags(), provisions: provisions, 1)
        transaction.counters.count(language: article.language, 1)
        report.added += 1
        report.newArticles.append(ArticleID(id))
        return id
    }

    /// The first digits of the identity that no article is named by.
    private func name(for identity: String) throws -> String {
        for length in 12...identity.count {
            let name = String(identity.prefix(length))
            let isTaken = try database.first("SELECT 1 FROM article WHERE name = ?", name) { _ in true } ?? false
            if !isTaken { return name }
        }
        throw DatabaseError(resultCode: .SQLITE_CONSTRAINT)
    }

    /// An article that the library holds was met in the file at `path`.
    func update(
        _ id: Int64, with new: PreparedArticle, _ path: String, fileDate: ArticleDate, wasHere: Bool
    ) throws {
        guard let old = try stored(id), let flags = try transaction.flags(of: id) else { return }
        let read = new
        if flags.isGone {
            try transaction.updateFlags(of: id) { $0.isGone = false }
            report.returned += 1
        } else if !wasHere {
            report.duplicates += 1
        }
        // Another place, with an earlier path, shows the article.
        guard flags.isGone || !old.file.utf8.lexicographicallyPrecedes(path.utf8) else { return }
        if path != old.file {
            try database.run("UPDATE article SET file = ?, change = ? WHERE id = ?", path, transaction.change, id)
        }
        let new = try transaction.corrected(read, as: id)
        if old.digest != new.digest || old.timestamp != new.timestamp(fileDate: fileDate) {
            try rewrite(id, old, new, fileDate: fileDate)
            report.changed += 1
        } else if old.links != new.links {
            try transaction.setLinks(new.links, tagger: tagger(of: new), of: id) { new.incoming.tagging }
            report.changed += 1
        } else if wasHere {
            report.unchanged += 1
        }
    }

    private func stored(_ id: Int64) throws -> Stored? {
        try database.first(
            """
            SELECT a.identity, a.sort_key, a.digest, a.file, a.language, coalesce(a.published, a.file_date), c.links
            FROM article a JOIN article_content c ON c.article = a.id WHERE a.id = ?
            """, id
        ) { columns in
            Stored(
                identity: columns.text(0), key: columns.int64(1), digest: columns.text(2), file: columns.text(3),
                language: columns.optionalText(4),
                timestamp: ArticleDate(iso8601: columns.text(5))?.timestamp ?? SortKey.timestamp(of: columns.int64(1)),
                links: Array(columns.bytes(6)))
        }
    }

    /// Puts what was read in the place of what was there. What the user made stays, and is found again in the new text.
    private func rewrite(_ id: Int64, _ old: Stored, _ new: PreparedArticle, fileDate: ArticleDate) throws {
        let timestamp = new.timestamp(fileDate: fileDate)
        let key = timestamp == old.timestamp
            ? old.key : try SortKey.free(timestamp: timestamp, identity: new.identity, current: old.key, in: database)
        let place = try movedPlace(in: id, to: new.text)
        let article = new.article
        try database.run(
            """
            UPDATE article SET identity = ?, sort_key = ?, title = ?, title_key = ?, deck = ?, kickers = ?, bylines = ?,
              publisher = ?, published = ?, file_date = ?, language = ?, word_count = ?, digest = ?, links = ?, change = ?15,
              words_change = ?15, place = ?
            WHERE id = ?
            """, new.identity, key, article.title, new.titleKey, article.deck, TextList.joined(article.kickers),
            TextList.joined(article.bylines), article.publisher, article.published?.description,
            article.published == nil ? fileDate.description : nil, article.language, new.wordCount, new.digest,
            article.hasLinks, transaction.change, place, id)
        try database.run(
            """
            UPDATE article_content SET source_id = ?, url = ?, updated = ?, source_tags = ?, text = ?, unsearched = ?,
              layout = ?
            WHERE article = ?
            """, article.id, article.url, article.updated?.description, TextList.joined(article.tags), new.text,
            new.unsearched, new.layout, id)
        transaction.changesWords = true
        report.orphaned += try transaction.locateDecisions(of: id, in: article)
        transaction.counters.count(language: old.language, -1)
        transaction.counters.count(language: article.language, 1)
        try transaction.setLinks(new.links, tagger: tagger(of: new), of: id) { new.incoming.tagging }
        try locatePassages(of: id, in: new.text)
    }

    /// Where reading stopped, in the text as it is now.
    private func movedPlace(in article: Int64, to text: String) throws -> Int {
        try database.first(
            """
            SELECT a.place, c.text FROM article a JOIN article_content c ON c.article = a.id WHERE a.id = ? AND a.place > 0
            """, article
        ) { TextChange(from: $0.text(1), to: text).offset($0.integer(0)) } ?? 0
    }

    private func locatePassages(of article: Int64, in text: String) throws {
        let passages = try database.all(
            "SELECT \(PassageRow.columns) FROM passage WHERE article = ? AND removed = 0", article
        ) { PassageRow($0) }
        for passage in passages {
            try transaction.locate(passage, in: text)
            let isOrphaned = try database.first("SELECT start IS NULL FROM passage WHERE id = ?", passage.row) {
                $0.bool(0)
            } ?? false
            transaction.counters.orphans += (isOrphaned ? 1 : 0) - (passage.isOrphaned ? 1 : 0)
            if isOrphaned, !passage.isOrphaned { report.orphaned += 1 }
        }
    }
}
