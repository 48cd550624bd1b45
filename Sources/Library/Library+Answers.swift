import Articles
import GRDB
import Search
import Text

extension Library {
    /// The passages that answer `query` best, of the articles that do: whole blocks, the best first. Looks into as many of the
    /// best articles as passages are wanted, and a few more.
    public func passages(
        answering query: Query, limit: Int = 20, offset: Int = 0, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> PassageResults {
        let wanted = max(0, limit) + max(0, offset)
        let request = SearchRequest(
            query, order: .relevance, limit: max(2 * wanted, 20), countingTo: 0, recentAt: options.clock())
        return try searching(query, cancellation) { desk in
            let ranking = try desk.withIndex { search in
                PassageRanking(
                    HitFinder(query, languages: desk.languages, analyser: desk.analyser),
                    rarities: try search.rarities(of: query))
            }
            guard let ranking else { return PassageResults(passages: [], missing: desk.missing) }
            var found: [FoundPassage] = []
            for hit in try desk.answer(request).hits {
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                found += try desk.database.passages(of: hit.article, ranking)
            }
            let order = found.indices.sorted { (-found[$0].score, $0) < (-found[$1].score, $1) }
            return PassageResults(
                passages: order.dropFirst(max(0, offset)).prefix(max(0, limit)).map { found[$0] }, missing: desk.missing)
        }
    }

    /// What each word and condition of `query` finds by itself, those in the trash and gone ones too; counted exactly up to
    /// `bound`.
    public func partCounts(
        of query: Query, upTo bound: Int = 10_000, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [PartCount] {
        try searching(query, cancellation, usesIndex: true) { desk in
            try desk.withIndex { try $0.partCounts(of: query, upTo: bound, cancellation: cancellation) } ?? []
        }
    }

    /// The query with words that stand in no article changed to the nearest that do; nothing where that finds nothing either.
    /// For «did you mean».
    public func suggestion(
        for query: Query, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> Query? {
        try searching(query, cancellation) { desk in
            try desk.withIndex { try $0.suggestion(for: query, cancellation: cancellation) } ?? nil
        }
    }

    /// At most `limit` words of the library that begin with the last word of `beginning`, the most frequent first: for
    /// completion.
    public func words(beginningWith beginning: String, in field: TextField? = nil, limit: Int = 20) throws -> [IndexedWord] {
        try searching(.all, SearchCancellation(), usesIndex: true) { desk in
            desk.withIndex { $0.words(beginningWith: beginning, in: field, limit: limit) } ?? []
        }
    }

    /// The words that tell `text`, a passage or an article of `language`, best from all others of the library, and the query
    /// that finds more of the kind. Linear in the text.
    public func likeness(of text: String, language: String?, limit: Int = 16) throws -> Likeness? {
        try searching(.all, SearchCancellation(), usesIndex: true) { desk in
            desk.withIndex { $0.likeness(of: text, language: WordAnalyser.language(tag: language), limit: limit) }
        }
    }
}

extension Database {
    /// The best blocks of an article.
    fileprivate func passages(of article: Int64, _ ranking: PassageRanking) throws -> [FoundPassage] {
        guard let content = try articleContent(ArticleID(article)) else { return [] }
        let row = try first("SELECT \(ArticleRow.columns) FROM article a WHERE a.id = ?", article) { ArticleRow($0) }
        guard let row else { return [] }
        let text = try searchedText(of: article)
        let best = ranking.best(
            of: content.article.blockRanges.filter { !$0.isEmpty }, in: text,
            language: WordAnalyser.language(tag: content.article.language))
        let bytes = Array(text.utf8)
        return best.map { answer in
            FoundPassage(
                row: row, range: answer.range, text: String(decoding: bytes[answer.range], as: UTF8.self),
                score: answer.score,
                hits: answer.hits.map { ($0.lowerBound - answer.range.lowerBound)..<($0.upperBound - answer.range.lowerBound) })
        }
    }
}
