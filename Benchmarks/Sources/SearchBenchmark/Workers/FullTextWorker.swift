import Corpus
import Foundation

/// SQLite's FTS5 as it is best for ranking: one column with all text, `porter unicode61`, no stored text, no prefix index (one
/// that is built of stems loses hits while a word is typed, and does not help ranking, which reads every hit anyway).
class FullTextWorker: SearchWorker {
    private static let batch = 1_000

    class var table: String { "CREATE VIRTUAL TABLE article USING fts5(text, content='', tokenize='porter unicode61')" }
    class var canRank: Bool { true }

    private let database: SQLiteConnection

    required init(opening folder: String) throws {
        database = try SQLiteConnection(folder + "/articles.sqlite")
        try database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 8589934592; PRAGMA cache_size = -20000")
    }

    class func build(_ folder: String, from stream: ArticleStreamReader) throws -> (articles: Int, text: Int) {
        let isNew = !FileManager.default.fileExists(atPath: folder + "/articles.sqlite")
        let worker = try Self(opening: folder)
        if isNew { try worker.database.run(table) }
        var (articles, text) = (0, 0)
        while let article = try stream.next() {
            if articles % batch == 0 { try worker.database.run(articles == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE") }
            try worker.insert(article)
            articles += 1
            text += article.textSize
        }
        if articles > 0 { try worker.database.run("COMMIT") }
        // What merging is left is part of building: without it the first change to the index has to wait for it.
        if isNew { try worker.database.run("INSERT INTO article(article) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)") }
        return (articles, text)
    }

    class func parts(_ folder: String) throws -> [String: Int] { try FolderSize.parts(folder) }

    func search(_ query: BenchmarkQuery) throws -> [Int]? {
        let order = query.order == .ranked ? "rank" : "rowid DESC"
        guard let match = match(query) else { return nil }
        return try database.run("SELECT rowid FROM article WHERE article MATCH ? ORDER BY \(order) LIMIT \(query.limit)", text: match)
    }

    func count(_ query: BenchmarkQuery) throws -> Int {
        guard let match = match(query) else { return 0 }
        return try database.run("SELECT count(*) FROM article WHERE article MATCH ?", text: match).first ?? 0
    }

    func add(_ article: CorpusArticle) throws {
        try database.run("BEGIN IMMEDIATE")
        try insert(article)
        try database.run("COMMIT")
    }

    private func insert(_ article: CorpusArticle) throws {
        try database.run("INSERT INTO article(rowid, text) VALUES (?, ?)", number: article.number, text: article.title + [10] + article.deck + [10] + article.body)
    }

    private func match(_ query: BenchmarkQuery) -> [UInt8]? {
        if query.order == .ranked, !Self.canRank { return nil }
        let words = query.words.map { "\"\($0.text)\"" + ($0.isPrefix ? "*" : "") }
        switch query.kind {
        case .all: return Array(words.joined(separator: " ").utf8)
        case .any: return Array(words.joined(separator: " OR ").utf8)
        case .phrase: return Self.canRank ? Array("\"\(query.words.map(\.text).joined(separator: " "))\"".utf8) : nil
        }
    }
}

/// FTS5 as it is fastest for newest-first: without positions, so without phrases, and with lists for prefixes; it cannot rank.
final class FullTextNewestWorker: FullTextWorker {
    override class var table: String {
        "CREATE VIRTUAL TABLE article USING fts5(text, content='', detail=none, prefix='1 5', tokenize='porter unicode61')"
    }
    override class var canRank: Bool { false }
}
