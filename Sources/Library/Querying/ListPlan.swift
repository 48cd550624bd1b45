import Search

/// How the articles of a query without words are walked in their order: along an index of the database that gives them in
/// that order already, so that a list can stop after its first rows. Queries with words are for ``ArticleIndex``.
struct ListPlan {
    /// What gives the articles, in the order of `key`.
    private var source: String
    private var key: String
    /// What `source` is bound to.
    private var sourceValues: [any StoredValue] = []
    private var conditions: [Condition] = []
    /// Whether it holds so many that the first by title are found sooner along the index of titles.
    private var isBroad = false

    private init(source: String, key: String) {
        self.source = source
        self.key = key
    }

    /// `notes` are the articles with notes of the words that `query` asks for, `few` the beginnings of provisions under which so
    /// few articles stand that they are found and sorted sooner than the list is walked.
    init(_ query: Query, now: Int64, notes: [TextQuery: ArticleSet] = [:], few: Set<TreatyQuery> = []) {
        let compiler = QueryCompiler(now: now, notes: notes)
        var parts = Self.conjunction(query.normalised)
        let hidden = Self.visibility(of: query)
        if let (topic, index) = Self.topic(among: parts), !query.mentions(.trashed), !query.mentions(.gone) {
            parts.remove(at: index)
            self.init(source: "article_topic t CROSS JOIN article a ON a.id = t.article", key: "t.sort_key")
            conditions.append(
                Condition(
                    sql: "t.topic = (SELECT id FROM topic WHERE name = ?) AND t.hidden = 0"
                        + (topic.isExact ? " AND t.direct = 1" : ""), values: [topic.topic]))
        } else if let (treaty, index) = Self.treaty(among: parts), !query.mentions(.trashed), !query.mentions(.gone) {
            parts.remove(at: index)
            self.init(source: "article_provision t CROSS JOIN article a ON a.id = t.article", key: "t.sort_key")
            conditions.append(
                Condition(
                    sql: "t.provision = (SELECT id FROM provision WHERE treaty = ? AND number = ?) AND t.hidden = 0",
                    values: [treaty.treaty, treaty.provision ?? ""]))
        } else if let (treaty, index) = Self.treaty(among: parts, few), !query.mentions(.trashed), !query.mentions(.gone) {
            parts.remove(at: index)
            // Who stands under several of them is listed once.
            let (provision, values) = QueryCompiler.provisions(treaty)
            let found = "SELECT DISTINCT sort_key, article FROM article_provision WHERE provision \(provision) AND hidden = 0"
            self.init(source: "(\(found)) t CROSS JOIN article a ON a.id = t.article", key: "t.sort_key")
            sourceValues = values
        } else {
            let (index, condition) = Self.index(for: parts, query)
            self.init(source: "article a INDEXED BY \(index)", key: "a.sort_key")
            isBroad = condition == nil
            if let condition { conditions.append(condition) }
            if let hidden { conditions.append(hidden) }
        }
        conditions += parts.map(compiler.condition)
    }

    private static func conjunction(_ query: Query) -> [Query] {
        switch query {
        case .and(let parts): parts
        case .all: []
        case .text, .near, .any, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .or, .not: [query]
        }
    }

    private static func topic(among parts: [Query]) -> (TopicQuery, Int)? {
        for (index, part) in parts.enumerated() {
            if case .topic(let topic) = part, !topic.isPrefix { return (topic, index) }
        }
        return nil
    }

    private static func treaty(among parts: [Query]) -> (TreatyQuery, Int)? {
        for (index, part) in parts.enumerated() {
            if case .treaty(let treaty) = part, !treaty.isPrefix { return (treaty, index) }
        }
        return nil
    }

    private static func treaty(among parts: [Query], _ few: Set<TreatyQuery>) -> (TreatyQuery, Int)? {
        for (index, part) in parts.enumerated() {
            if case .treaty(let treaty) = part, few.contains(treaty) { return (treaty, index) }
        }
        return nil
    }

    /// The beginnings of provisions that every article of the query must stand under.
    static func prefixes(in query: Query) -> [TreatyQuery] {
        conjunction(query.normalised).compactMap { part in
            if case .treaty(let treaty) = part, treaty.isPrefix { treaty } else { nil }
        }
    }

    /// What keeps trash and what is gone out, unless the query speaks of them.
    private static func visibility(of query: Query) -> Condition? {
        switch (query.mentions(.trashed), query.mentions(.gone)) {
        case (false, false): Condition(sql: "a.trashed = 0 AND a.gone = 0")
        case (true, false): Condition(sql: "(a.gone = 0 OR a.trashed = 1)")
        case (false, true): Condition(sql: "a.trashed = 0")
        case (true, true): nil
        }
    }

