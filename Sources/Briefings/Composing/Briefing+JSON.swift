import Articles
import Text
import Topics

/// The body of a briefing's document. Members without a value are left out; their order is part of the form.
extension Briefing {
    /// Why a body is no briefing of this version.
    public struct Unreadable: Error, Hashable, Sendable {
        public var reason: String
    }

    /// Without the title, which the document has.
    public var json: JSONValue {
        .object(present: [
            ("introduction", introduction.map { .string($0) }), ("query", query.map { .string($0) }), ("items", .array(items.map(\.json))),
            ("appendices", appendices.isEmpty ? nil : .array(appendices.map(\.json))), ("known", .strings(known)),
        ])
    }

    /// Throws ``Unreadable``: nothing of a briefing is left out in silence.
    public init(title: String, _ json: JSONValue) throws {
        guard case .object = json else { throw Unreadable(reason: "it is no object") }
        let values = json["items"]?.list ?? []
        guard values.count <= Self.mostItems else { throw Unreadable(reason: "it has too many items") }
        var items: [Item] = []
        for value in values { items.append(try Item(value, id: items.count + 1)) }
        var seen: Set<Int> = []
        for index in items.indices where !seen.insert(items[index].id).inserted {
            throw Unreadable(reason: "two of its items are one")
        }
        self.init(
            title: title, introduction: json["introduction"]?.string, query: json["query"]?.string, items: items,
            appendices: try (json["appendices"]?.list ?? []).map { try Appendix($0) },
            known: Set((json["known"]?.list ?? []).compactMap(\.string)).sorted())
    }
}

extension Briefing.Item {
    fileprivate var json: JSONValue {
        var members: [(String, JSONValue?)] = [("id", .number(id))]
        switch content {
        case .heading(let text): members += [("kind", .string("heading")), ("text", .string(text))]
        case .text(let text): members += [("kind", .string("text")), ("text", .string(text))]
        case .quote(let quote): members += [("kind", .string("quote")), ("source", quote.source.json)] + quote.members
        case .story(let story):
            members += [
                ("kind", .string("story")), ("source", story.source.json),
                ("sentences", .array(story.sentences.map { quote in
                    .object(present: (quote.source == story.source ? [] : [("source", quote.source.json)]) + quote.members)
                })),
                ("others", story.others.isEmpty ? nil : .array(story.others.map(\.json))),
            ]
        }
        return .object(present: members + [("title", title.map { .string($0) }), ("comment", comment.map { .string($0) })])
    }

    fileprivate init(_ json: JSONValue, id: Int) throws {
        let content: Briefing.Content
        switch json["kind"]?.string {
        case "heading": content = .heading(try json.text("text"))
        case "text": content = .text(try json.text("text"))
        case "quote": content = .quote(try Briefing.Quote(json, source: try BriefingSource(json["source"])))
        case "story":
            let source = try BriefingSource(json["source"])
            content = .story(
                Briefing.Story(
                    source: source,
                    sentences: try (json["sentences"]?.list ?? []).map { value in
                        try Briefing.Quote(value, source: try value["source"].map { try BriefingSource($0) } ?? source)
                    },
                    others: try (json["others"]?.list ?? []).map { try BriefingSource($0) }))
        default: throw Briefing.Unreadable(reason: "an item is of an unknown kind")
        }
        self.init(id: json["id"]?.integer ?? id, content: content, title: json["title"]?.string, comment: json["comment"]?.string)
    }
}

extension Briefing.Quote {
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("start", .number(anchor.start)), ("end", .number(anchor.end)), ("quote", .string(anchor.quote)), ("prefix", .string(anchor.prefix)),
            ("suffix", .string(anchor.suffix)), ("paragraph", paragraph.map { .number($0) }), ("note", note.map { .string($0) }),
        ]
    }

    fileprivate init(_ json: JSONValue, source: BriefingSource) throws {
        guard let start = json["start"]?.integer, let end = json["end"]?.integer, start >= 0, end >= start, let quote = json["quote"]?.string else {
            throw Briefing.Unreadable(reason: "a quote has no place")
        }
        self.init(
            source: source,
            anchor: Anchor(start: start, end: end, quote: quote, prefix: json["prefix"]?.string ?? "", suffix: json["suffix"]?.string ?? ""),
            paragraph: json["paragraph"]?.integer, note: json["note"]?.string)
    }
}

extension BriefingSource {
    var json: JSONValue {
        .object(present: [
            ("article", .string(identity)), ("title", .string(title)), ("authors", .strings(authors)), ("publisher", publisher.map { .string($0) }),
            ("published", published.map { .string($0.description) }), ("url", url.map { .string($0) }), ("language", language.map { .string($0) }),
        ])
    }

    fileprivate init(_ json: JSONValue?) throws {
        guard let json, let identity = json["article"]?.string, let title = json["title"]?.string else {
            throw Briefing.Unreadable(reason: "a source names no article")
        }
        self.init(
            identity: identity, title: title, authors: (json["authors"]?.list ?? []).compactMap(\.string), publisher: json["publisher"]?.string,
            published: json["published"]?.string.flatMap { ArticleDate(iso8601: $0) }, url: json["url"]?.string, language: json["language"]?.string)
    }
}

extension Briefing.Appendix {
    fileprivate var json: JSONValue {
        .object(present: [("treaty", .string(treaty.rawValue)), ("beside", beside.map { .string($0.rawValue) })])
    }

    fileprivate init(_ json: JSONValue) throws {
        guard let treaty = json["treaty"]?.string.flatMap({ TreatyID($0) }) else { throw Briefing.Unreadable(reason: "an appendix names no treaty") }
        self.init(treaty: treaty, beside: json["beside"]?.string.flatMap { TreatyID($0) })
    }
}

extension JSONValue {
    fileprivate func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw Briefing.Unreadable(reason: "an item has no text") }
        return text
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }

    var integer: Int? { if case .number(let number) = self { number } else { nil } }

    var list: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
}
