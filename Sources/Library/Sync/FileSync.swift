import Articles
import GRDB

/// Brings the library in line with what came of looking at files, inside one transaction.
///
/// An article met in several files has a place in each. What is shown of it is read from the place with the first path, so
/// that the order in which files are met decides nothing.
final class FileSync {
    let transaction: Transaction
    var report = ApplyReport()
    private let tagger: Int

    var database: Database { transaction.database }

    init(_ transaction: Transaction) throws {
        self.transaction = transaction
        tagger = try transaction.database.first("SELECT tagger FROM library") { $0.integer(0) } ?? 0
    }

    /// The version of the tagger that the links of an article come from.
    func tagger(of article: PreparedArticle) -> Int { article.incoming.edition ?? tagger }

    func apply(_ outcome: FileOutcome, _ articles: [PreparedArticle]) throws {
        switch outcome {
        case .read(let path, let stamp, let contentHash, _):
            let file = try file(path, stamp: stamp, contentHash: contentHash, failure: nil)
            try fill(file, path, fileDate: stamp.date, articles)
        case .part(let path, let stamp, let first, _):
            try add(articles, from: first, to: try file(path, stamp: nil, contentHash: nil, failure: nil), path, fileDate: stamp.date)
        case .end(let path, let stamp, let contentHash):
            try settle(try file(path, stamp: stamp, contentHash: contentHash, failure: nil))
        case .unreadable(let path, let stamp, let failure):
            _ = try file(path, stamp: stamp, contentHash: nil, failure: failure)
            report.unreadable += 1
        case .touched(let path, let stamp): try touch(path, stamp)
        case .moved(let from, let to, let stamp): try move(from, to, stamp)
        case .gone(let path): try remove(path)
        }
    }
}

extension FileStamp {
    /// When the file was changed, to the second.
    var date: ArticleDate { ArticleDate(timestamp: modified / 1_000_000_000) }
}

// MARK: Files
extension FileSync {
    /// The row of the file, with what is known of it now.
    private func file(_ path: String, stamp: FileStamp?, contentHash: String?, failure: String?) throws -> Int64 {
        let hadFailed = try database.first("SELECT failure IS NOT NULL FROM file WHERE path = ?", path) { $0.bool(0) }
        transaction.counters.unreadable += (failure == nil ? 0 : 1) - (hadFailed == true ? 1 : 0)
        let id = try database.first(
            """
            INSERT INTO file(path, size, modified, inode, content_hash, failure) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified, inode = excluded.inode,
              content_hash = excluded.content_hash, failure = excluded.failure
            RETURNING id
            """, path, stamp?.size, stamp?.modified, stamp.map { Int64(bitPattern: $0.inode) }, contentHash, failure
        ) { $0.int64(0) }
        guard let id else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return id
    }

    private func touch(_ path: String, _ stamp: FileStamp) throws {
        let file = try database.first("SELECT id FROM file WHERE path = ?", path) { $0.int64(0) }
        guard let file else { return }
        try setStamp(stamp, ofFile: file)
        for article in try articles(in: file) { try redate(article, mainPath: path, stamp.date) }
    }

    private func setStamp(_ stamp: FileStamp, ofFile file: Int64) throws {
        try database.run(
            "UPDATE file SET size = ?, modified = ?, inode = ? WHERE id = ?", stamp.size, stamp.modified,
            Int64(bitPattern: stamp.inode), file)
    }

    private func move(_ from: String, _ to: String, _ stamp: FileStamp) throws {
        let file = try database.first("SELECT id FROM file WHERE path = ?", from) { $0.int64(0) }
        guard let file, from != to else { return }
        try remove(to)
        try database.run("UPDATE file SET path = ? WHERE id = ?", to, file)
        try setStamp(stamp, ofFile: file)
        report.moved += 1
        for article in try articles(in: file) {
            try chooseMainPlace(of: article)
            try redate(article, mainPath: to, stamp.date)
        }
    }

    private func remove(_ path: String) throws {
        let found = try database.first("SELECT id, failure IS NOT NULL FROM file WHERE path = ?", path) {
            (id: $0.int64(0), hasFailed: $0.bool(1))
        }
        guard let found else { return }
        if found.hasFailed { transaction.counters.unreadable -= 1 }
        let articles = try articles(in: found.id)
        try database.run("DELETE FROM place WHERE file = ?", found.id)
        try database.run("DELETE FROM file WHERE id = ?", found.id)
        for article in articles { try chooseMainPlace(of: article) }
    }

    /// Once each, in the order of the file.
    func articles(in file: Int64) throws -> [Int64] {
        var seen: Set<Int64> = []
        return try database.all("SELECT article FROM place WHERE file = ? ORDER BY ordinal", file) { $0.int64(0) }
            .filter { seen.insert($0).inserted }
    }

    /// Has the article shown from the place with the first path; marks it as gone where it has none. A file that
    /// holds it in another state than the one shown is to be read again.
    func chooseMainPlace(of article: Int64) throws {
        let place = try database.first(
            """
            SELECT file.id, file.path, place.digest FROM place JOIN file ON file.id = place.file
            WHERE place.article = ? ORDER BY file.path, place.ordinal LIMIT 1
            """, article
        ) { (file: $0.int64(0), path: $0.text(1), digest: $0.text(2)) }
        guard let place else {
            if try transaction.updateFlags(of: article, { $0.isGone = true }) { report.gone += 1 }
            return
        }
        let shown = try database.first("SELECT file, digest FROM article WHERE id = ?", article) {
            (path: $0.text(0), digest: $0.text(1))
        }
        guard let shown, shown.path != place.path else { return }
        try database.run(
            "UPDATE article SET file = ?, change = ? WHERE id = ?", place.path, transaction.change, article)
        if shown.digest != place.digest {
            try database.run("UPDATE file SET size = NULL, modified = NULL, inode = NULL WHERE id = ?", place.file)
        }
    }

    /// An article without a date of its own follows the date of the file that it is shown from.
    private func redate(_ article: Int64, mainPath: String, _ date: ArticleDate) throws {
        let found = try database.first(
            "SELECT identity, sort_key, file_date FROM article WHERE id = ? AND file = ? AND published IS NULL", article,
            mainPath
        ) { (identity: $0.text(0), key: $0.int64(1), date: $0.optionalText(2)) }
        guard let found, found.date != date.description else { return }
        let key = try SortKey.free(
            timestamp: date.timestamp, identity: found.identity, current: found.key, in: database)
        try database.run(
            "UPDATE article SET sort_key = ?, file_date = ?, change = ?4, words_change = ?4 WHERE id = ?3", key, date.description,
            article, transaction.change)
        transaction.changesWords = true
        for table in ["article_topic", "article_provision"] {
            try database.run("UPDATE \(table) SET sort_key = ? WHERE article = ?", key, article)
        }
    }
}