    /// The smallest index that holds every article of the query, and the condition that has SQLite accept it.
    private static func index(for parts: [Query], _ query: Query) -> (String, Condition?) {
        if parts.contains(.state(.trashed)) { return ("article_trashed", Condition(sql: "a.trashed = 1")) }
        if parts.contains(.state(.gone)) { return ("article_gone", Condition(sql: "a.gone = 1")) }
        if parts.contains(.state(.bookmarked)) { return ("article_bookmarked", Condition(sql: "a.bookmarks > 0")) }
        if parts.contains(.state(.starred)) { return ("article_starred", Condition(sql: "a.starred = 1")) }
        if parts.contains(where: \.isOnNotes) { return ("article_noted", Condition(sql: "a.notes > 0")) }
        if parts.contains(.state(.highlighted)) || parts.contains(.has(.highlights)) {
            return ("article_highlighted", Condition(sql: "a.highlights > 0"))
        }
        guard !query.mentions(.trashed), !query.mentions(.gone) else {
            return ("article_order", nil)
        }
        if parts.contains(.state(.unread)) { return ("article_unread", Condition(sql: "a.read = 0")) }
        if parts.contains(.state(.read)) { return ("article_read", Condition(sql: "a.read = 1")) }
        if parts.contains(.has(.links)) { return ("article_linked", Condition(sql: "a.links = 1")) }
        return ("article_listed", nil)
    }
}

extension ListPlan {
    private var filter: Condition { conditions.isEmpty ? .always : .joined(conditions, by: "AND") }

    /// The `columns`, ordered by the articles' titles, those with the same title from the newest on. Along the index of titles
    /// where most articles are in the list, so that the first come at once; else every article of the list is sorted, of which
    /// no more are kept than asked for.
    func titled(_ columns: String, limit: Int, offset: Int = 0) -> Condition {
        let filter = filter
        let source = isBroad ? "article a INDEXED BY article_title" : source
        let sourceValues = isBroad ? [] : sourceValues
        return Condition(
            sql: "SELECT \(columns) FROM \(source) WHERE \(filter.sql) ORDER BY a.title_key, \(key) DESC LIMIT ? OFFSET ?",
            values: sourceValues + filter.values + [limit, offset])
    }

    /// The list's `columns` in any order of answers, of which relevance is as good as the newest first where no words are asked for.
    func ordered(_ columns: String, _ order: SearchRequest.Order, limit: Int, offset: Int) -> Condition {
        switch order {
        case .newest, .relevance: select(columns, .newest, limit: limit, offset: offset)
        case .oldest: select(columns, .oldest, limit: limit, offset: offset)
        case .title: titled(columns, limit: limit, offset: offset)
        }
    }

    /// The list's `columns`, ordered, bounded.
    func select(_ columns: String, _ order: ListOrder, limit: Int?, offset: Int = 0) -> Condition {
        let filter = filter
        let direction = order == .newest ? "DESC" : "ASC"
        return Condition(
            sql: "SELECT \(columns) FROM \(source) WHERE \(filter.sql) ORDER BY \(key) \(direction) LIMIT ? OFFSET ?",
            values: sourceValues + filter.values + [limit ?? -1, offset])
    }

    /// The number of hits, not counted beyond `bound`.
    func count(upTo bound: Int) -> Condition {
        let filter = filter
        return Condition(
            sql: "SELECT count(*) FROM (SELECT 1 FROM \(source) WHERE \(filter.sql) LIMIT ?)",
            values: sourceValues + filter.values + [bound + 1])
    }
}

extension Query {
    /// Whether it holds only for articles with notes.
    fileprivate var isOnNotes: Bool {
        switch self {
        case .note, .state(.noted), .has(.notes): true
        case .all, .text, .near, .any, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .not: false
        }
    }

    /// The words of notes that it asks for, or does not want.
    var noteTexts: [TextQuery] {
        switch self {
        case .note(let text): [text]
        case .and(let parts), .or(let parts), .any(let parts): parts.flatMap(\.noteTexts)
        case .not(let inner): inner.noteTexts
        case .all, .text, .near, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: []
        }
    }

    /// Whether it asks for what articles of earlier versions do not have until they are listed anew:
    /// ``Library/listAllUnlisted(cancellation:progress:)``.
    public var needsListing: Bool {
        switch self {
        case .treaty, .has(.links): true
        case .and(let parts), .or(let parts), .any(let parts): parts.contains(where: \.needsListing)
        case .not(let inner): inner.needsListing
        case .all, .text, .near, .note, .topic, .tag, .state, .has, .dates, .language, .file, .id: false
        }
    }

    /// Whether the query says anything of the state.
    func mentions(_ state: ArticleState) -> Bool {
        switch self {
        case .state(let own): own == state
        case .and(let parts), .or(let parts), .any(let parts): parts.contains { $0.mentions(state) }
        case .not(let inner): inner.mentions(state)
        case .all, .text, .near, .note, .topic, .treaty, .tag, .has, .dates, .language, .file, .id: false
        }
    }
}
