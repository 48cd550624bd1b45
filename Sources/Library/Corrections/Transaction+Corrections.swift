import Articles
import GRDB

extension Transaction {
    /// Throws ``LibraryError/unknownArticle(_:)``.
    func title(of id: ArticleID) throws -> String {
        guard let title = try database.first("SELECT title FROM article WHERE id = ?", id.rawValue, read: { $0.text(0) }) else {
            throw LibraryError.unknownArticle(id)
        }
        return title
    }

    func correction(_ field: CorrectedField, of article: Int64) throws -> String? {
        try database.liveCorrection(field, of: article)
    }

    /// Has the article say `value`; nothing has it say what its file says.
    func applyCorrection(_ field: CorrectedField, _ value: String?, to article: Int64) throws {
        let isLive = try correction(field, of: article) != nil
        let column = field.column
        if let value {
            // What the file says is kept when the first correction takes its place.
            let original = isLive ? "original" : "(SELECT \(column) FROM article WHERE id = ?1)"
            try database.run(
                """
                INSERT INTO correction(article, field, value, original, edited, change)
                VALUES (?1, ?2, ?3, (SELECT \(column) FROM article WHERE id = ?1), ?4, ?5)
                ON CONFLICT (article, field) DO UPDATE SET value = excluded.value, original = \(original), removed = 0,
                  edited = excluded.edited, change = excluded.change
                """, article, field.rawValue, value, now, change)
            try show(field, value, in: article)
        } else if isLive {
            let original = try database.first(
                "SELECT original FROM correction WHERE article = ? AND field = ?", article, field.rawValue
            ) { $0.optionalText(0) } ?? nil
            try database.run(
                "UPDATE correction SET removed = 1, edited = ?, change = ? WHERE article = ? AND field = ?", now, change, article,
                field.rawValue)
            try show(field, original, in: article)
        }
    }

    private func show(_ field: CorrectedField, _ value: String?, in article: Int64) throws {
        switch field {
        case .title:
            try database.run("UPDATE article SET title = ?, title_key = ? WHERE id = ?", value ?? "", TitleKey.of(value ?? ""), article)
        case .bylines: try database.run("UPDATE article SET bylines = ? WHERE id = ?", value, article)
        case .date: try showDate(value, in: article)
        }
        try database.run("UPDATE article SET change = ?1, words_change = ?1 WHERE id = ?2", change, article)
        changesWords = true
    }

    /// The date decides the order of lists. Without one, that of the file does.
    private func showDate(_ value: String?, in article: Int64) throws {
        let row = try database.first(
            """
            SELECT a.identity, a.sort_key, a.file_date, file.modified FROM article a LEFT JOIN file ON file.path = a.file WHERE a.id = ?
            """, article
        ) { (identity: $0.text(0), key: $0.int64(1), fileDate: $0.optionalText(2), modified: $0.optionalInt64(3)) }
        guard let row else { return }
        let stamp = row.modified.map { ArticleDate(timestamp: $0 / 1_000_000_000).description }
        let fileDate = value == nil ? row.fileDate ?? stamp ?? ArticleDate(timestamp: SortKey.timestamp(of: row.key)).description : row.fileDate
        let timestamp = (value ?? fileDate).flatMap { ArticleDate(iso8601: $0) }?.timestamp ?? SortKey.timestamp(of: row.key)
        let key = try SortKey.free(timestamp: timestamp, identity: row.identity, current: row.key, in: database)
        try database.run(
            "UPDATE article SET published = ?, file_date = ?, sort_key = ? WHERE id = ?", value, fileDate, key, article)
        for table in ["article_topic", "article_provision"] {
            try database.run("UPDATE \(table) SET sort_key = ? WHERE article = ?", key, article)
        }
    }

    /// An article as its file says it now, with what a person corrected in it; the file's own words are noted, for when the
    /// correction is taken back.
    func corrected(_ new: PreparedArticle, as article: Int64) throws -> PreparedArticle {
        var corrected = new
        for field in CorrectedField.allCases {
            guard let value = try correction(field, of: article), let correction = ArticleCorrection(field, column: value) else { continue }
            let said = new.article
            let original: String?
            switch field {
            case .title: original = said.title
            case .date: original = said.published?.description
            case .bylines: original = TextList.joined(said.bylines)
            }
            try database.run(
                "UPDATE correction SET original = ? WHERE article = ? AND field = ?", original, article, field.rawValue)
            corrected.take(correction)
        }
        return corrected
    }
}

extension CorrectedField {
    /// The article's column.
    fileprivate var column: String {
        switch self {
        case .title: "title"
        case .date: "published"
        case .bylines: "bylines"
        }
    }
}

extension Database {
    func liveCorrection(_ field: CorrectedField, of article: Int64) throws -> String? {
        try first("SELECT value FROM correction WHERE article = ? AND field = ? AND removed = 0", article, field.rawValue) { $0.text(0) }
    }
}
