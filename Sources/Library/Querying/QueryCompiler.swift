import Articles
import GRDB
import Search
import Text

/// Turns queries into SQL over the article `a`. Every text of a query is bound, none becomes SQL.
struct QueryCompiler {
    /// The newest second that counts as today, for `7d` and its like.
    let now: Int64
    /// By the words of notes that a query asks for, the articles that have such notes: the database does not know words.
    var notes: [TextQuery: ArticleSet] = [:]

    /// Of the articles in the library, without doubles; English where it is empty.
    static func languages(in database: Database) throws -> [Language] {
        let tags = try database.all("SELECT code FROM language WHERE articles > 0 ORDER BY code") { $0.text(0) }
        let languages = Set(tags.map { WordAnalyser.language(tag: $0) })
        return languages.isEmpty ? [.english] : Language.allCases.filter(languages.contains)
    }

    func condition(_ query: Query) -> Condition {
        switch query {
        case .all: .always
        // Queries with words are answered by the index, and never come here.
        case .text, .near: .never
        case .note(let text): condition(notes[text])
        case .treaty(let treaty): condition(treaty)
        case .topic(let topic): condition(topic)
        case .tag(let tag): condition(tag)
        case .state(let state): condition(state)
        case .has(let part): condition(part)
        case .dates(let span): condition(span)
        case .language(let tag): language(tag)
        case .file(let part):
            Condition(sql: "instr(lower(a.file), lower(?)) > 0", values: [part])
        case .id(let name): Condition(sql: "a.name = ?", values: [name])
        case .and(let parts): .joined(parts.map(condition), by: "AND")
        case .or(let parts), .any(let parts): .joined(parts.map(condition), by: "OR")
        case .not(let inner): negated(condition(inner))
        }
    }

    /// That the article is among `articles`, which are bound as one text: there may be more than SQL has room for.
    private func condition(_ articles: ArticleSet?) -> Condition {
        guard let articles else { return .never }
        var numbers: [String] = []
        articles.forEach { numbers.append(String($0)) }
        return Condition(
            sql: "a.id IN (SELECT value FROM json_each(?))", values: ["[" + numbers.joined(separator: ",") + "]"])
    }

    private func condition(_ treaty: TreatyQuery) -> Condition {
        let (provision, values) = Self.provisions(treaty)
        return Condition(
            sql: "EXISTS (SELECT 1 FROM article_provision p WHERE p.article = a.id AND p.provision \(provision))",
            values: values)
    }

    /// The rows of the provisions that are asked for: of the treaty alone, the one that stands for all of it.
    static func provisions(_ treaty: TreatyQuery) -> (sql: String, values: [any StoredValue]) {
        let (name, names) = match(treaty.treaty, isPrefix: treaty.isPrefix && treaty.provision == nil)
        let (number, numbers) = match(treaty.provision ?? "", isPrefix: treaty.isPrefix && treaty.provision != nil)
        let values: [any StoredValue] = names + numbers
        return ("IN (SELECT id FROM provision WHERE treaty \(name) AND number \(number))", values)
    }

    private func negated(_ condition: Condition) -> Condition {
        Condition(sql: "NOT (" + condition.sql + ")", values: condition.values)
    }

    private func condition(_ topic: TopicQuery) -> Condition {
        let (name, values) = Self.match(topic.topic, isPrefix: topic.isPrefix)
        let direct = topic.isExact ? " AND t.direct = 1" : ""
        return Condition(
            sql: """
                EXISTS (SELECT 1 FROM article_topic t WHERE t.article = a.id\(direct)
                  AND t.topic IN (SELECT id FROM topic WHERE name \(name)))
                """, values: values)
    }

    private func condition(_ tag: TagQuery) -> Condition {
        let (name, values) = Self.match(TagKey.of(tag.name), isPrefix: tag.isPrefix)
        return Condition(
            sql: """
                a.id IN (SELECT article FROM article_tag WHERE tag IN (SELECT id FROM tag WHERE key \(name))
                  UNION ALL SELECT passage.article FROM passage_tag JOIN passage ON passage.id = passage_tag.passage
                    WHERE passage.removed = 0 AND passage_tag.tag IN (SELECT id FROM tag WHERE key \(name)))
                """, values: values + values)
    }

    /// Equal to `text`, or beginning so: a range that an index can walk.
    static func match(_ text: String, isPrefix: Bool) -> (sql: String, values: [any StoredValue]) {
        // No text sorts after this one that begins with `text`, in the order of UTF-8 bytes.
        isPrefix ? ("BETWEEN ? AND ?", [text, text + "\u{10FFFF}"]) : ("= ?", [text])
    }

    private func condition(_ state: ArticleState) -> Condition {
        switch state {
        case .unread: Condition(sql: "a.read = 0")
        case .read: Condition(sql: "a.read = 1")
        case .bookmarked: Condition(sql: "a.bookmarks > 0")
        case .starred: Condition(sql: "a.starred = 1")
        case .noted: Condition(sql: "a.notes > 0")
        case .highlighted: Condition(sql: "a.highlights > 0")
        case .trashed: Condition(sql: "a.trashed = 1")
        case .gone: Condition(sql: "(a.gone = 1 AND a.trashed = 0)")
        }
    }

    private func condition(_ part: ArticlePart) -> Condition {
        switch part {
        case .notes: Condition(sql: "a.notes > 0")
        case .highlights: Condition(sql: "a.highlights > 0")
        case .links: Condition(sql: "a.links = 1")
        case .tags:
            Condition(
                sql: """
                    a.id IN (SELECT article FROM article_tag
                      UNION ALL SELECT passage.article FROM passage_tag JOIN passage ON passage.id = passage_tag.passage
                        WHERE passage.removed = 0)
                    """)
        case .bookmarks: Condition(sql: "a.bookmarks > 0")
        case .topics: Condition(sql: "EXISTS (SELECT 1 FROM article_topic t WHERE t.article = a.id)")
        case .date: Condition(sql: "a.published IS NOT NULL")
        case .deck: Condition(sql: "coalesce(a.deck, '') <> ''")
        case .kickers: Condition(sql: "coalesce(a.kickers, '') <> ''")
        case .byline: Condition(sql: "coalesce(a.bylines, '') <> ''")
        case .publisher: Condition(sql: "coalesce(a.publisher, '') <> ''")
        case .language: Condition(sql: "coalesce(a.language, '') <> ''")
        }
    }

    private func language(_ tag: String) -> Condition {
        Condition(
            sql: "(lower(a.language) = lower(?) OR substr(lower(a.language), 1, length(?) + 1) = lower(?) || '-')",
            values: [tag, tag, tag])
    }

    private func condition(_ span: DateSpan) -> Condition {
        guard let keys = keys(of: span) else { return .never }
        return Condition(sql: "(a.sort_key >= ? AND a.sort_key <= ?)", values: [keys.lowerBound, keys.upperBound])
    }

    /// The sort keys of the articles of `span`; nothing where there can be none.
    func keys(of span: DateSpan) -> ClosedRange<Int64>? {
        let bounds = DateBounds(now: now)
        func first(_ bound: DateBound) -> Int64 { SortKey.start(of: bounds.start(of: bound)) }
        func last(_ bound: DateBound) -> Int64 { SortKey.start(of: bounds.end(of: bound)) - 1 }
        let (low, high) = switch span {
        case .since(let bound): (first(bound), Int64.max)
        case .before(let bound): (Int64.min, first(bound) - 1)
        case .through(let bound): (Int64.min, last(bound))
        case .between(let start, let end): (first(start), last(end))
        }
        return low <= high ? low...high : nil
    }
}
