import Articles
import Library
import Text

extension StoredPassage {
    /// The object that `dossier bookmarks --json` prints. An orphaned passage has no `start` and `end`.
    func json(articleName: String) -> JSONValue {
        .object(present: [
            ("id", .string(id)),
            ("article", .string(articleName)),
            ("title", .string(articleTitle)),
            ("file", .string(file)),
            ("start", range.map { .number($0.lowerBound) }),
            ("end", range.map { .number($0.upperBound) }),
            ("orphaned", range == nil ? .bool(true) : nil),
            ("bookmarked", .bool(isBookmarked)),
            ("quote", .string(anchor.quote)),
            ("tags", .array(tags.map { .string($0) })),
            ("created", .string(created.description)),
        ])
    }
}
