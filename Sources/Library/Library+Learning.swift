import Articles
import GRDB
import Text
import Topics

extension Library {
    /// What learning depends on, without reading any text. Linear in the number of decisions.
    public func learningOutline() throws -> LearningOutline {
        try read { LearningOutline(try $0.decisionGroups(), try $0.learningSettings()) }
    }

    /// The same with the articles that have decisions. Holds their texts in memory.
    public func learningMaterial() throws -> LearningMaterial {
        try read { database in
            let groups = try database.decisionGroups()
            return LearningMaterial(
                outline: LearningOutline(groups, try database.learningSettings()),
                articles: try groups.compactMap { try database.decidedArticle($0) })
        }
    }

    /// One article with its decisions, as learning takes it; without decisions where it has none. Throws
    /// ``LibraryError/unknownArticle(_:)``.
    public func decidedArticle(_ id: ArticleID) throws -> DecidedArticle {
        try read { database in
            let found = try database.decidedArticle(try database.decisionGroup(id))
            guard let found else { throw LibraryError.unknownArticle(id) }
            return found
        }
    }

    /// What the user wants to be left out of matching and learning.
    public func learningSettings() throws -> LearningSettings { try read { try $0.learningSettings() } }

    /// Has a label of a topic never matched, or matched again. An action that can be taken back. An empty label does nothing.
    /// Whether anything changed.
    @discardableResult
    public func setNeverMatch(_ label: String, for topic: TopicID, _ isExcluded: Bool = true) throws -> Bool {
        try setExclusion(.match, label, for: topic, isExcluded)
    }

    /// Has nothing learned from a word for a topic, whatever its form, or learned from it again. An action that can be taken
    /// back. An empty word does nothing. Whether anything changed.
    @discardableResult
    public func setNeverLearn(_ word: String, for topic: TopicID, _ isExcluded: Bool = true) throws -> Bool {
        try setExclusion(.learn, word, for: topic, isExcluded)
    }

    /// Either of the two above.
    @discardableResult
    public func setExclusion(
        _ kind: LearningExclusion, _ text: String, for topic: TopicID, _ isExcluded: Bool
    ) throws -> Bool {
        guard var text = TagKey.cleaned(text) else { return false }
        // A word has no case; a label is kept as it is written.
        if kind == .learn { text = text.lowercased() }
        return try change { [text] transaction in
            let written = try transaction.database.exclusion(kind, text, topic)
            guard (written != nil) != isExcluded else { return false }
            let text = written ?? text
            try transaction.perform(
                ActionSentence.exclude(kind, text, options.topicName(topic), isExcluded: isExcluded),
                [.exclusion(kind, topic: topic, text: text, isExcluded: isExcluded)])
            return true
        }
    }

    /// What was learned last; nothing where nothing was, or another version of the program learned it.
    public func model() throws -> LearnedModel? {
        try read { database in
            let found = try database.first("SELECT bytes, basis, change FROM model") {
                (bytes: Array($0.bytes(0)), basis: $0.text(1), change: $0.int64(2))
            }
            guard let found, let model = try? TopicModel(bytes: found.bytes) else { return nil }
            return LearnedModel(model: model, basis: found.basis, change: found.change)
        }
    }

    /// Keeps what was learned, with a word that says from what. Derived: it can be learned anew, and is no action.
    public func store(_ model: TopicModel, basis: String) throws {
        try write(isDurable: false) { database in
            try database.run(
                """
                INSERT OR REPLACE INTO model(id, bytes, basis, change) SELECT 1, ?, ?, change FROM library
                """, model.bytes, basis)
        }
    }
}

extension LearningOutline {
    fileprivate init(_ groups: [DecisionGroup], _ settings: LearningSettings) {
        self.init(
            decisions: Dictionary(groups.map { ($0.name, $0.decisions) }) { first, _ in first }, settings: settings,
            basis: Self.basis(groups, settings))
    }

    private static func basis(_ groups: [DecisionGroup], _ settings: LearningSettings) -> String {
        var writer = BinaryWriter()
        writer.append(groups.count)
        for group in groups { append(group, to: &writer) }
        for texts in [settings.neverMatch, settings.neverLearn] {
            writer.append(texts.count)
            for (topic, texts) in texts.sorted(by: { $0.key < $1.key }) {
                writer.append(topic.rawValue)
                writer.append(texts.count)
                for text in texts.sorted() { writer.append(text) }
            }
        }
        return writer.bytes.withUnsafeBytes { ContentHash(of: $0).hexadecimal }
    }

