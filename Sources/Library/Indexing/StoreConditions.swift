import GRDB
import Search

/// Tells the index what only the store knows, on one state of the library.
struct StoreConditions: ConditionSource {
    let database: Database
    let compiler: QueryCompiler
    let change: Int64
    let cache: ConditionCache

    init(_ database: Database, now: Int64, cache: ConditionCache) throws {
        self.database = database
        compiler = QueryCompiler(now: now)
        change = try database.changeNumber()
        self.cache = cache
    }

    func articles(where condition: Query) throws -> ArticleSet {
        try cache.articles(where: condition, at: change) {
            let select = select(condition)
            var found: [Int64] = []
            try database.each(select.sql, select.values) { found.append($0.int64(0)) }
            return ArticleSet(found)
        }
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
        case .state(.unread): return Self.readState(0, index: "article_unread")
        case .state(.read): return Self.readState(1, index: "article_read")
        case .all, .text, .near, .any, .note, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .and, .or, .not:
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
        let places = Dictionary(zip(articles, articles.indices)) { first, _ in first }
        var keyed: [Titled] = []
        var key = 0
        var last: [UInt8] = []
        try database.each("SELECT id, title_key FROM article INDEXED BY article_title ORDER BY title_key") { columns in
            guard let place = places[columns.int64(0)] else { return }
            if !columns.bytes(1).elementsEqual(last) {
                key += 1
                last = Array(columns.bytes(1))
            }
            keyed.append((key, place))
        }
        return keyed
    }
}
