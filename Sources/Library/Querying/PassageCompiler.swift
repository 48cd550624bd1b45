import Search

/// Turns queries into SQL over the passage `p` and its article `a`. Every text of a query is bound, none becomes SQL.
struct PassageCompiler {
    let articles: QueryCompiler
    /// The passages whose note has the words, and those whose note or own words have them.
    var noted: [TextQuery: [Int64]] = [:]
    var worded: [TextQuery: [Int64]] = [:]

    func condition(_ query: Query) -> Condition {
        switch query {
        case .all: .always
        case .text(let text): condition(text)
        // That both stand in it is what a passage, which is short, can be asked.
        case .near(let near):
            .joined([near.left, near.right].map { side in .joined(side.map { condition(TextQuery($0.words, match: $0.match, field: near.field)) }, by: "OR") }, by: "AND")
        case .note(let text): Self.condition(noted[text] ?? [])
        case .tag(let tag): condition(tag)
        case .state(let state): condition(state)
        case .has(let part): condition(part)
        case .topic, .treaty, .dates, .language, .file, .id: articles.condition(query)
        case .and(let parts): .joined(parts.map(condition), by: "AND")
        case .or(let parts), .any(let parts): .joined(parts.map(condition), by: "OR")
        case .not(let inner): Condition(sql: "NOT (" + condition(inner).sql + ")", values: condition(inner).values)
        }
    }

    /// Words of the passage or its note; of a field, words of the article in any case of letters.
    private func condition(_ text: TextQuery) -> Condition {
        guard let field = text.field else { return Self.condition(worded[text] ?? []) }
        switch field {
        case .title: return Self.contains("a.title", text)
        case .deck: return Self.contains("a.deck", text)
        case .kickers: return Self.contains("a.kickers", text)
        case .bylines: return Self.contains("a.bylines", text)
        case .publisher: return Self.contains("a.publisher", text)
        case .body: return Self.condition(worded[TextQuery(text.words, match: text.match)] ?? [])
        }
    }

    private static let mostLookedUp = 1_000

    private static func contains(_ column: String, _ text: TextQuery) -> Condition {
        Condition(sql: "instr(lower(coalesce(\(column), '')), lower(?)) > 0", values: [text.words])
    }

    /// One of these, which are bound as one text: there may be more than SQL has room for. The sign keeps SQLite from looking up
    /// each of many by itself: all are walked along an index, and what is found comes in order.
    private static func condition(_ passages: [Int64]) -> Condition {
        let sign = passages.count > mostLookedUp ? "+" : ""
        return Condition(sql: "\(sign)p.id IN (SELECT value FROM json_each(?))", values: ["[" + passages.map(String.init).joined(separator: ",") + "]"])
    }

    private func condition(_ tag: TagQuery) -> Condition {
        let (name, values) = QueryCompiler.match(TagKey.of(tag.name), isPrefix: tag.isPrefix)
        return Condition(
            sql: "p.id IN (SELECT passage FROM passage_tag WHERE tag IN (SELECT id FROM tag WHERE key \(name)))", values: values)
    }

    private func condition(_ state: ArticleState) -> Condition {
        switch state {
        case .bookmarked: Condition(sql: "p.bookmarked = 1")
        case .noted: Condition(sql: "p.note IS NOT NULL")
        case .highlighted: Condition(sql: "p.highlight IS NOT NULL")
        case .starred: Condition(sql: "(p.starred = 1 OR a.starred = 1)")
        case .unread, .read, .trashed, .gone: articles.condition(.state(state))
        }
    }

    private func condition(_ part: ArticlePart) -> Condition {
        switch part {
        case .notes: Condition(sql: "p.note IS NOT NULL")
        case .highlights: Condition(sql: "p.highlight IS NOT NULL")
        case .bookmarks: Condition(sql: "p.bookmarked = 1")
        case .tags: Condition(sql: "p.id IN (SELECT passage FROM passage_tag)")
        case .links, .topics, .date, .deck, .kickers, .byline, .publisher, .language: articles.condition(.has(part))
        }
    }
}

extension Query {
    /// The words that are looked for in passages or their notes, and those in notes alone.
    var passageTexts: (worded: [TextQuery], noted: [TextQuery]) {
        switch self {
        case .text(let text):
            switch text.field {
            case nil, .body: return ([TextQuery(text.words, match: text.match)], [])
            case .title, .deck, .kickers, .bylines, .publisher: return ([], [])
            }
        case .near(let near): return ((near.left + near.right).map { TextQuery($0.words, match: $0.match) }, [])
        case .note(let text): return ([], [text])
        case .and(let parts), .or(let parts), .any(let parts):
            let found = parts.map(\.passageTexts)
            return (found.flatMap(\.worded), found.flatMap(\.noted))
        case .not(let inner): return inner.passageTexts
        case .all, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: return ([], [])
        }
    }
}
