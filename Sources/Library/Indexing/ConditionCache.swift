import Search
import Synchronization

/// Sets of articles that searches asked for: each keystroke asks for the same ones. When the library changes they are
/// brought up to date by the articles that changed, and not made anew.
final class ConditionCache: Sendable {
    private struct Known {
        var change: Int64
        var set: ArticleSet
    }

    private static let most = 64
    private let sets = Mutex<[Query: Known]>([:])

    /// The articles for which `condition` holds at `change`. Of an earlier state, `update` makes the set of this one, or
    /// nothing where that is more work than `make`, which makes it anew.
    func articles(
        where condition: Query, at change: Int64, update: (ArticleSet, Int64) throws -> ArticleSet?,
        _ make: () throws -> ArticleSet
    ) rethrows -> ArticleSet {
        let known = sets.withLock { $0[condition] }
        // A reader of an older state must not push out what belongs to a newer one.
        if let known, known.change > change { return try make() }
        if let known, known.change == change { return known.set }
        let updated = try known.flatMap { try update($0.set, $0.change) }
        let set = try updated ?? make()
        sets.withLock { sets in
            if let other = sets[condition], other.change > change { return }
            if sets[condition] == nil, sets.count >= Self.most { sets = [:] }
            sets[condition] = Known(change: change, set: set)
        }
        return set
    }
}
