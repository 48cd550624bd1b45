import Articles
import GRDB
import Text
import Topics

/// What the user made, row by row, in an order that is the same in every copy of a library.
extension Database {
    private static let marked = "(a.edited > 0 OR a.read = 1 OR a.starred = 1 OR a.trashed = 1 OR EXISTS (SELECT 1 FROM article_tag WHERE article = a.id))"
    private static let markColumns = """
        a.identity, a.title, c.url, a.read, a.starred, a.trashed, a.edited,
        (SELECT group_concat(name, char(31)) FROM (SELECT name FROM article_tag JOIN tag ON tag.id = article_tag.tag
          WHERE article_tag.article = a.id ORDER BY name))
        """
    private static let passageColumns = """
        a.identity, a.title, c.url, p.uuid, p.anchor_start, p.anchor_end, p.quote, p.prefix, p.suffix, p.bookmarked, p.starred, p.highlight,
        p.note, p.note_edited, p.removed, p.created, p.edited,
        (SELECT group_concat(name, char(31)) FROM (SELECT name FROM passage_tag JOIN tag ON tag.id = passage_tag.tag
          WHERE passage_tag.passage = p.id ORDER BY name))
        """
    private static let decisionColumns = """
        a.identity, a.title, c.url, d.uuid, d.anchor_start, d.anchor_end, d.quote, d.prefix, d.suffix, d.topic, d.accepted, d.removed, d.created,
        d.edited
        """
    private static let content = "LEFT JOIN article_content c ON c.article = a.id"

    func eachMarks(_ body: (MadeRecord.ArticleMarks) throws -> Void) throws {
        try each("SELECT \(Self.markColumns) FROM article a \(Self.content) WHERE \(Self.marked) ORDER BY a.identity") { try body(.init($0)) }
    }

    func marks(ofArticle id: Int64) throws -> MadeRecord.ArticleMarks? {
        try first("SELECT \(Self.markColumns) FROM article a \(Self.content) WHERE a.id = ?", id) { .init($0) }
    }

    func eachPassage(_ body: (MadeRecord.PassageRecord) throws -> Void) throws {
        try each("SELECT \(Self.passageColumns) FROM passage p JOIN article a ON a.id = p.article \(Self.content) ORDER BY p.uuid") { try body(MadeRecord.PassageRecord($0).withoutWhatWasRemoved) }
    }

    func passageRecord(_ id: String) throws -> MadeRecord.PassageRecord? {
        try first("SELECT \(Self.passageColumns) FROM passage p JOIN article a ON a.id = p.article \(Self.content) WHERE p.uuid = ?", id) { MadeRecord.PassageRecord($0).withoutWhatWasRemoved }
    }

    func eachDecision(_ body: (MadeRecord.DecisionRecord) throws -> Void) throws {
        try each("SELECT \(Self.decisionColumns) FROM decision d JOIN article a ON a.id = d.article \(Self.content) ORDER BY d.uuid") { try body(.init($0)) }
    }

    func decisionRecord(_ id: String) throws -> MadeRecord.DecisionRecord? {
        try first("SELECT \(Self.decisionColumns) FROM decision d JOIN article a ON a.id = d.article \(Self.content) WHERE d.uuid = ?", id) { .init($0) }
    }

    func eachExclusion(_ body: (MadeRecord.ExclusionRecord) throws -> Void) throws {
        try each("SELECT kind, topic, text, removed, edited FROM learning_setting ORDER BY kind, topic, text") { columns in
            guard let kind = LearningExclusion(rawValue: columns.text(0)) else { throw BinaryReader.Damage() }
            try body(
                .init(kind: kind, topic: columns.text(1), text: columns.text(2), isRemoved: columns.bool(3), edited: columns.int64(4)))
        }
    }

    /// All of it, in the order of a file. What waits for its article comes last.
    func eachRecord(_ body: (MadeRecord) throws -> Void) throws {
        try eachMarks { try body(.article($0)) }
        try eachPassage { try body(.passage($0)) }
        try eachDecision { try body(.decision($0)) }
        try eachExclusion { try body(.exclusion($0)) }
        try eachDocument { try body(.document($0)) }
        try eachCorrection { try body(.correction($0)) }
        try eachFeed { try body(.feed($0)) }
        for record in try waitingRecords() { try body(record) }
    }

    /// What was imported and whose article the library does not hold.
    func waitingRecords() throws -> [MadeRecord] {
        let lines = try all("SELECT value FROM setting WHERE substr(key, 1, ?1) = ?2 ORDER BY key", Transaction.waiting.utf8.count, Transaction.waiting) { Array($0.bytes(0)) }
        return try lines.compactMap { line in
            do { return try MadeRecord(try JSONParser.value(of: line[...])) } catch { throw BinaryReader.Damage() }
        }
    }
}

extension ArticleSource {
    fileprivate init(_ columns: Columns) {
        self.init(identity: columns.text(0), title: columns.text(1), url: columns.optionalText(2))
    }
}

extension MadeRecord.ArticleMarks {
    fileprivate init(_ columns: Columns) {
        self.init(
            source: ArticleSource(columns), isRead: columns.bool(3), isStarred: columns.bool(4), isTrashed: columns.bool(5),
            tags: TextList.split(columns.optionalText(7)).sorted(), edited: columns.int64(6))
    }
}

extension MadeRecord.PassageRecord {
    fileprivate init(_ columns: Columns) {
        self.init(
            id: columns.text(3), source: ArticleSource(columns), anchor: columns.anchor(from: 4), isBookmarked: columns.bool(9),
            isStarred: columns.bool(10), highlight: columns.optionalText(11).flatMap { HighlightColour(rawValue: $0) },
            note: columns.optionalText(12), noted: columns.optionalInt64(13), tags: TextList.split(columns.optionalText(17)).sorted(),
            isRemoved: columns.bool(14), created: columns.int64(15), edited: columns.int64(16))
    }
}

extension MadeRecord.DecisionRecord {
    fileprivate init(_ columns: Columns) {
        self.init(
            id: columns.text(3), source: ArticleSource(columns), anchor: columns.anchor(from: 4), topic: columns.text(9),
            verdict: columns.bool(10) ? .accepted : .rejected, isRemoved: columns.bool(11), created: columns.int64(12), edited: columns.int64(13))
    }
}
