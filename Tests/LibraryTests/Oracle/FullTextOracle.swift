import Articles
import GRDB
@testable import Library
import Search
import Text

/// The same articles in a table of SQLite's FTS5, by rules of its own: what the index is compared with. Answers what FTS5
/// can be asked for, words and phrases with AND, OR and NOT.
final class FullTextOracle {
    /// Stands where no phrase may reach across.
    private static let gap = "qqgapqq"

    private let queue: DatabaseQueue
    private let expression: MatchExpression

    init(_ articles: [StoredArticle]) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { $0.add(tokenizer: ArticleTokenizer.self) }
        queue = try DatabaseQueue(configuration: configuration)
        let languages = Set(articles.map { WordAnalyser.language(tag: $0.article.language) })
        expression = MatchExpression(languages: languages.isEmpty ? [.english] : Array(languages), analyser: WordAnalyser())
        try queue.write { database in
            try database.execute(
                sql: "CREATE VIRTUAL TABLE words USING fts5(title, deck, kickers, bylines, publisher, body, tokenize = 'dossier', prefix = '1 2')")
            for (number, article) in articles.enumerated() { try Self.insert(article, number + 1, database) }
        }
    }

    private static func insert(_ stored: StoredArticle, _ number: Int, _ database: Database) throws {
        let article = stored.article
        let lead = "\u{2}" + (article.language ?? "") + "\u{2}"
        func joined(_ texts: [String]) -> String { texts.joined(separator: " \(gap) ") }
        let searched = zip(article.blocks, article.blockRanges).filter { $0.0.kind != .promotion }.map { $0.0.text }
        try database.execute(
            sql: "INSERT INTO words(rowid, title, deck, kickers, bylines, publisher, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                number, lead + article.title, lead + (article.deck ?? ""), lead + joined(article.kickers),
                lead + joined(article.bylines), lead + (article.publisher ?? ""),
                lead + (searched.count == article.blocks.count ? article.text : joined(searched)),
            ])
    }

    /// The places, among the articles given, of those that match; nothing where FTS5 cannot be asked for it.
    func matches(_ query: Query) throws -> [Int]? {
        guard let match = expression.text(of: query.normalised) else { return nil }
        return try queue.read { database in
            try Int.fetchAll(database, sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", arguments: [match])
                .map { $0 - 1 }
        }
    }
}
