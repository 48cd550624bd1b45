import Articles
import GRDB

extension Library {
    /// Puts a passage, orphaned or not, to `range` of its article's canonical text, in UTF-8 offsets. An action that can be taken back.
    /// The passage as it is now. Throws ``LibraryError/unknownPassage(_:)`` and ``LibraryError/emptyPassage``.
    @discardableResult
    public func attach(passage id: String, range: Range<Int>) throws -> StoredPassage {
        try change { transaction in
            let passage = try transaction.livePassage(id)
            let anchor = try transaction.anchor(of: range, in: passage.article)
            guard anchor.start..<anchor.end != passage.range else { return passage }
            var (before, after) = (UserChange.PassageState(passage), UserChange.PassageState(passage))
            before.anchor = passage.anchor
            after.anchor = anchor
            try transaction.perform(
                ActionSentence.attach(in: passage.articleTitle), [.passage(id: id, before: before, after: after)])
            return try transaction.livePassage(id)
        }
    }
}
