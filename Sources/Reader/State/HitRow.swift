import Library
import Search

/// A search result as its list shows it.
public struct HitRow: Hashable, Sendable, Identifiable {
    public var article: ArticleRow
    /// UTF-8 ranges in the title.
    public var titleHits: [Range<Int>]
    /// Of the canonical text.
    public var snippets: [Snippet]

    public var id: ArticleID { article.id }

    public init(article: ArticleRow, titleHits: [Range<Int>] = [], snippets: [Snippet]) {
        self.article = article
        self.titleHits = titleHits
        self.snippets = snippets
    }
}

/// What a search came to.
public struct Findings: Hashable, Sendable {
    public var query: String
    /// The first results.
    public var first: [HitRow]
    public var count: HitCount
    /// How the query was read, where that is not plain: a sentence each.
    public var notes: [String]

    public init(query: String, first: [HitRow] = [], count: HitCount = .exactly(0), notes: [String] = []) {
        self.query = query
        self.first = first
        self.count = count
        self.notes = notes
    }
}
