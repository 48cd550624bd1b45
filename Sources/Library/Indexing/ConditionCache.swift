import Search
import Synchronization

/// Sets of articles that searches asked for, kept as long as the library does not change: each keystroke asks for the same
/// ones.
final class ConditionCache: Sendable {
    private struct Sets {
        var change: Int64 = -1
        var sets: [Query: ArticleSet] = [:]
    }

    private static let most = 64
    private let sets = Mutex(Sets())

    /// The articles for which `condition` holds at `change`, from `make` where they are not known.
    func articles(
        where condition: Query, at change: Int64, _ make: () throws -> ArticleSet
    ) rethrows -> ArticleSet {
        let known = sets.withLock { $0.change == change ? $0.sets[condition] : nil }
        if let known { return known }
        let made = try make()
        sets.withLock { sets in
            // A reader of an older state must not push out what belongs to a newer one.
            guard change >= sets.change else { return }
            if change > sets.change || sets.sets.count >= Self.most { sets = Sets(change: change) }
            sets.sets[condition] = made
        }
        return made
    }
}
