import Articles
import Library
import Search
import Text
import Topics

extension ArticleRow {
    /// The members that `dossier list --json` prints of an article. Lists are there also where they are empty; an article
    /// without a date of its own has no `published`.
    var members: [(String, JSONValue?)] {
        [
            ("id", .string(name)),
            ("title", .string(title)),
            ("published", published.map { .string($0.description) }),
            ("kickers", .array(kickers.map { .string($0) })),
            ("file", .string(file)),
            ("topics", .array(topics.map { .string($0.rawValue) })),
            ("tags", .array(tags.map { .string($0) })),
            ("read", .bool(isRead)),
            ("starred", .bool(isStarred)),
        ]
    }
}

extension FoundArticle {
    /// The object that `dossier search --json` prints.
    var json: JSONValue {
        .object(present: row.members + [("score", .double(score)), ("snippets", .array(snippets.map(\.json)))])
    }
}

extension Snippet {
    var json: JSONValue {
        .object([("text", .string(text)), ("start", .number(start)), ("hits", .ranges(hits))])
    }
}

extension FoundPassage {
    /// The object that `dossier search --passages --json` prints.
    var json: JSONValue {
        .object(
            present: row.members + [
                ("score", .double(score)), ("start", .number(range.lowerBound)), ("end", .number(range.upperBound)),
                ("text", .string(text)), ("hits", .ranges(hits)),
            ])
    }
}

extension JSONValue {
    /// Places in a text, in UTF-8 offsets.
    fileprivate static func ranges(_ ranges: [Range<Int>]) -> JSONValue {
        .array(ranges.map { .object([("start", .number($0.lowerBound)), ("end", .number($0.upperBound))]) })
    }
}
