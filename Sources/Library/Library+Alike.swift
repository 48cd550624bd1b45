import Articles
import GRDB
import Search
import Text
import Topics

/// Articles that are like another one, or like a passage of it.
public struct SimilarArticles: Hashable, Sendable {
    /// The words that were looked for, the most telling first.
    public var terms: [Likeness.Term]
    /// Any of these words.
    public var query: Query
    /// The topics that raise an article that shares them, the strongest first.
    public var topics: [TopicID]
    /// The nearest first, without the article itself.
    public var articles: [FoundArticle]
    /// How many articles were not searched, since the index is being made; 0 as a rule.
    public var missing: Int

    public init(
        terms: [Likeness.Term], query: Query, topics: [TopicID], articles: [FoundArticle], missing: Int = 0
    ) {
        self.terms = terms
        self.query = query
        self.topics = topics
        self.articles = articles
        self.missing = missing
    }
}

extension Library {
    /// How many articles with the same words are looked at for each one that is given: what shares the topics as well may
    /// stand some way down.
    private static let candidates = 4
    /// How much an article that shares all topics is raised: by half of what its words are worth.
    private static let lift = 0.5
    /// The most topics that are compared.
    private static let mostTopics = 8

    /// The articles that are most like an article, or like `passage`, a UTF-8 range of its canonical text: by its most telling
    /// words, and raised by the share of its topics that they have. Linear in the length of the text; looks at four articles for
    /// each one that is given. Throws ``LibraryError/unknownArticle(_:)``, and `SearchCancelled`.
    public func articles(
        like id: ArticleID, passage: Range<Int>? = nil, limit: Int = 50, snippets: Int = 2,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> SimilarArticles {
        let stored = try article(id)
        return try searching(.all, cancellation, usesIndex: true) { desk in
            let text = stored.searchedText(in: passage)
            let language = WordAnalyser.language(tag: stored.article.language)
            let likeness = desk.withIndex { $0.likeness(of: text, language: language) }
            let topics = Array(stored.topics(in: passage).prefix(Self.mostTopics))
            var similar = SimilarArticles(
                terms: likeness?.terms ?? [], query: likeness?.query ?? .all, topics: topics, articles: [],
                missing: desk.missing)
            guard let query = similar.question(without: stored.row.name) else { return similar }
            let request = SearchRequest(query, order: .relevance, limit: Self.candidates * max(0, limit), countingTo: 0)
            let found = try desk.answer(request).hits.compactMap { hit -> FoundArticle? in
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                return try desk.row(of: hit)
            }
            let finder = HitFinder(similar.query, languages: desk.languages, analyser: desk.analyser)
            similar.articles = try found.raised(by: topics, lift: Self.lift).prefix(max(0, limit)).map { article in
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                var article = article
                article.snippets = try desk.snippets(of: article.id, finder: finder, count: snippets)
                return article
            }
            return similar
        }
    }
}

extension SimilarArticles {
    /// What finds such articles, but not the one of that name; nothing where the text has no telling word and no topic.
    fileprivate func question(without name: String) -> Query? {
        guard !terms.isEmpty || !topics.isEmpty else { return nil }
        let wanted = terms.isEmpty ? Query.or(topics.map { .topic(TopicQuery($0.rawValue)) }).normalised : query
        return .and([wanted, .not(.id(name))])
    }
}

extension StoredArticle {
    /// The words that are compared: of the passage, or the title and all that searches find.
    fileprivate func searchedText(in passage: Range<Int>?) -> String {
        let text = UnsearchedRanges(article).blanked(in: article.text)
        guard let passage else { return article.title + "\n\n" + text }
        let bytes = Array(text.utf8)
        return String(decoding: bytes[passage.clamped(to: bytes.startIndex..<bytes.endIndex)], as: UTF8.self)
    }

    /// The topics of the passage, or of the article; the strongest first.
    fileprivate func topics(in passage: Range<Int>?) -> [TopicID] {
        guard let passage else { return row.topics }
        var seen: Set<TopicID> = []
        return links.filter { $0.standing == .probable && $0.passage.range.overlaps(passage) }.map(\.topic)
            .filter { seen.insert($0).inserted }
    }
}

extension [FoundArticle] {
    /// Ordered by their scores, each raised by up to `lift` of itself for the share of `topics` that the article has.
    fileprivate func raised(by topics: [TopicID], lift: Double) -> [FoundArticle] {
        let wanted = Set(topics)
        let raised = map { article in
            var article = article
            let shared = wanted.intersection(article.row.topics).count
            article.score *= 1 + lift * Double(shared) / Double(Swift.max(1, wanted.count))
            return article
        }
        return raised.indices.sorted { (-raised[$0].score, $0) < (-raised[$1].score, $1) }.map { raised[$0] }
    }
}

extension SearchDesk {
    /// The row of a hit; nothing where it went meanwhile.
    fileprivate func row(of hit: SearchHit) throws -> FoundArticle? {
        try database.first("SELECT \(ArticleRow.columns) FROM article a WHERE a.id = ?", hit.article) { ArticleRow($0) }
            .map { FoundArticle(row: $0, score: hit.score, snippets: []) }
    }

    fileprivate func snippets(of id: ArticleID, finder: HitFinder, count: Int) throws -> [Snippet] {
        guard !finder.isEmpty, count > 0 else { return [] }
        let tag = try database.first("SELECT language FROM article WHERE id = ?", id.rawValue) { $0.optionalText(0) } ?? nil
        return Snippets.of(
            try database.searchedText(of: id.rawValue), finder: finder, language: WordAnalyser.language(tag: tag), count: count)
    }
}
