import GRDB
import Search

extension Database {
    /// How many articles are read and given at once.
    private static let batch = 64

    /// The number of the last transaction that changed the library.
    func changeNumber() throws -> Int64 { try first("SELECT change FROM library") { $0.int64(0) } ?? 0 }

    func identity() throws -> String { try first("SELECT identity FROM library") { $0.text(0) } ?? "" }

    /// How many articles' words the transaction `change` changed.
    func articlesChanged(by change: Int64) throws -> Int {
        try first("SELECT count(*) FROM article WHERE words_change = ?", change) { $0.integer(0) } ?? 0
    }

    /// All articles, those in the trash and gone ones too. Costs one row.
    func articleCount() throws -> Int {
        try first("SELECT articles + trashed + gone FROM library") { $0.integer(0) } ?? 0
    }

    /// How many articles' words changed since an index was complete up to `change`; 0 for one that holds nothing.
    func articlesMissing(since change: Int64) throws -> Int {
        try first("SELECT count(*) FROM article WHERE words_change > ?", Self.last(change)) { $0.integer(0) } ?? 0
    }

    /// Articles of earlier versions have the change number 0.
    private static func last(_ change: Int64) -> Int64 { change == 0 ? -1 : change }

    private static let documentColumns = """
        a.id, a.sort_key, a.words_change, a.language, a.title, a.deck, a.kickers, a.bylines, a.publisher, c.text,
        c.unsearched, c.layout
        """

    /// The articles whose words changed since, a few at a time.
    func forEachDocument(since change: Int64, _ body: ([IndexedDocument]) throws -> Void) throws {
        try documents(
            """
            SELECT \(Self.documentColumns) FROM article a INDEXED BY article_words_change
            JOIN article_content c ON c.article = a.id WHERE a.words_change > ? ORDER BY a.words_change, a.id
            """, [Self.last(change)], body)
    }

    /// All articles, a few at a time, the newest first.
    func forEachDocument(_ body: ([IndexedDocument]) throws -> Void) throws {
        try documents(
            """
            SELECT \(Self.documentColumns) FROM article a INDEXED BY article_order
            JOIN article_content c ON c.article = a.id ORDER BY a.sort_key DESC
            """, [], body)
    }

    private func documents(
        _ sql: String, _ values: [any StoredValue], _ body: ([IndexedDocument]) throws -> Void
    ) throws {
        var documents: [IndexedDocument] = []
        try each(sql, values) { columns in
            documents.append(IndexedDocument(columns))
            guard documents.count == Self.batch else { return }
            try body(documents)
            documents.removeAll(keepingCapacity: true)
        }
        if !documents.isEmpty { try body(documents) }
    }
}

extension IndexedDocument {
    /// Of a row of the columns above. Each kicker and byline is a part of its own, so that no phrase reaches from one into
    /// the next.
    fileprivate init(_ columns: Columns) {
        var parts = [Part(.title, columns.text(4))]
        if let deck = columns.optionalText(5) { parts.append(Part(.deck, deck)) }
        parts += TextList.split(columns.optionalText(6)).map { Part(.kickers, $0) }
        parts += TextList.split(columns.optionalText(7)).map { Part(.bylines, $0) }
        if let publisher = columns.optionalText(8) { parts.append(Part(.publisher, publisher)) }
        // Where they cannot be told, which a check of the library finds, the words count as those of the text.
        let headings = (try? BlockCoding.headings(layout: columns.bytes(11), length: columns.bytes(9).count)) ?? []
        parts.append(
            Part(
                .body, columns.text(9), unsearched: UnsearchedRanges(encoded: columns.optionalText(10) ?? "").ranges,
                headings: headings))
        self.init(
            article: columns.int64(0), order: columns.int64(1), change: columns.int64(2),
            language: WordAnalyser.language(tag: columns.optionalText(3)), parts: parts)
    }
}
