import Articles
import GRDB

/// Which articles of a file are those that it held before.
extension FileSync {
    private struct Held {
        var article: Int64
        var identity: String
        var title: String
        /// Whether it stands in this file alone.
        var isOnlyHere: Bool
    }

    /// Puts `articles` into the file in place of what it held. An article is known by its identity; failing that, by its
    /// title, and at last by its turn where as many are new as are missing.
    func fill(_ file: Int64, _ path: String, fileDate: ArticleDate, _ articles: [PreparedArticle]) throws {
        let held = try held(by: file)
        try database.run("DELETE FROM place WHERE file = ?", file)
        let before = Set(held.map(\.article))
        let targets = try held.isEmpty ? [:] : matches(held, articles)
        var placed: Set<Int64> = []
        for (ordinal, article) in articles.enumerated() {
            let target = try targets[ordinal] ?? self.article(withIdentity: article.identity)
            let id: Int64
            if let target {
                let isSecond = placed.contains(target)
                try update(target, with: article, path, fileDate: fileDate, wasHere: before.contains(target) || isSecond)
                id = target
            } else {
                id = try insert(article, path, fileDate: fileDate)
            }
            placed.insert(id)
            try database.run(
                "INSERT INTO place(file, ordinal, article, digest) VALUES (?, ?, ?, ?)", file, ordinal, id, article.digest)
        }
        for old in held where placed.insert(old.article).inserted { try chooseMainPlace(of: old.article) }
    }

    private func held(by file: Int64) throws -> [Held] {
        var seen: Set<Int64> = []
        return try database.all(
            """
            SELECT a.id, a.identity,
              coalesce((SELECT original FROM correction WHERE article = a.id AND field = 'title' AND removed = 0), a.title),
              NOT EXISTS (SELECT 1 FROM place other WHERE other.article = a.id AND other.file <> place.file)
            FROM place JOIN article a ON a.id = place.article WHERE place.file = ? ORDER BY place.ordinal
            """, file
        ) {
            Held(article: $0.int64(0), identity: $0.text(1), title: $0.text(2), isOnlyHere: $0.bool(3))
        }.filter { seen.insert($0.article).inserted }
    }

    private func article(withIdentity identity: String) throws -> Int64? {
        try database.first("SELECT id FROM article WHERE identity = ?", identity) { $0.int64(0) }
    }

    /// From the place of an incoming article to the one it continues.
    private func matches(_ held: [Held], _ articles: [PreparedArticle]) throws -> [Int: Int64] {
        let identities = Set(articles.map(\.identity))
        var missing = held.filter { $0.isOnlyHere && !identities.contains($0.identity) }
        var new: [Int] = []
        var seen: Set<String> = []
        for (ordinal, article) in articles.enumerated() where seen.insert(article.identity).inserted {
            if try self.article(withIdentity: article.identity) == nil { new.append(ordinal) }
        }
        var targets: [Int: Int64] = [:]
        for ordinal in new {
            let title = articles[ordinal].article.title
            let same = missing.filter { $0.title == title }
            guard same.count == 1, new.count(where: { articles[$0].article.title == title }) == 1 else { continue }
            targets[ordinal] = same[0].article
            missing.removeAll { $0.article == same[0].article }
        }
        new.removeAll { targets[$0] != nil }
        if new.count == missing.count {
            for (ordinal, old) in zip(new, missing) { targets[ordinal] = old.article }
        }
        return targets
    }
}
