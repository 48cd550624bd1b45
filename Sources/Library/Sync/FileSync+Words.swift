import GRDB

/// Keeps the full-text index in step, at the end of the transaction and in the order of its rows.
///
/// FTS5 gathers what it is given and writes it out as a segment, which later has to be merged. It writes early when a row
/// comes that is not beyond the last one, and at every savepoint, which INSERT … SELECT and other statements begin behind
/// the scenes. So nothing but single rows is written here, in rising order, and no other statement comes between.
extension FileSync {
    /// Title, deck, kickers, bylines, publisher and text, as the index was given them.
    typealias Words = [String?]

    /// The article in row `key` of the index is new there.
    func addWords(key: Int64) { addedWords.insert(key) }

    /// The article in row `key` of the index is to leave it. FTS5 must be told exactly what it was given: called before the
    /// article changes.
    func removeWords(key: Int64) throws {
        guard addedWords.remove(key) == nil, removedWords[key] == nil else { return }
        removedWords[key] = try words(key: key)
    }

    /// Tells the index. Called last in a transaction.
    func finishWords() throws {
        for key in addedWords.union(removedWords.keys).sorted() {
            if let words = removedWords[key] { try remove(words, key: key) }
            if addedWords.contains(key), let words = try words(key: key) { try add(words, key: key) }
        }
        addedWords = []
        removedWords = [:]
    }

    private func add(_ words: Words, key: Int64) throws {
        try database.run(
            """
            INSERT INTO article_words(rowid, title, deck, kickers, bylines, publisher, body) VALUES (?, ?, ?, ?, ?, ?, ?)
            """, key, words[0], words[1], words[2], words[3], words[4], words[5])
    }

    private func remove(_ words: Words, key: Int64) throws {
        try database.run(
            """
            INSERT INTO article_words(article_words, rowid, title, deck, kickers, bylines, publisher, body)
            VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)
            """, key, words[0], words[1], words[2], words[3], words[4], words[5])
    }

    private func words(key: Int64) throws -> Words? {
        try database.first(
            "SELECT title, deck, kickers, bylines, publisher, body FROM article_source WHERE sort_key = ?", key
        ) { columns in (0..<6).map { columns.optionalText($0) } }
    }
}
