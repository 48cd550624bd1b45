import Articles
import Search

/// Where the words of a query stand in an article.
public struct HitPlaces: Hashable, Sendable {
    /// UTF-8 ranges of the canonical text, ordered and apart.
    public var hits: [Range<Int>]
    /// The block that answers best, as a UTF-8 range of the canonical text; nothing where none holds a word of the query.
    public var best: Range<Int>?

    public init(hits: [Range<Int>], best: Range<Int>? = nil) {
        self.hits = hits
        self.best = best
    }
}

extension Library {
    /// Where the words of `query` stand in an article of this library, and which of its blocks answers best, as
    /// ``passages(answering:limit:offset:cancellation:)`` ranks them. What no search finds, advertising, has no hits. Linear in
    /// the text.
    public func places(
        of query: Query, in article: Article, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> HitPlaces {
        guard query.holdsText else { return HitPlaces(hits: []) }
        return try searching(query, cancellation) { desk in
            let finder = HitFinder(query, languages: desk.languages, analyser: desk.analyser)
            let language = WordAnalyser.language(tag: article.language)
            let text = UnsearchedRanges(article).blanked(in: article.text)
            let rarities = try desk.withIndex { try $0.rarities(of: query) } ?? []
            let blocks = article.blockRanges.filter { !$0.isEmpty }
            // All of them, so that the text is looked through once: an article may be one endless line.
            let answers = PassageRanking(finder, rarities: rarities)
                .best(of: blocks, in: text, language: language, count: blocks.count)
            let inOrder = answers.sorted { $0.range.lowerBound < $1.range.lowerBound }
            return HitPlaces(hits: inOrder.flatMap(\.hits), best: answers.first?.range)
        }
    }

    /// The languages of the articles, as BCP 47 tags, with how many articles are in each; the most frequent first. Costs a row
    /// for each.
    public func languages() throws -> [LanguageCount] {
        try read { database in
            try database.all("SELECT code, articles FROM language WHERE articles > 0 ORDER BY articles DESC, code") {
                LanguageCount(code: $0.text(0), articles: $0.integer(1))
            }
        }
    }
}

/// How many articles are in a language.
public struct LanguageCount: Hashable, Sendable {
    /// A BCP 47 tag.
    public var code: String
    public var articles: Int

    public init(code: String, articles: Int) {
        self.code = code
        self.articles = articles
    }
}
