import Search

/// What a search found.
public struct SearchResults: Hashable, Sendable {
    public var articles: [FoundArticle]
    /// Nothing where it was not asked for.
    public var count: HitCount?
    /// How many articles were not searched, since the index is being made; 0 as a rule.
    public var missing: Int

    public init(articles: [FoundArticle], count: HitCount?, missing: Int = 0) {
        self.articles = articles
        self.count = count
        self.missing = missing
    }

    /// That the answer is not the whole one; nothing where it is.
    public var remark: String? {
        missing > 0 ? "\(missing) article\(missing == 1 ? "" : "s") not searched: the search index is being made" : nil
    }
}

/// An article that matches a query, and why.
public struct FoundArticle: Hashable, Sendable, Identifiable {
    public var row: ArticleRow
    /// The higher the better; 0 where hits are ordered by date.
    public var score: Double
    /// From the article's canonical text; empty where the query's words stand only in its head, or it has none.
    public var snippets: [Snippet]

    public var id: ArticleID { row.id }

    public init(row: ArticleRow, score: Double, snippets: [Snippet]) {
        self.row = row
        self.score = score
        self.snippets = snippets
    }
}
