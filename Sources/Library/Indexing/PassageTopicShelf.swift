import Articles
import GRDB
import Search
import Synchronization
import Topics

/// The topics of passages in memory: those that are shown of the blocks that each stands in, as the passage's own panel has
/// them. Follows the library by its change number, as ``PassageShelf`` does.
final class PassageTopicShelf: Sendable {
    private struct Entry {
        var number: Int64
        /// Of its topics, among all lists: many passages share theirs.
        var list: Int32
    }

    /// Touched by none but the holder of the lock.
    private final class Shelf: @unchecked Sendable {
        /// Up to which transaction it is complete; nothing was read before 0.
        var change: Int64 = -1
        /// By their numbers.
        var entries: [Entry] = []
        var lists: [[TopicID]] = []
        var places: [[TopicID]: Int32] = [:]
    }

    private let lock = Mutex(())
    private let shelf = Shelf()

    /// The numbers of the passages about a topic that `matches`, in order, at the state of `database`, whose change number is
    /// `change`. Costs the articles with passages that changed since the last time, at first all of them, and a look at each passage.
    func passages(in database: Database, at change: Int64, matching matches: (TopicID) -> Bool) throws -> [Int64] {
        let found = try lock.withLock { _ -> [Int64]? in
            // An older state than the one that others look at.
            guard shelf.change <= change else { return nil }
            try Self.follow(shelf, to: change, in: database)
            return Self.numbers(shelf, matches)
        }
        if let found { return found }
        let own = Shelf()
        try Self.follow(own, to: change, in: database)
        return Self.numbers(own, matches)
    }

    private static func numbers(_ shelf: Shelf, _ matches: (TopicID) -> Bool) -> [Int64] {
        var known: [TopicID: Bool] = [:]
        let isWanted = shelf.lists.map { list in
            list.contains { topic in
                if let answer = known[topic] { return answer }
                let answer = matches(topic)
                known[topic] = answer
                return answer
            }
        }
        return shelf.entries.lazy.filter { isWanted[Int($0.list)] }.map(\.number)
    }

    // MARK: Following

    private struct Place {
        var number: Int64
        var article: Int64
        /// Nothing where it was removed, or its words are gone.
        var range: Range<Int>?
    }

    private static func follow(_ shelf: Shelf, to change: Int64, in database: Database) throws {
        guard shelf.change < change else { return }
        let places = try changed(since: shelf.change, in: database)
        var fresh: [Entry] = []
        var links: (article: Int64, links: [TopicLink])?
        for place in places {
            guard let range = place.range else { continue }
            let own = links?.article == place.article ? links?.links ?? [] : try database.shownLinks(of: place.article)
            links = (place.article, own)
            fresh.append(Entry(number: place.number, list: self.list(of: topics(of: own, at: range), shelf)))
        }
        let renewed = Set(places.lazy.map(\.number))
        if !renewed.isEmpty {
            shelf.entries.removeAll { renewed.contains($0.number) }
            shelf.entries += fresh
            shelf.entries.sort { $0.number < $1.number }
        }
        shelf.change = change
    }

    /// Passages that changed themselves, and those of articles that did; article by article.
    private static func changed(since change: Int64, in database: Database) throws -> [Place] {
        // At first, only what there is; then, what was taken away too.
        let later = """
            p.id IN (SELECT id FROM passage WHERE change > ?1
              UNION SELECT q.id FROM article a JOIN passage q ON q.article = a.id WHERE a.change > ?1)
            """
        let condition = change < 0 ? "p.removed = 0" : later
        var places: [Place] = []
        try database.each(
            """
            SELECT p.id, p.article, p.start, p."end", p.removed FROM passage p WHERE \(condition) ORDER BY p.article
            """, change < 0 ? [] : [change]
        ) { places.append(Place(number: $0.int64(0), article: $0.int64(1), range: $0.bool(4) ? nil : $0.range(from: 2))) }
        return places
    }

    private static func topics(of links: [TopicLink], at range: Range<Int>) -> [TopicID] {
        var topics: Set<TopicID> = []
        for link in links where !link.passage.range.isEmpty && link.passage.range.overlaps(range) { topics.insert(link.topic) }
        return topics.sorted()
    }

    private static func list(of topics: [TopicID], _ shelf: Shelf) -> Int32 {
        if let place = shelf.places[topics] { return place }
        let place = Int32(shelf.lists.count)
        shelf.lists.append(topics)
        shelf.places[topics] = place
        return place
    }
}

extension Database {
    /// The links that stand, as decisions leave them.
    fileprivate func shownLinks(of article: Int64) throws -> [TopicLink] {
        let links = try first("SELECT links, text FROM article_content WHERE article = ?", article) { columns in
            try LinkCoding.tagging(from: columns.bytes(0), text: columns.bytes(1)).links
        }
        let decisions = try decisions(DecisionFilter(article: ArticleID(article)))
        return DecidedLinks(links ?? [], decisions: decisions).shown.filter { $0.standing == .probable }
    }
}

extension TopicQuery {
    /// Whether a passage about `topic` is asked for; `broader` tells the topics above it.
    func matches(_ topic: TopicID, broader: (TopicID) -> [TopicID]) -> Bool {
        names(topic) || (!isExact && broader(topic).contains(where: names))
    }

    private func names(_ topic: TopicID) -> Bool {
        isPrefix ? topic.rawValue.utf8.starts(with: self.topic.utf8) : topic.rawValue == self.topic
    }
}
