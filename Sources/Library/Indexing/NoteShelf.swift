import GRDB
import Search
import Synchronization
import Text

/// The notes of a library in memory, in which the words of queries are found. Follows the library by its change number:
/// notes change often and are few, so that an index on disk would be more work than it saves.
final class NoteShelf: Sendable {
    /// Touched by none but the holder of the lock.
    private final class Shelf: @unchecked Sendable {
        /// Up to which transaction it is complete; nothing was read before 0.
        var change: Int64 = -1
        var texts = TextShelf()
    }

    private let lock = Mutex(())
    private let shelf = Shelf()

    /// The articles with a note that `text` matches, at the state of `database`, whose change number is `change`. Costs the
    /// notes that changed since the last time, and a look at all words of the notes.
    func articles(
        matching text: TextQuery, in database: Database, at change: Int64, languages: [Language], analyser: WordAnalyser
    ) throws -> ArticleSet {
        let found = try lock.withLock { _ -> ArticleSet? in
            // An older state than the one that others look at.
            guard shelf.change <= change else { return nil }
            if shelf.change < change {
                try Self.follow(&shelf.texts, since: shelf.change, in: database, analyser)
                shelf.change = change
            }
            return shelf.texts.owners(matching: text, languages: languages, analyser: analyser)
        }
        if let found { return found }
        var texts = TextShelf()
        try Self.follow(&texts, since: -1, in: database, analyser)
        return texts.owners(matching: text, languages: languages, analyser: analyser)
    }

    private static func follow(
        _ texts: inout TextShelf, since change: Int64, in database: Database, _ analyser: WordAnalyser
    ) throws {
        // At first, only what there is; then, what was taken away too.
        let condition = change < 0 ? "p.removed = 0 AND p.note IS NOT NULL" : "p.change > ?1"
        try database.each(
            """
            SELECT p.id, p.article, a.language, CASE p.removed WHEN 0 THEN p.note END
            FROM passage p JOIN article a ON a.id = p.article WHERE \(condition)
            """, change < 0 ? [] : [change]
        ) { columns in
            texts.set(
                columns.optionalText(3), id: columns.int64(0), owner: columns.int64(1),
                language: WordAnalyser.language(tag: columns.optionalText(2)), analyser: analyser)
        }
    }
}
