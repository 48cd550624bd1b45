import Articles
import GRDB
import Topics

extension Database {
    func decisions(_ filter: DecisionFilter) throws -> [StoredDecision] {
        var conditions = [Condition(sql: "d.removed = 0")]
        if let article = filter.article { conditions.append(Condition(sql: "d.article = ?", values: [article.rawValue])) }
        if let topic = filter.topic { conditions.append(Condition(sql: "d.topic = ?", values: [topic.rawValue])) }
        if let verdict = filter.verdict { conditions.append(Condition(sql: "d.accepted = ?", values: [verdict == .accepted])) }
        if filter.isOrphaned { conditions.append(Condition(sql: "d.start IS NULL")) }
        let condition = Condition.joined(conditions, by: "AND")
        var decisions: [StoredDecision] = []
        try each(
            """
            SELECT d.uuid, d.article, a.title, d.anchor_start, d.anchor_end, d.quote, d.prefix, d.suffix, d.start, d."end",
              d.topic, d.accepted, d.created
            FROM decision d JOIN article a ON a.id = d.article
            WHERE \(condition.sql) ORDER BY \(Self.decisionOrder(filter.order)) LIMIT ? OFFSET ?
            """, condition.values + [filter.limit ?? -1, max(filter.offset, 0)]
        ) { decisions.append(StoredDecision($0)) }
        return decisions
    }

    private static func decisionOrder(_ order: PassageFilter.Order) -> String {
        switch order {
        case .newest: "d.created DESC, d.id DESC"
        case .article: "a.sort_key DESC, d.start IS NULL, d.start, d.\"end\", d.topic, d.id"
        }
    }
}

extension StoredDecision {
    fileprivate init(_ columns: Columns) {
        self.init(
            id: columns.text(0), article: ArticleID(columns.int64(1)), articleTitle: columns.text(2),
            anchor: columns.anchor(from: 3),
            range: columns.range(from: 8), topic: TopicID(columns.text(10)), verdict: columns.bool(11) ? .accepted : .rejected,
            created: ArticleDate(timestamp: columns.int64(12)))
    }
}
