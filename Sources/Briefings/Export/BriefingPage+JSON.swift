import Articles
import Text
import Topics

extension BriefingPage {
    /// All of it, with stable names.
    public var json: JSONValue {
        .object(present: [
            ("title", .string(title)), ("date", .string(date.description)), ("query", query.map { .string($0) }),
            ("introduction", introduction.map { .string($0) }), ("text", .array(pieces.map(\.json))), ("sources", .array(sources.map(\.json))),
            ("provisions", .array(provisions.map(\.json))), ("treaties", maps.isEmpty ? nil : .array(maps.map(\.json))),
        ])
    }

    /// Its quotes, one a row.
    var table: String {
        var rows = [["quote", "place", "source", "title", "publisher", "published", "url"]]
        for case .quote(let text, let number, let place) in pieces {
            guard let source = sources.first(where: { $0.number == number })?.source else { continue }
            rows.append([
                text, place, String(number), source.title, source.publisher ?? "", source.published?.description ?? "", source.url ?? "",
            ])
        }
        return rows.map { $0.map { Escaping.cell($0) }.joined(separator: ",") + "\r\n" }.joined()
    }
}

extension BriefingPage.Piece {
    fileprivate var json: JSONValue {
        switch self {
        case .heading(let text): .object([("kind", .string("heading")), ("text", .string(text))])
        case .paragraph(let text): .object([("kind", .string("text")), ("text", .string(text))])
        case .comment(let text): .object([("kind", .string("comment")), ("text", .string(text))])
        case .quote(let text, let source, let place):
            .object([("kind", .string("quote")), ("text", .string(text)), ("source", .number(source)), ("place", .string(place))])
        case .story(let title, let source, let others):
            .object([
                ("kind", .string("story")), ("title", .string(title)), ("source", .number(source)), ("others", .array(others.map { .number($0) })),
            ])
        }
    }
}

extension BriefingPage.Source {
    fileprivate var json: JSONValue {
        guard case .object(let members) = source.json else { return .null }
        return .object([("number", .number(number))] + members + (citesDraft ? [("draftNumbering", .bool(true))] : []))
    }
}

extension BriefingPage.TreatyProvisions {
    fileprivate var json: JSONValue {
        .object([
            ("treaty", .string(name)),
            ("provisions", .array(entries.map { entry in
                .object([
                    ("provision", .string(entry.citation)), ("title", .string(entry.title)), ("status", .string(entry.status.rawValue)),
                    ("sources", .array(entry.sources.map { .number($0) })),
                ])
            })),
        ])
    }
}

extension TreatyMap {
    /// What `dossier treaty --json` prints.
    public var json: JSONValue {
        .object(present: [
            ("treaty", .string(treaty.id.rawValue)), ("name", .string(treaty.name)), ("beside", other.map { .string($0.id.rawValue) }),
            ("articles", .number(articles)), ("unread", .number(unread)), ("history", .array(history.map { .number($0) })),
            ("daysOfColumn", .number(daysOfColumn)), ("looked", looked.map { .number($0) }),
            ("chapters", .array(chapters.map { chapter in
                .object([("title", .string(chapter.title)), ("provisions", .array(chapter.rows.map(\.json)))])
            })),
        ])
    }
}

extension TreatyMap.Row {
    fileprivate var json: JSONValue {
        .object(present: [
            ("provision", .string(provision.id.queryForm)), ("title", .string(provision.title)), ("status", .string(provision.status.rawValue)),
            ("articles", .number(articles)), ("unread", .number(unread)), ("passages", passages.map { .number($0) }),
            ("history", .array(history.map { .number($0) })),
            ("beside", beside.isEmpty ? nil : .array(beside.map { counterpart in
                .object([
                    ("provision", .string(counterpart.provision.id.queryForm)), ("title", .string(counterpart.provision.title)),
                    ("basis", .string(counterpart.basis.rawValue)), ("articles", .number(counterpart.articles)),
                    ("unread", .number(counterpart.unread)),
                ])
            })),
        ])
    }
}
