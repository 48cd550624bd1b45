import Articles
import GRDB

extension Database {
    private static let passageColumns = """
        p.uuid, p.article, a.title, a.file, p.anchor_start, p.anchor_end, p.quote, p.prefix, p.suffix, p.start, p."end",
        p.bookmarked, p.created,
        (SELECT group_concat(name, char(31)) FROM (SELECT name FROM passage_tag JOIN tag ON tag.id = passage_tag.tag
          WHERE passage_tag.passage = p.id ORDER BY name)),
        p.starred, p.highlight, p.note, p.note_edited
        """

    /// The passage with the id; nothing where there is none, or it was removed.
    func passage(_ id: String) throws -> StoredPassage? {
        try first(
            """
            SELECT \(Self.passageColumns) FROM passage p JOIN article a ON a.id = p.article
            WHERE p.uuid = ? AND p.removed = 0
            """, id
        ) { StoredPassage($0) }
    }

    /// The passage in a row; nothing where there is none, or it was removed.
    func passage(numbered number: Int64) throws -> StoredPassage? {
        try first(
            """
            SELECT \(Self.passageColumns) FROM passage p JOIN article a ON a.id = p.article
            WHERE p.id = ? AND p.removed = 0
            """, number
        ) { StoredPassage($0) }
    }

    func passages(_ filter: PassageFilter) throws -> [StoredPassage] {
        var conditions = [Condition(sql: "p.removed = 0")]
        if let article = filter.article {
            conditions.append(Condition(sql: "p.article = ?", values: [article.rawValue]))
        }
        if filter.isBookmarked { conditions.append(Condition(sql: "p.bookmarked = 1")) }
        if filter.isNoted { conditions.append(Condition(sql: "p.note IS NOT NULL")) }
        if filter.isHighlighted { conditions.append(Condition(sql: "p.highlight IS NOT NULL")) }
        if filter.isStarred { conditions.append(Condition(sql: "p.starred = 1")) }
        if filter.isOrphaned { conditions.append(Condition(sql: "p.start IS NULL")) }
        if let tag = filter.tag {
            conditions.append(
                Condition(
                    sql: "p.id IN (SELECT passage FROM passage_tag WHERE tag = (SELECT id FROM tag WHERE key = ?))",
                    values: [TagKey.of(tag)]))
        }
        let condition = Condition.joined(conditions, by: "AND")
        var passages: [StoredPassage] = []
        try each(
            """
            SELECT \(Self.passageColumns) FROM passage p JOIN article a ON a.id = p.article
            WHERE \(condition.sql) ORDER BY \(Self.order(filter.order)) LIMIT ? OFFSET ?
            """, condition.values + [filter.limit ?? -1, max(filter.offset, 0)]
        ) { passages.append(StoredPassage($0)) }
        return passages
    }

    private static func order(_ order: PassageFilter.Order) -> String {
        switch order {
        case .newest: "p.created DESC, p.id DESC"
        case .article: "a.sort_key DESC, p.start IS NULL, p.start, p.\"end\", p.id"
        }
    }
}

extension StoredPassage {
    fileprivate init(_ columns: Columns) {
        self.init(
            id: columns.text(0), article: ArticleID(columns.int64(1)), articleTitle: columns.text(2),
            file: columns.text(3),
            anchor: columns.anchor(from: 4),
            range: columns.range(from: 9), isBookmarked: columns.bool(11), tags: TextList.split(columns.optionalText(13)),
            created: ArticleDate(timestamp: columns.int64(12)), isStarred: columns.bool(14),
            highlight: columns.optionalText(15).flatMap { HighlightColour(rawValue: $0) },
            note: columns.optionalText(16).map {
                PassageNote(text: $0, edited: ArticleDate(timestamp: columns.int64(17)))
            })
    }
}
