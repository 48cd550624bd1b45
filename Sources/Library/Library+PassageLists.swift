import Articles
import GRDB
import Search

/// Lists of passages of which only what is seen is read.
extension Library {
    /// The passages that `list` asks for, in their order: the newest first, by article the newest article first and by place in
    /// it, by topic and by tag in the order of their names, those without last. Without `limit` all of them; linear in those that
    /// are looked at. Throws `SearchCancelled` too.
    public func passageOrder(
        _ list: PassageList = PassageList(), limit: Int? = nil, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> PassageOrder {
        try read { database in
            try database.interruptible(by: cancellation) {
                let condition = try passageCondition(list.query, in: database)
                return try database.passageOrder(list.grouping, condition, limit: limit)
            }
        }
    }

    /// The passages with these numbers; without those that there are no more. Costs a row for each.
    public func passages(numbered numbers: [Int64]) throws -> [Int64: StoredPassage] {
        try read { database in
            var passages: [Int64: StoredPassage] = [:]
            for number in numbers { passages[number] = try database.passage(numbered: number) }
            return passages
        }
    }

    private func passageCondition(_ query: Query, in database: Database) throws -> Condition {
        var compiler = PassageCompiler(articles: QueryCompiler(now: options.clock()))
        let texts = query.passageTexts
        guard !texts.worded.isEmpty || !texts.noted.isEmpty else { return compiler.condition(query) }
        let change = try database.first("SELECT change FROM library") { $0.int64(0) } ?? 0
        let languages = try QueryCompiler.languages(in: database)
        try analysers.withAnalyser { analyser in
            func found(_ text: TextQuery, isInQuotes: Bool) throws -> [Int64] {
                try passageWords.passages(
                    matching: text, isInQuotes: isInQuotes, in: database, at: change, languages: languages, analyser: analyser)
            }
            for text in texts.worded { compiler.worded[text] = try found(text, isInQuotes: true) }
            for text in texts.noted { compiler.noted[text] = try found(text, isInQuotes: false) }
        }
        return compiler.condition(query)
    }
}

extension Database {
    fileprivate func passageOrder(_ grouping: PassageList.Grouping, _ condition: Condition, limit: Int?) throws -> PassageOrder {
        var order = PassageOrder()
        var last: String??
        // The article is only looked up where it is asked for.
        let join = condition.sql.contains("a.") || grouping == .article ? " JOIN article a ON a.id = p.article" : ""
        let tail = "p.removed = 0 AND \(condition.sql)"
        func add(_ number: Int64, _ group: String?) {
            if grouping != .none, last == nil || last! != group {
                last = .some(group)
                order.groups.append(PassageOrder.Group(name: group))
            }
            order.entries.append(PassageOrder.Entry(number: number, group: Int32(max(0, order.groups.count - 1))))
        }
        switch grouping {
        case .none, .date:
            try each("SELECT p.id, p.created FROM passage p\(join) WHERE \(tail) ORDER BY p.created DESC, p.id DESC LIMIT ?", condition.values + [limit ?? -1]) {
                add($0.int64(0), grouping == .none ? nil : Self.month(of: $0.int64(1)))
            }
        case .article:
            var article: Int64 = 0
            var title = ""
            try each(
                """
                SELECT p.id, p.article, a.title FROM passage p\(join) WHERE \(tail)
                ORDER BY a.sort_key DESC, a.id, p.start IS NULL, p.start, p."end", p.id LIMIT ?
                """, condition.values + [limit ?? -1]
            ) { columns in
                if columns.int64(1) != article || order.entries.isEmpty {
                    article = columns.int64(1)
                    title = columns.text(2)
                    // Two articles of one title are two groups.
                    last = nil
                }
                add(columns.int64(0), title)
            }
        case .tag:
            try each(
                """
                SELECT p.id, t.name FROM passage p\(join) LEFT JOIN passage_tag x ON x.passage = p.id LEFT JOIN tag t ON t.id = x.tag
                WHERE \(tail) ORDER BY t.key IS NULL, t.key, p.created DESC, p.id DESC LIMIT ?
                """, condition.values + [limit ?? -1]
            ) { add($0.int64(0), $0.optionalText(1)) }
        case .topic:
            try each(
                """
                SELECT p.id, t.name FROM passage p\(join) LEFT JOIN article_topic x ON x.article = p.article AND x.direct = 1
                LEFT JOIN topic t ON t.id = x.topic
                WHERE \(tail) ORDER BY t.name IS NULL, t.name, p.created DESC, p.id DESC LIMIT ?
                """, condition.values + [limit ?? -1]
            ) { add($0.int64(0), $0.optionalText(1)) }
        }
        return order
    }

    /// `2026-11`.
    private static func month(of timestamp: Int64) -> String { String(ArticleDate(timestamp: timestamp).withoutTime.description.prefix(7)) }
}
