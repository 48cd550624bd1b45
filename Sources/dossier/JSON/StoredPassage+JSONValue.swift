import Articles
import Library
import Text

extension StoredPassage {
    /// The object that `dossier bookmarks --json` prints. An orphaned passage has no `start` and `end`;
    /// `starred`, `highlight`, `note` and `noted`, when the note was changed last, are there where it has them.
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
            ("starred", isStarred ? .bool(true) : nil),
            ("highlight", highlight.map { .string($0.rawValue) }),
            ("quote", .string(anchor.quote)),
            ("note", note.map { .string($0.text) }),
            ("noted", note.map { .string($0.edited.description) }),
            ("tags", .array(tags.map { .string($0) })),
            ("created", .string(created.description)),
        ])
    }
}
