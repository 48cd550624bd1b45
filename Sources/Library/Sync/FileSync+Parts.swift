import Articles
import GRDB

/// Files that are read in parts, since they are too large to be held.
///
/// The places of the new parts have negative numbers (-1 is the first) until all are there, beside those of what the file held
/// before. So no article is without a place in between, and what a sync that was broken off leaves behind is told from the rest.
extension FileSync {
    /// Puts `articles`, which are those from number `first` on, beside what the file held before. An article is known by its identity.
    func add(_ articles: [PreparedArticle], from first: Int, to file: Int64, _ path: String, fileDate: ArticleDate) throws {
        if first == 0 { try drop("ordinal < 0", of: file) }
        for (index, article) in articles.enumerated() {
            let known = try database.first("SELECT id FROM article WHERE identity = ?", article.identity) { $0.int64(0) }
            let id: Int64
            if let known {
                let isHere = try database.first("SELECT 1 FROM place WHERE article = ? AND file = ?", known, file) { _ in true } ?? false
                try update(known, with: article, path, fileDate: fileDate, wasHere: isHere)
                id = known
            } else {
                id = try insert(article, path, fileDate: fileDate)
            }
            try database.run(
                "INSERT INTO place(file, ordinal, article, digest) VALUES (?, ?, ?, ?)", file, -(first + index + 1), id, article.digest)
        }
    }

    /// The parts stand for the file, and what it held before goes.
    func settle(_ file: Int64) throws {
        try drop("ordinal >= 0", of: file)
        try database.run("UPDATE place SET ordinal = -ordinal - 1 WHERE file = ? AND ordinal < 0", file)
    }

    private func drop(_ places: String, of file: Int64) throws {
        let articles = try database.all("SELECT DISTINCT article FROM place WHERE file = ? AND \(places)", file) { $0.int64(0) }
        guard !articles.isEmpty else { return }
        try database.run("DELETE FROM place WHERE file = ? AND \(places)", file)
        for article in articles { try chooseMainPlace(of: article) }
    }
}
