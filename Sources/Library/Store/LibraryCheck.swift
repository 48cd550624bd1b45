import Articles
import GRDB
import Topics

/// Compares what is kept with what it is kept for.
struct LibraryCheck {
    private let database: Database
    private let broader: (TopicID) -> [TopicID]
    private let lister: ProvisionLister

    init(
        _ database: Database, broader: @escaping (TopicID) -> [TopicID], provisions: @escaping (TopicID) -> TopicProvisions
    ) {
        self.database = database
        self.broader = broader
        lister = ProvisionLister(provisions)
    }

    /// One sentence for each thing that does not hold.
    func problems() throws -> [String] {
        var problems = try database.all("PRAGMA integrity_check(20)") { "database: " + $0.text(0) }
        problems.removeAll { $0 == "database: ok" }
        problems += try database.all("PRAGMA foreign_key_check") { "a row of \($0.text(0)) refers to a missing \($0.text(2))" }
        for rule in Self.rules {
            let count = try database.first(rule.sql) { $0.integer(0) } ?? 0
            if count > 0 { problems.append("\(rule.sentence) (\(count))") }
        }
        problems += try summaries()
        problems += try contents()
        problems += try documents()
        return problems
    }

    private struct Rule {
        var sentence: String
        /// Gives the number of things that break the rule.
        var sql: String
    }

