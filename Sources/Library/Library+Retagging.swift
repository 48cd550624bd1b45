import Articles
import GRDB
import Topics

extension Library {
    /// The articles whose links do not come from `version` of the tagger, those in the trash and gone ones too. Costs the
    /// reading of an index where there are none.
    public func articles(notTaggedBy version: Int) throws -> [ArticleID] {
        try read { database in
            try database.all("SELECT id FROM article WHERE tagger < ?1 OR tagger > ?1", version) { ArticleID($0.int64(0)) }
        }
    }

    /// Has the articles that `old` tagged count as tagged by `new`, but for those that hold any of `words`, given in lower
    /// case: for where the two tag no other articles differently. Linear in the length of the texts, much faster than tagging.
    public func keepTags(of old: Int, as new: Int, without words: [String]) throws {
        let texts = ["c.text", "a.title", "coalesce(a.deck, '')", "coalesce(a.kickers, '')"]
        let conditions = words.enumerated().flatMap { index, _ in texts.map { "instr(lower(\($0)), ?\(index + 3)) > 0" } }
        let isFound = conditions.isEmpty ? "0" : conditions.joined(separator: " OR ")
        try write(isDurable: false) { database in
            try database.each(
                """
                UPDATE article SET tagger = ?2 WHERE tagger = ?1 AND id NOT IN (
                  SELECT a.id FROM article a JOIN article_content c ON c.article = a.id WHERE a.tagger = ?1 AND (\(isFound)))
                """, [old, new] + words) { _ in }
        }
    }

    /// What `tagger` makes of articles, to be written by ``apply(_:)``. Holds up no writer; may be called from several threads
    /// at once, each with a tagger of its own.
    public func retagged(_ ids: [ArticleID], version: Int, tagger: (Article) -> Tagging) throws -> Retagged {
        let lister = ProvisionLister(options.provisions)
        let found = try read { database in
            try ids.compactMap { id -> Retagged.Source? in
                let row = try database.first("SELECT digest, topics FROM article WHERE id = ?", id.rawValue) {
                    (digest: $0.text(0), topics: TextList.split($0.optionalText(1)).map { TopicID($0) })
                }
                guard let row else { return nil }
                let isListed = try database.lists(id, under: row.topics, broader: options.broaderTopics)
                let decisions = try database.decisions(DecisionFilter(article: id))
                let entries = Set(try database.provisionEntries(of: id.rawValue))
                return try database.content(id) { article, links, text in
                    let tagging = try LinkCoding.tagging(from: links, text: text)
                    let shown = DecidedLinks(tagging.links, decisions: decisions).shown
                    return Retagged.Source(
                        id: id.rawValue, digest: row.digest, article: article, links: Array(links),
                        isListed: isListed && Set(lister.entries(of: shown, cited: tagging)) == entries)
                }
            }
        }
        return Retagged(version: version, articles: found.map { Retagged.Entry($0, tagger($0.article)) })
    }

    /// Writes new links and citations, and lists the articles under their topics as decisions leave them. Articles that were read again
    /// meanwhile are left as they are. How many were tagged, and how many of them have others than before.
    @discardableResult
    public func apply(_ retagged: Retagged) throws -> RetagReport {
        let changed = retagged.articles.filter { $0.isChanged }
        guard !changed.isEmpty else {
            return RetagReport(tagged: try write(isDurable: false) { try $0.mark(retagged) }, changed: 0)
        }
        return try change(isDurable: false) { transaction in
            let current = try changed.filter { try transaction.database.digest(of: $0.id) == $0.digest }
            for entry in current {
                try transaction.setLinks(entry.bytes, tagger: retagged.version, of: entry.id) { entry.tagging }
            }
            return RetagReport(tagged: try transaction.database.mark(retagged), changed: current.count)
        }
    }
}

/// Articles with new links, not written yet.
public struct Retagged: Sendable {
    struct Source {
        var id: Int64
        var digest: String
        var article: Article
        var links: [UInt8]
        /// Whether it stands under its topics, all above them and their provisions, as the vocabulary has these now.
        var isListed: Bool
    }

    struct Entry: Sendable {
        var id: Int64
        /// Of what was tagged.
        var digest: String
        var tagging: Tagging
        var bytes: [UInt8]
        /// Whether there is more to write than who tagged it.
        var isChanged: Bool

        /// The engine's links; what a person says is kept apart from them.
        init(_ source: Source, _ tagging: Tagging) {
            id = source.id
            digest = source.digest
            self.tagging = Tagging(tagging.links.filter { $0.origin != .user }, citations: tagging.citations)
            bytes = LinkCoding.bytes(of: self.tagging, text: source.article.text)
            isChanged = bytes != source.links || !source.isListed
        }
    }

    let version: Int
    let articles: [Entry]
}

/// What tagging anew did.
public struct RetagReport: Hashable, Sendable {
    public var tagged: Int
    /// Of those, the ones with other links or citations than before, or other topics above them.
    public var changed: Int

    public init(tagged: Int = 0, changed: Int = 0) {
        self.tagged = tagged
        self.changed = changed
    }

    public static func += (left: inout RetagReport, right: RetagReport) {
        left.tagged += right.tagged
        left.changed += right.changed
    }
}

extension Database {
    fileprivate func lists(_ article: ArticleID, under topics: [TopicID], broader: (TopicID) -> [TopicID]) throws -> Bool {
        let rows = try all(
            "SELECT name FROM article_topic JOIN topic ON topic.id = article_topic.topic WHERE article = ?", article.rawValue
        ) { TopicID($0.text(0)) }
        return Set(rows) == Set(topics).union(topics.flatMap(broader))
    }

    fileprivate func digest(of article: Int64) throws -> String? {
        try first("SELECT digest FROM article WHERE id = ?", article) { $0.text(0) }
    }

    /// Notes who tagged the articles. How many there were.
    fileprivate func mark(_ retagged: Retagged) throws -> Int {
        var count = 0
        for entry in retagged.articles {
            try run("UPDATE article SET tagger = ? WHERE id = ? AND digest = ?", retagged.version, entry.id, entry.digest)
            count += changesCount
        }
        return count
    }
}
