import GRDB
import Search
import Synchronization
import Text

/// The words of passages and of the notes on them in memory, in which the words of queries are found, each passage by itself.
/// Follows the library by its change number, as ``NoteShelf`` does.
final class PassageShelf: Sendable {
    /// Touched by none but the holder of the lock.
    private final class Shelf: @unchecked Sendable {
        /// Up to which transaction it is complete; nothing was read before 0.
        var change: Int64 = -1
        var quotes = TextShelf()
        var notes = TextShelf()
    }

    private let lock = Mutex(())
    private let shelf = Shelf()

    /// The numbers of the passages that match: by a note, and where `isInQuotes` also by the words themselves. At the state of
    /// `database`, whose change number is `change`. Costs the passages that changed since the last time, and a look at all words.
    func passages(
        matching text: TextQuery, isInQuotes: Bool, in database: Database, at change: Int64, languages: [Language], analyser: WordAnalyser
    ) throws -> [Int64] {
        let found = try lock.withLock { _ -> [Int64]? in
            // An older state than the one that others look at.
            guard shelf.change <= change else { return nil }
            try Self.follow(shelf, to: change, in: database, analyser)
            return Self.owners(shelf, text, isInQuotes, languages, analyser)
        }
        if let found { return found }
        let own = Shelf()
        try Self.follow(own, to: change, in: database, analyser)
        return Self.owners(own, text, isInQuotes, languages, analyser)
    }

    private static func owners(
        _ shelf: Shelf, _ text: TextQuery, _ isInQuotes: Bool, _ languages: [Language], _ analyser: WordAnalyser
    ) -> [Int64] {
        var numbers: [Int64] = []
        shelf.notes.owners(matching: text, languages: languages, analyser: analyser).forEach { numbers.append(Int64($0)) }
        guard isInQuotes else { return numbers }
        var others: [Int64] = []
        shelf.quotes.owners(matching: text, languages: languages, analyser: analyser).forEach { others.append(Int64($0)) }
        return merged(numbers, others)
    }

    /// Each once, of two rows in order.
    private static func merged(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        guard !left.isEmpty, !right.isEmpty else { return left + right }
        var all: [Int64] = []
        all.reserveCapacity(left.count + right.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            all.append(min(left[i], right[j]))
            let (isLeft, isRight) = (left[i] <= right[j], right[j] <= left[i])
            if isLeft { i += 1 }
            if isRight { j += 1 }
        }
        return all + left[i...] + right[j...]
    }

    private static func follow(_ shelf: Shelf, to change: Int64, in database: Database, _ analyser: WordAnalyser) throws {
        guard shelf.change < change else { return }
        // At first, only what there is; then, what was taken away too.
        let condition = shelf.change < 0 ? "p.removed = 0" : "p.change > ?1"
        try database.each(
            """
            SELECT p.id, a.language, p.removed, p.quote, p.note FROM passage p JOIN article a ON a.id = p.article WHERE \(condition)
            """, shelf.change < 0 ? [] : [shelf.change]
        ) { columns in
            let (id, isRemoved) = (columns.int64(0), columns.bool(2))
            let language = WordAnalyser.language(tag: columns.optionalText(1))
            shelf.quotes.set(isRemoved ? nil : columns.text(3), id: id, owner: id, language: language, analyser: analyser)
            shelf.notes.set(isRemoved ? nil : columns.optionalText(4), id: id, owner: id, language: language, analyser: analyser)
        }
        shelf.change = change
    }
}