    private static let rules = [
        counter("articles", "SELECT count(*) FROM article WHERE trashed = 0 AND gone = 0"),
        counter("unread", "SELECT count(*) FROM article WHERE trashed = 0 AND gone = 0 AND read = 0"),
        counter("trashed", "SELECT count(*) FROM article WHERE trashed = 1"),
        counter("gone", "SELECT count(*) FROM article WHERE gone = 1 AND trashed = 0"),
        counter("bookmarks", "SELECT count(*) FROM passage WHERE bookmarked = 1 AND removed = 0"),
        counter("orphans", "SELECT count(*) FROM passage WHERE start IS NULL AND removed = 0"),
        counter("starred", "SELECT count(*) FROM article WHERE starred = 1"),
        counter("notes", "SELECT count(*) FROM passage WHERE note IS NOT NULL AND removed = 0"),
        counter("highlights", "SELECT count(*) FROM passage WHERE highlight IS NOT NULL AND removed = 0"),
        counter("starred_passages", "SELECT count(*) FROM passage WHERE starred = 1 AND removed = 0"),
        counter("decisions", "SELECT count(*) FROM decision WHERE removed = 0"),
        counter("unreadable", "SELECT count(*) FROM file WHERE failure IS NOT NULL"),
        Rule(
            sentence: "topics whose counters are wrong",
            sql: """
                SELECT count(*) FROM topic WHERE
                  articles <> (SELECT count(*) FROM article_topic WHERE topic = topic.id AND hidden = 0)
                  OR unread <> (SELECT count(*) FROM article_topic t JOIN article a ON a.id = t.article
                    WHERE t.topic = topic.id AND t.hidden = 0 AND a.read = 0)
                """),
        Rule(
            sentence: "articles listed under a topic in the wrong place",
            sql: """
                SELECT count(*) FROM article_topic t JOIN article a ON a.id = t.article
                WHERE t.sort_key <> a.sort_key OR t.hidden <> (a.trashed OR a.gone)
                """),
        Rule(
            sentence: "provisions whose counters are wrong",
            sql: """
                SELECT count(*) FROM provision WHERE
                  articles <> (SELECT count(*) FROM article_provision WHERE provision = provision.id AND hidden = 0)
                  OR unread <> (SELECT count(*) FROM article_provision p JOIN article a ON a.id = p.article
                    WHERE p.provision = provision.id AND p.hidden = 0 AND a.read = 0)
                """),
        Rule(
            sentence: "articles listed under a provision in the wrong place",
            sql: """
                SELECT count(*) FROM article_provision p JOIN article a ON a.id = p.article
                WHERE p.sort_key <> a.sort_key OR p.hidden <> (a.trashed OR a.gone)
                """),
        Rule(
            sentence: "articles listed under a provision without a reason",
            sql: "SELECT count(*) FROM article_provision WHERE given = 0 AND cited = 0"),
        Rule(
            sentence: "articles listed under a provision and not under its treaty",
            sql: """
                SELECT count(*) FROM article_provision p JOIN provision ON provision.id = p.provision WHERE number <> ''
                  AND NOT EXISTS (SELECT 1 FROM article_provision whole JOIN provision treaty ON treaty.id = whole.provision
                    WHERE whole.article = p.article AND treaty.treaty = provision.treaty AND treaty.number = ''
                      AND whole.given >= p.given AND whole.cited >= p.cited)
                """),
        Rule(
            sentence: "articles whose notes or highlights are miscounted",
            sql: """
                SELECT count(*) FROM article WHERE (notes, highlights) <>
                  (SELECT count(note), count(highlight) FROM passage WHERE article = article.id AND removed = 0)
                """),
        Rule(
            sentence: "highlights in a colour that there is not, or notes without a time",
            sql: """
                SELECT count(*) FROM passage WHERE (note IS NULL) <> (note_edited IS NULL)
                  OR highlight NOT IN (\(HighlightColour.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
                """),
        Rule(
            sentence: "languages whose counter is wrong",
            sql: """
                SELECT count(*) FROM language
                WHERE articles <> (SELECT count(*) FROM article WHERE coalesce(language, '') = language.code)
                """),
        Rule(
            sentence: "articles whose language is not counted",
            sql: "SELECT count(*) FROM article WHERE coalesce(language, '') NOT IN (SELECT code FROM language)"),
        Rule(
            sentence: "articles without their text",
            sql: "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM article_content)"),
        Rule(
            sentence: "articles that are gone and have a place, or have none and are not",
            sql: "SELECT count(*) FROM article WHERE gone = (id IN (SELECT article FROM place))"),
        Rule(
            sentence: "articles that are not shown from their first place",
            sql: """
                SELECT count(*) FROM article WHERE gone = 0 AND file <>
                  (SELECT min(path) FROM place JOIN file ON file.id = place.file WHERE place.article = article.id)
                """),
        Rule(
            sentence: "articles whose bookmarks are miscounted",
            sql: """
                SELECT count(*) FROM article WHERE bookmarks <>
                  (SELECT count(*) FROM passage WHERE article = article.id AND bookmarked = 1 AND removed = 0)
                """),
        Rule(
            sentence: "places with two decisions on one topic",
            sql: """
                SELECT count(*) FROM (SELECT 1 FROM decision WHERE removed = 0 AND start IS NOT NULL
                  GROUP BY article, start, "end", topic HAVING count(*) > 1)
                """),
        Rule(
            sentence: "decisions with half a place, or none that they could have",
            sql: """
                SELECT count(*) FROM decision WHERE (start IS NULL) <> ("end" IS NULL) OR start < 0 OR "end" < start
                  OR accepted NOT IN (0, 1)
                """),
        Rule(
            sentence: "settings of learning that mean nothing",
            sql: """
                SELECT count(*) FROM learning_setting
                WHERE kind NOT IN (\(LearningExclusion.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
                """),
        Rule(
            sentence: "documents of a kind that there is not, or without a title",
            sql: """
                SELECT count(*) FROM document WHERE title = '' AND removed = 0
                  OR kind NOT IN (\(DocumentKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
                """),
        Rule(
            sentence: "corrections that their articles do not show",
            sql: """
                SELECT count(*) FROM correction JOIN article ON article.id = correction.article WHERE removed = 0 AND value IS NOT
                  CASE field WHEN 'title' THEN title WHEN 'date' THEN published WHEN 'bylines' THEN bylines END
                """),
        Rule(
            sentence: "places of entries that no feed has",
            sql: """
                SELECT count(*) FROM file WHERE path >= '\(FeedPlace.prefix)' AND path < '\(FeedPlace.end)' AND path NOT IN
                  (SELECT '\(FeedPlace.prefix)' || feed.uuid || '/' || key FROM feed_entry JOIN feed ON feed.id = feed_entry.feed
                    WHERE expired = 0)
                """),
        Rule(
            sentence: "rows with a change number that was never given",
            sql: """
                SELECT (SELECT count(*) FROM article WHERE max(change, words_change) > (SELECT change FROM library))
                  + (SELECT count(*) FROM passage WHERE change > (SELECT change FROM library))
                  + (SELECT count(*) FROM decision WHERE change > (SELECT change FROM library))
                  + (SELECT count(*) FROM feed WHERE change > (SELECT change FROM library))
                  + (SELECT count(*) FROM document WHERE change > (SELECT change FROM library))
                  + (SELECT count(*) FROM correction WHERE change > (SELECT change FROM library))
                  + (SELECT count(*) FROM learning_setting WHERE change > (SELECT change FROM library))
                """),
    ]

    private static func counter(_ name: String, _ count: String) -> Rule {
        Rule(sentence: "the counter of \(name) is wrong", sql: "SELECT \(name) <> (\(count)) FROM library")
    }