    private static func append(_ group: DecisionGroup, to writer: inout BinaryWriter) {
        writer.append(group.name)
        writer.append(group.digest)
        writer.append(group.decisions.count)
        for decision in group.decisions {
            writer.append(decision.passage.start)
            writer.append(decision.passage.end)
            writer.append(decision.topic.rawValue)
            writer.append(decision.isAccepted ? 1 : 0)
        }
    }
}

/// The decisions of an article, without its text.
struct DecisionGroup {
    var article: ArticleID
    var name: String
    /// Of all that was read of the article.
    var digest: String
    /// By place and topic.
    var decisions: [Decision] = []
}

extension Database {
    /// By the names of the articles. Decisions on an article as a whole teach nothing about passages.
    fileprivate func decisionGroups() throws -> [DecisionGroup] {
        var groups: [DecisionGroup] = []
        try each(
            """
            SELECT a.id, a.name, a.digest, d.start, d."end", d.topic, d.accepted
            FROM decision d JOIN article a ON a.id = d.article
            WHERE d.removed = 0 AND d.start IS NOT NULL AND d."end" > d.start
            ORDER BY a.name, d.start, d."end", d.topic
            """
        ) { columns in
            let id = ArticleID(columns.int64(0))
            if groups.last?.article != id {
                groups.append(DecisionGroup(article: id, name: columns.text(1), digest: columns.text(2)))
            }
            groups[groups.count - 1].decisions.append(
                Decision(
                    passage: Passage(start: columns.integer(3), end: columns.integer(4)), topic: TopicID(columns.text(5)),
                    isAccepted: columns.bool(6)))
        }
        return groups
    }

    fileprivate func decisionGroup(_ id: ArticleID) throws -> DecisionGroup {
        let row = try first("SELECT name, digest FROM article WHERE id = ?", id.rawValue) { ($0.text(0), $0.text(1)) }
        guard let row else { throw LibraryError.unknownArticle(id) }
        let decisions = try decisions(DecisionFilter(article: id, order: .article)).compactMap { decision in
            decision.passage.map { Decision(passage: $0, topic: decision.topic, isAccepted: decision.verdict == .accepted) }
        }
        return DecisionGroup(
            article: id, name: row.0, digest: row.1, decisions: decisions.filter { !$0.passage.range.isEmpty })
    }

    fileprivate func decidedArticle(_ group: DecisionGroup) throws -> DecidedArticle? {
        try articleContent(group.article).map {
            DecidedArticle(id: group.name, article: $0.article, decisions: group.decisions)
        }
    }

    fileprivate func learningSettings() throws -> LearningSettings {
        var settings = LearningSettings()
        try each("SELECT kind, topic, text FROM learning_setting WHERE removed = 0") { columns in
            let topic = TopicID(columns.text(1))
            switch LearningExclusion(rawValue: columns.text(0)) {
            case .match: settings.neverMatch[topic, default: []].insert(columns.text(2))
            case .learn: settings.neverLearn[topic, default: []].insert(columns.text(2))
            case nil: throw BinaryReader.Damage()
            }
        }
        return settings
    }

    /// As it is written, where it is there; compared without regard to case.
    fileprivate func exclusion(_ kind: LearningExclusion, _ text: String, _ topic: TopicID) throws -> String? {
        try all("SELECT text FROM learning_setting WHERE kind = ? AND topic = ? AND removed = 0", kind.rawValue, topic.rawValue) {
            $0.text(0)
        }.first { $0.lowercased() == text.lowercased() }
    }
}

extension Transaction {
    func applyExclusion(_ kind: LearningExclusion, _ topic: TopicID, _ text: String, _ isExcluded: Bool) throws {
        try database.run(
            """
            INSERT INTO learning_setting(kind, topic, text, removed, edited, change) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, topic, text) DO UPDATE SET removed = excluded.removed, edited = excluded.edited,
              change = excluded.change
            """, kind.rawValue, topic.rawValue, text, !isExcluded, now, change)
    }
}
