import GRDB
import Search
import Text

/// Tells the index what only the store knows, on one state of the library.
struct StoreConditions: ConditionSource {
    /// Of more changed articles than that, a set is made anew.
    private static let mostChanged = 5_000

    let database: Database
    let languages: [Language]
    let change: Int64
    private let compiler: QueryCompiler
    private let analyser: WordAnalyser
    private let cache: ConditionCache
    private let notes: NoteShelf

    init(
        _ database: Database, now: Int64, languages: [Language], analyser: WordAnalyser, cache: ConditionCache,
        notes: NoteShelf
    ) throws {
        self.database = database
        self.languages = languages
        self.analyser = analyser
        compiler = QueryCompiler(now: now)
        change = try database.changeNumber()
        self.cache = cache
        self.notes = notes
    }

    func articles(where condition: Query) throws -> ArticleSet {
        // What changes without the articles is not followed by them.
        if condition.needsListing, try database.unlistedRow() > 0 { return try fresh(condition) }
        return try cache.articles(where: condition, at: change, update: { try updated($0, since: $1, condition) }) {
            try fresh(condition)
        }
    }

    private func fresh(_ condition: Query) throws -> ArticleSet {
        if case .note(let text) = condition {
            return try notes.articles(matching: text, in: database, at: change, languages: languages, analyser: analyser)
        }
        return try set(select(condition))
    }

    private func set(_ select: Condition) throws -> ArticleSet {
        var found: [Int64] = []
        try database.each(select.sql, select.values) { found.append($0.int64(0)) }
        return ArticleSet(found)
    }

    /// `set`, as it was at an earlier change, with the articles that changed since looked at anew. Whatever makes a condition
    /// true or false of an article gives the article a change number.
    private func updated(_ set: ArticleSet, since earlier: Int64, _ condition: Query) throws -> ArticleSet? {
        if case .note = condition { return nil }
        let changed = try database.all(
            "SELECT id FROM article INDEXED BY article_change WHERE change > ? LIMIT ?", earlier, Self.mostChanged + 1
        ) { $0.int64(0) }
        guard changed.count <= Self.mostChanged else { return nil }
        guard !changed.isEmpty else { return set }
        let own = compiler.condition(condition)
        let members = try self.set(
            Condition(
                sql: "SELECT a.id FROM article a INDEXED BY article_change WHERE a.change > ? AND " + own.sql,
                values: [earlier] + own.values))
        return set.updated(changed, members: members)
    }

    /// How the list of a query without words of articles is walked.
    func plan(_ query: Query) throws -> ListPlan {
        var found: [TextQuery: ArticleSet] = [:]
        for text in query.noteTexts where found[text] == nil { found[text] = try articles(where: .note(text)) }
        let few = try ListPlan.prefixes(in: query).filter { try isNarrow($0) }
        return ListPlan(query, now: compiler.now, notes: found, few: Set(few))
    }

    /// Whether few articles on the list stand under the provisions that begin so. Costs a row for each of these.
    private func isNarrow(_ treaty: TreatyQuery) throws -> Bool {
        let (provision, values) = QueryCompiler.provisions(treaty)
        var articles = 0
        try database.each("SELECT coalesce(sum(articles), 0) FROM provision WHERE id \(provision)", values) { articles = $0.integer(0) }
        return articles <= Self.few
    }

    func orders(in span: DateSpan) throws -> ClosedRange<Int64>? { compiler.keys(of: span) }

    /// The articles of a condition, in any order and some twice. Along an index of the database where one holds them.
    private func select(_ condition: Query) -> Condition {
        switch condition {
        case .topic(let topic):
            let (name, values) = QueryCompiler.match(topic.topic, isPrefix: topic.isPrefix)
            return Condition(
                sql: "SELECT article FROM article_topic WHERE topic IN (SELECT id FROM topic WHERE name \(name))"
                    + (topic.isExact ? " AND direct = 1" : ""), values: values)
        case .treaty(let treaty):
            let (provision, values) = QueryCompiler.provisions(treaty)
            return Condition(sql: "SELECT article FROM article_provision WHERE provision \(provision)", values: values)
        case .state(.unread): return Self.readState(0, index: "article_unread")
        case .state(.read): return Self.readState(1, index: "article_read")
        case .all, .text, .near, .any, .note, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .not:
            let own = compiler.condition(condition)
            return Condition(sql: "SELECT a.id FROM article a WHERE " + own.sql, values: own.values)
        }
    }

    /// Those on the list stand in an index, the others are few.
    private static func readState(_ read: Int, index: String) -> Condition {
        Condition(
            sql: """
                SELECT id FROM article INDEXED BY \(index) WHERE trashed = 0 AND gone = 0 AND read = \(read)
                UNION ALL SELECT id FROM article INDEXED BY article_trashed WHERE trashed = 1 AND read = \(read)
                UNION ALL SELECT id FROM article INDEXED BY article_gone WHERE gone = 1 AND read = \(read)
                """)
    }
}

extension StoreConditions {
    /// So many are looked up one by one; of more, the index of titles is walked.
    private static let few = 2_000

    func sortedByTitle(_ articles: [Int64]) throws -> [Int64] {
        let keyed = try articles.count <= Self.few ? looked(up: articles) : walked(articles)
        return keyed.sorted { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }.map { articles[$0.place] }
    }

    /// A title's place in their order, and the article's among those that are sorted.
    private typealias Titled = (key: Int, place: Int)

    private func looked(up articles: [Int64]) throws -> [Titled] {
        let titles = try articles.map { article in
            try database.first("SELECT title_key FROM article WHERE id = ?", article) { Array($0.bytes(0)) } ?? []
        }
        let order = titles.indices.sorted { titles[$0].lexicographicallyPrecedes(titles[$1]) }
        var key = 0
        var keyed: [Titled] = []
        for (index, place) in order.enumerated() {
            if index > 0, titles[order[index - 1]] != titles[place] { key += 1 }
            keyed.append((key, place))
        }
        return keyed
    }

    private func walked(_ articles: [Int64]) throws -> [Titled] {
        // By row: four bytes each, of a million articles less than their titles.
        var places = [Int32](repeating: -1, count: Int(articles.max() ?? 0) + 1)
        for (place, article) in articles.enumerated() { places[Int(article)] = Int32(place) }
        var keyed: [Titled] = []
        var key = 0
        var last: [UInt8] = []
        try database.each("SELECT id, title_key FROM article INDEXED BY article_title ORDER BY title_key") { columns in
            let row = Int(columns.int64(0))
            guard row < places.count, places[row] >= 0 else { return }
            let place = Int(places[row])
            if !columns.bytes(1).elementsEqual(last) {
                key += 1
                last = Array(columns.bytes(1))
            }
            keyed.append((key, place))
        }
        return keyed
    }
}
