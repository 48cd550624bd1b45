import Articles
import GRDB
import Search
import Topics

extension Library {
    /// The blocks that have to do with a provision: those whose shown topics stand for it and those that name it; of articles on
    /// the list, the newest first, each in its order. Reads as many articles as it takes to fill `limit`.
    public func passages(
        linkedTo provision: ProvisionID, limit: Int = 200, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [LinkedPassage] {
        try read { database in
            let reader = LinkedPassageReader(options.provisions)
            var found: [LinkedPassage] = []
            for id in try database.articles(under: provision.article, of: provision.treaty) {
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                guard found.count < limit else { break }
                guard let stored = try database.storedArticle(ArticleID(id)) else { continue }
                found += reader.passages(of: stored, linkedTo: provision)
            }
            return Array(found.prefix(limit))
        }
    }

    /// How many blocks are linked to each provision of a treaty, of its newest `mostArticles` articles. Reads all of these.
    public func linkedPassageCounts(
        of treaty: TreatyID, mostArticles: Int = 5_000, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> LinkedPassageCounts {
        try read { database in
            let reader = LinkedPassageReader(options.provisions)
            let ids = try database.articles(under: "", of: treaty)
            var counts: [String: Int] = [:]
            for id in ids.prefix(mostArticles) {
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                guard let content = try database.articleContent(ArticleID(id)) else { continue }
                let decisions = try database.decisions(DecisionFilter(article: ArticleID(id)))
                let shown = DecidedLinks(content.links, decisions: decisions).shown
                for (provision, places) in reader.places(of: shown, treaty: treaty) { counts[provision, default: 0] += places.count }
            }
            return LinkedPassageCounts(counts: counts, looked: min(ids.count, mostArticles), articles: ids.count)
        }
    }
}

extension Database {
    /// Those on the list that stand under a provision, or under the treaty where the number is empty; the newest first.
    fileprivate func articles(under number: String, of treaty: TreatyID) throws -> [Int64] {
        try all(
            """
            SELECT article FROM article_provision WHERE provision = (SELECT id FROM provision WHERE treaty = ? AND number = ?) AND hidden = 0
            ORDER BY sort_key DESC
            """, treaty.rawValue, number
        ) { $0.int64(0) }
    }
}

/// Tells which blocks of an article are linked to which provisions. For one thread.
final class LinkedPassageReader {
    private let provisions: (TopicID) -> TopicProvisions
    private var known: [TopicID: TopicProvisions] = [:]

    init(_ provisions: @escaping (TopicID) -> TopicProvisions) { self.provisions = provisions }

    /// By the number of each provision of the treaty, the blocks linked to it.
    func places(of links: [TopicLink], treaty: TreatyID) -> [String: Set<Passage>] {
        var places: [String: Set<Passage>] = [:]
        for link in links where link.standing == .probable {
            for provision in own(link.topic).given where provision.treaty == treaty { places[provision.article, default: []].insert(link.passage) }
            for provision in cited(link) where provision.treaty == treaty { places[provision.article, default: []].insert(link.passage) }
        }
        return places
    }

    func passages(of stored: StoredArticle, linkedTo provision: ProvisionID) -> [LinkedPassage] {
        var found: [Passage: (topics: [(TopicID, Double)], isCited: Bool)] = [:]
        for link in stored.links where link.standing == .probable {
            let isCited = cited(link).contains { $0.isSame(as: provision) }
            let isGiven = own(link.topic).given.contains { $0.isSame(as: provision) }
            guard isCited || isGiven else { continue }
            found[link.passage, default: ([], false)].topics.append((link.topic, link.explanation.score))
            if isCited { found[link.passage]?.isCited = true }
        }
        let text = Array(stored.article.text.utf8)
        let places = found.sorted { ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end) }
        guard !places.isEmpty else {
            // The text cites it where no topic is found.
            return [LinkedPassage(row: stored.row, range: 0..<0, text: stored.row.title, topics: [], isCited: true)]
        }
        return places.map { passage, why in
            let range = passage.range.clamped(to: 0..<text.count)
            return LinkedPassage(
                row: stored.row, range: range, text: range.isEmpty ? stored.row.title : String(decoding: text[range], as: UTF8.self),
                topics: why.topics.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }.map(\.0), isCited: why.isCited)
        }
    }

    private func cited(_ link: TopicLink) -> [ProvisionID] {
        let own = own(link.topic)
        guard !own.citations.isEmpty else { return [] }
        return link.explanation.context.compactMap { factor in
            if case .cites(let words) = FactorKind(name: factor.name) { own.citations[words] } else { nil }
        }
    }

    private func own(_ topic: TopicID) -> TopicProvisions {
        if let own = known[topic] { return own }
        let own = provisions(topic)
        known[topic] = own
        return own
    }
}

extension ProvisionID {
    /// The store tells no numbers apart by case.
    fileprivate func isSame(as other: ProvisionID) -> Bool {
        treaty == other.treaty && article.lowercased() == other.article.lowercased()
    }
}
