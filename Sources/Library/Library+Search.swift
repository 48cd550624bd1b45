import Articles
import GRDB
import Search

extension Library {
    /// Articles that match, with the sentences that show why. A newer search ends an older one by its `cancellation`; the
    /// older then throws `SearchCancelled`. `countingTo: 0` leaves the hits uncounted. Ranked by relevance, of two articles
    /// that answer about equally well the newer comes first.
    public func search(
        _ query: Query, order: SearchRequest.Order = .newest, limit: Int = 50, offset: Int = 0, countingTo: Int = 10_000,
        snippets: Int = 2, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> SearchResults {
        let request = SearchRequest(
            query, order: order, limit: limit, offset: offset, countingTo: countingTo, recentAt: options.clock())
        return try searching(query, cancellation) { desk in
            let answer = try desk.answer(request)
            let finder = HitFinder(query, languages: desk.languages, analyser: desk.analyser)
            let articles = try answer.hits.compactMap { hit in
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                return try Self.found(hit, finder: finder, snippets: snippets, in: desk.database)
            }
            return SearchResults(articles: articles, count: answer.count, missing: desk.missing)
        }
    }

    private static func found(
        _ hit: SearchHit, finder: HitFinder, snippets: Int, in database: Database
    ) throws -> FoundArticle? {
        let row = try database.first(
            "SELECT \(ArticleRow.columns), a.language FROM article a WHERE a.id = ?", hit.article
        ) { (row: ArticleRow($0), language: $0.optionalText(ArticleRow.nextColumn)) }
        guard let row else { return nil }
        guard !finder.isEmpty, snippets > 0 else { return FoundArticle(row: row.row, score: hit.score, snippets: []) }
        let text = try database.searchedText(of: hit.article)
        let pieces = Snippets.of(
            text, finder: finder, language: WordAnalyser.language(tag: row.language), count: snippets)
        return FoundArticle(row: row.row, score: hit.score, snippets: pieces)
    }

    /// How many articles match, counted exactly up to `bound`.
    public func count(
        of query: Query, upTo bound: Int = 10_000, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> HitCount {
        try searching(query, cancellation) { try $0.count(upTo: max(bound, 1)) }
    }

    /// Where the words of `query` stand in the canonical text of an article of this library, as UTF-8 ranges; what no
    /// search finds, advertising, has none. Linear in the text.
    public func hits(of query: Query, in article: Article) throws -> [Range<Int>] {
        let hits = try hitFinder(query).hits(in: article.text, language: WordAnalyser.language(tag: article.language))
        let unsearched = UnsearchedRanges(article)
        return hits.filter { !unsearched.overlap($0) }
    }

    /// What marks the words of `query` where they stand in texts of this library. For one thread.
    func hitFinder(_ query: Query) throws -> HitFinder {
        try read { HitFinder(query, languages: try QueryCompiler.languages(in: $0)) }
    }
}

extension Database {
    /// The canonical text of an article, with blanks for what no search is to find; empty where it has none.
    func searchedText(of article: Int64) throws -> String {
        try first("SELECT text, unsearched FROM article_content WHERE article = ?", article) {
            UnsearchedRanges(encoded: $0.optionalText(1) ?? "").blanked(in: $0.text(0))
        } ?? ""
    }
}