    /// The tags and topics that a list shows, against those that there are.
    private func summaries() throws -> [String] {
        var problems: [String] = []
        let articles = try database.all("SELECT id, name, tags, topics FROM article") {
            (id: $0.int64(0), name: $0.text(1), tags: TextList.split($0.optionalText(2)), topics: TextList.split($0.optionalText(3)))
        }
        for article in articles {
            if try tags(of: article.id) != article.tags { problems.append("article \(article.name): tags differ") }
            let topics = article.topics.map { TopicID($0) }
            if try topicRows(of: article.id, isDirect: true) != Set(topics) {
                problems.append("article \(article.name): topics differ")
            }
            if try topicRows(of: article.id, isDirect: nil) != Set(topics).union(topics.flatMap(broader)) {
                problems.append("article \(article.name): broader topics differ")
            }
        }
        return problems
    }

    private func tags(of article: Int64) throws -> [String] {
        let own = try database.all(
            "SELECT name FROM article_tag JOIN tag ON tag.id = article_tag.tag WHERE article = ?", article
        ) { $0.text(0) }
        let inPassages = try database.all(
            """
            SELECT name FROM passage JOIN passage_tag ON passage_tag.passage = passage.id
              JOIN tag ON tag.id = passage_tag.tag WHERE passage.article = ? AND passage.removed = 0
            """, article
        ) { $0.text(0) }
        return Set(own + inPassages).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func topicRows(of article: Int64, isDirect: Bool?) throws -> Set<TopicID> {
        let names = try database.all(
            """
            SELECT name FROM article_topic JOIN topic ON topic.id = article_topic.topic
            WHERE article = ?1 AND (?2 IS NULL OR direct = ?2)
            """, article, isDirect
        ) { TopicID($0.text(0)) }
        return Set(names)
    }

    /// Every article and its links can be read, passages and decisions stand where they say, and lists show the topics that
    /// are left of the links.
    private func contents() throws -> [String] {
        var problems: [String] = []
        let unlisted = try database.unlistedRow()
        let articles = try database.all("SELECT id, name, topics, links FROM article") {
            (id: $0.int64(0), name: $0.text(1), topics: TextList.split($0.optionalText(2)), hasLinks: $0.bool(3))
        }
        for (id, name, topics, hasLinks) in articles {
            do {
                guard let content = try database.articleContent(ArticleID(id)) else { continue }
                let text = Array(content.article.text.utf8)
                for passage in try database.passages(PassageFilter(article: ArticleID(id))) {
                    guard let range = passage.range else { continue }
                    let stands = range.upperBound <= text.count && text[range].elementsEqual(passage.anchor.quote.utf8)
                    if !stands { problems.append("article \(name): a passage stands elsewhere") }
                }
                let decisions = try database.decisions(DecisionFilter(article: ArticleID(id)))
                for decision in decisions where !stands(decision, in: text, blocks: content.article.blockRanges) {
                    problems.append("article \(name): a decision stands elsewhere")
                }
                let shown = DecidedLinks(content.links, decisions: decisions).shown
                if PreparedArticle.topics(of: shown).map(\.rawValue) != topics {
                    problems.append("article \(name): other topics than its links and decisions")
                }
                guard id > unlisted else { continue }
                if try Set(lister.entries(of: shown, cited: content.tagging)) != Set(database.provisionEntries(of: id)) {
                    problems.append("article \(name): other provisions than its links, decisions and citations")
                }
                if hasLinks != content.article.hasLinks { problems.append("article \(name): its links are not noted") }
            } catch is BinaryReader.Damage {
                problems.append("article \(name): its text cannot be read")
            }
        }
        return problems
    }

    /// Every document says what its kind says, written as this program writes it.
    private func documents() throws -> [String] {
        var problems: [String] = []
        for kind in DocumentKind.allCases {
            for document in try database.documents(kind) {
                let draft = document.value.flatMap { try? DocumentDraft(kind, title: document.title, body: $0) }
                if draft?.title != document.title || draft?.body != document.body {
                    problems.append("document \(document.id): its content cannot be read")
                }
            }
        }
        return problems
    }

    /// A decision is on a block, with its text as quote, or on the article as a whole.
    private func stands(_ decision: StoredDecision, in text: [UInt8], blocks: [Range<Int>]) -> Bool {
        guard let range = decision.range else { return true }
        guard !range.isEmpty else { return range.lowerBound == 0 && decision.anchor.quote.isEmpty }
        return range.upperBound <= text.count && blocks.contains(range) && text[range].elementsEqual(decision.anchor.quote.utf8)
    }
}
