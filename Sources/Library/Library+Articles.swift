import Articles
import GRDB
import Topics

extension Library {
    /// An article with all that the library knows of it. Throws ``LibraryError/unknownArticle(_:)``.
    public func article(_ id: ArticleID) throws -> StoredArticle {
        try read { database in
            guard let article = try database.storedArticle(id) else { throw LibraryError.unknownArticle(id) }
            return article
        }
    }

    /// The article whose name begins with `name`, in any case of letters. Throws ``LibraryError/noArticle(named:)``, and
    /// ``LibraryError/ambiguousName(_:candidates:)`` where several names begin so and none is equal.
    public func article(named name: String) throws -> StoredArticle {
        try read { database in
            let id = try Self.id(named: name.lowercased(), in: database)
            guard let article = try database.storedArticle(id) else { throw LibraryError.noArticle(named: name) }
            return article
        }
    }

    private static func id(named name: String, in database: Database) throws -> ArticleID {
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { throw LibraryError.noArticle(named: name) }
        let found = try database.all(
            "SELECT id, name FROM article WHERE name >= ? AND name < ? ORDER BY name LIMIT 10", name, name + "g"
        ) { (id: ArticleID($0.int64(0)), name: $0.text(1)) }
        guard let first = found.first else { throw LibraryError.noArticle(named: name) }
        guard found.count == 1 || first.name == name else {
            throw LibraryError.ambiguousName(name, candidates: found.map(\.name))
        }
        return first.id
    }

    /// The article with the title, as «(see: …)» names it: letters in any case, quotes curly or straight. The newest of
    /// several on the list; nothing where there is none.
    public func article(titled title: String) throws -> ArticleID? {
        try read { database in
            try database.first(
                """
                SELECT id FROM article WHERE title_key = ? AND trashed = 0 AND gone = 0 ORDER BY sort_key DESC LIMIT 1
                """, TitleKey.of(title)
            ) { ArticleID($0.int64(0)) }
        }
    }

    /// The articles that the file at `path`, relative to the folder, holds, in its order.
    public func articles(inFile path: String) throws -> [ArticleID] {
        try read { database in
            try database.all(
                "SELECT article FROM place WHERE file = (SELECT id FROM file WHERE path = ?) ORDER BY ordinal", path
            ) { ArticleID($0.int64(0)) }
        }
    }

    /// The files that hold the article, as paths relative to the folder, in their order. Empty for one that is gone.
    public func files(of id: ArticleID) throws -> [String] {
        try read { database in
            try database.all(
                "SELECT DISTINCT path FROM file JOIN place ON place.file = file.id WHERE place.article = ? ORDER BY path",
                id.rawValue
            ) { $0.text(0) }
        }
    }
}

extension Database {
    /// The article in row `id` with its links and passages.
    func storedArticle(_ id: ArticleID) throws -> StoredArticle? {
        let row = try first("SELECT \(ArticleRow.columns), a.place FROM article a WHERE a.id = ?", id.rawValue) {
            (ArticleRow($0), $0.integer(ArticleRow.nextColumn))
        }
        guard let row, let content = try articleContent(id) else { return nil }
        let decisions = try decisions(DecisionFilter(article: id, order: .article))
        let links = DecidedLinks(content.links, decisions: decisions)
        return StoredArticle(
            row: row.0, article: content.article, links: Self.ordered(links.shown),
            rejected: Self.ordered(links.rejected), decisions: decisions,
            passages: try passages(PassageFilter(article: id, order: .article)), place: row.1)
    }

    /// By passage, then by score.
    private static func ordered(_ links: [TopicLink]) -> [TopicLink] {
        let keyed = links.enumerated().map { (index: $0, link: $1, score: $1.explanation.score) }
        return keyed.sorted {
            ($0.link.passage.start, $0.link.passage.end, -$0.score, $0.index)
                < ($1.link.passage.start, $1.link.passage.end, -$1.score, $1.index)
        }.map(\.link)
    }

    /// What was read of the article, and what the engine says of it.
    func articleContent(_ id: ArticleID) throws -> ArticleContent? {
        try content(id) { article, links, text in
            ArticleContent(article: article, tagging: try LinkCoding.tagging(from: links, text: text))
        }
    }

    /// What `read` makes of the article, the bytes of its links and its text.
    func content<Value>(
        _ id: ArticleID, read: (Article, UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value? {
        try first(
            """
            SELECT c.source_id, a.title, a.deck, a.kickers, a.bylines, a.publisher, a.published, c.updated, a.language,
              c.url, c.source_tags, c.text, c.layout, c.links
            FROM article a JOIN article_content c ON c.article = a.id WHERE a.id = ?
            """, id.rawValue
        ) { columns in
            let text = columns.bytes(11)
            let article = Article(
                id: columns.optionalText(0), title: columns.text(1), deck: columns.optionalText(2),
                kickers: TextList.split(columns.optionalText(3)), bylines: TextList.split(columns.optionalText(4)),
                publisher: columns.optionalText(5),
                published: columns.optionalText(6).flatMap { ArticleDate(iso8601: $0) },
                updated: columns.optionalText(7).flatMap { ArticleDate(iso8601: $0) },
                language: columns.optionalText(8), url: columns.optionalText(9),
                tags: TextList.split(columns.optionalText(10)),
                blocks: try BlockCoding.blocks(layout: columns.bytes(12), text: text))
            return try read(article, columns.bytes(13), text)
        }
    }
}

/// What is stored of an article beside what a person made in it.
struct ArticleContent {
    var article: Article
    var tagging: Tagging

    var links: [TopicLink] { tagging.links }
}
