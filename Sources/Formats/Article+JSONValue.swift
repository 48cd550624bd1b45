import Articles
import Text

extension Article {
    /// The article as `dossier read --json` prints it: the names of its `Codable` form, in the documented order,
    /// without those that have no value.
    public var json: JSONValue { .object(present: jsonMembers) }

    /// With `html` behind the rest: the blocks as clean HTML (``ArticleHTML``), for those who show the article elsewhere. It is not
    /// read back, since it says nothing that the blocks do not say.
    public var jsonWithHTML: JSONValue {
        .object(present: jsonMembers + [("html", blocks.isEmpty ? nil : .string(ArticleHTML.text(of: self)))])
    }

    private var jsonMembers: [(String, JSONValue?)] {
        [
            ("id", id.map { .string($0) }), ("title", .string(title)), ("deck", deck.map { .string($0) }),
            ("kickers", .strings(kickers)),
            ("bylines", .strings(bylines)), ("publisher", publisher.map { .string($0) }),
            ("published", published.map { .string($0.description) }),
            ("updated", updated.map { .string($0.description) }), ("language", language.map { .string($0) }),
            ("url", url.map { .string($0) }),
            ("tags", .strings(tags)), ("blocks", blocks.isEmpty ? nil : .array(blocks.map(\.json))),
            ("text", .string(text)),
        ]
    }
}

extension Block {
    /// `{kind, level, marker, text, spans}`.
    public var json: JSONValue {
        .object(present: [
            ("kind", .string(kind.rawValue)), ("level", level.map { .number($0) }),
            ("marker", marker.map { .string($0) }), ("text", .string(text)),
            ("spans", spans.isEmpty ? nil : .array(spans.map(\.json))),
        ])
    }
}

extension Span {
    /// `{start, end, kind, target}`.
    public var json: JSONValue {
        .object(present: [
            ("start", .number(start)), ("end", .number(end)), ("kind", .string(kind.rawValue)),
            ("target", target.map { .string($0) }),
        ])
    }
}
