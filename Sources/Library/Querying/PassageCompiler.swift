import Search

/// Which passages are wanted: those that SQL tells and that are in all of the sets. Sets are of numbers below 2³¹: rows of a
/// table that a person fills.
struct PassageCondition {
    var sql: Condition
    /// Large ones, which are quicker to look into here than to hand to SQLite.
    var among: [ArticleSet] = []
}

/// Turns queries into SQL over the passage `p` and its article `a`. Every text of a query is bound, none becomes SQL.
struct PassageCompiler {
    /// Up to so many, SQLite looks up each by itself; beyond, walking along all is no slower.
    static let mostLookedUp = 10_000

    let articles: QueryCompiler
    var mostLookedUp = Self.mostLookedUp
    /// The passages whose note has the words, and those whose note or own words have them.
    var noted: [TextQuery: [Int64]] = [:]
    var worded: [TextQuery: [Int64]] = [:]
    /// The passages about each topic.
    var about: [TopicQuery: [Int64]] = [:]
    /// Those about any topic.
    var topical: [Int64] = []

    /// The parts that must all hold, the large sets among them apart.
    func parted(_ query: Query) -> PassageCondition {
        let parts = if case .and(let parts) = query { parts } else { [query] }
        var rest: [Query] = []
        var among: [ArticleSet] = []
        for part in parts {
            if let numbers = numbers(part), numbers.count > mostLookedUp { among.append(ArticleSet(numbers)) } else { rest.append(part) }
        }
        return PassageCondition(sql: rest.isEmpty ? .always : .joined(rest.map(condition), by: "AND"), among: among)
    }

    /// The passages of a part that is told by numbers alone.
    private func numbers(_ part: Query) -> [Int64]? {
        switch part {
        case .text(let text): text.field == nil || text.field == .body ? worded[TextQuery(text.words, match: text.match)] : nil
        case .note(let text): noted[text]
        case .topic(let topic): about[topic]
        case .has(.topics): topical
        case .all, .near, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .any, .not: nil
        }
    }

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
        case .topic(let topic): Self.condition(about[topic] ?? [])
        case .treaty, .dates, .language, .file, .id: articles.condition(query)
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
        case .topics: Self.condition(topical)
        case .links, .date, .deck, .kickers, .byline, .publisher, .language: articles.condition(.has(part))
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

extension Query {
    /// The topics that passages are asked for, and whether any will do.
    var passageTopics: (topics: [TopicQuery], any: Bool) {
        switch self {
        case .topic(let topic): ([topic], false)
        case .has(.topics): ([], true)
        case .and(let parts), .or(let parts), .any(let parts):
            parts.map(\.passageTopics).reduce(into: ([], false)) { all, part in
                all.topics += part.topics
                all.any = all.any || part.any
            }
        case .not(let inner): inner.passageTopics
        case .all, .text, .near, .note, .treaty, .tag, .state, .has, .dates, .language, .file, .id: ([], false)
        }
    }
}
