import Articles
import Library
import Search
import Text
import Topics

/// Where briefings are made of what a library holds. Reads on whatever thread calls it; each call makes its own readers.
public struct BriefingDesk: Sendable {
    /// The most articles that are put together at once.
    public static let mostArticles = 1_000
    /// The most articles whose stories are told in one briefing.
    public static let mostTold = 200

    let library: Library
    public let vocabulary: Vocabulary

    public init(_ library: Library, vocabulary: Vocabulary) {
        self.library = library
        self.vocabulary = vocabulary
    }

    // MARK: Stories

    /// The stories that articles tell, each the places of its articles, the one that it is told from first. Reads the articles'
    /// texts. Throws `SearchCancelled`.
    func stories(of articles: [StoredArticle], _ cancellation: SearchCancellation) throws -> [[Int]] {
        var grouper = StoryGrouper()
        for stored in articles {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            grouper.add(
                StoryText(
                    title: stored.article.title, text: stored.article.text, language: stored.article.language,
                    day: Int(stored.row.sortDate.timestamp / 86_400), topics: stored.row.topics))
        }
        guard let groups = grouper.groups(isCancelled: { cancellation.isCancelled }) else { throw SearchCancelled() }
        return groups.map { group in
            // The longest tells most; of equal ones the first that was given.
            let head = group.max { (articles[$0].row.wordCount, $1) < (articles[$1].row.wordCount, $0) } ?? group[0]
            return [head] + group.filter { $0 != head }
        }
    }

    func articles(_ ids: [ArticleID], _ cancellation: SearchCancellation) throws -> [StoredArticle] {
        try ids.compactMap { id in
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            return try? library.article(id)
        }
    }

    // MARK: Sources

    func source(of stored: StoredArticle) throws -> BriefingSource {
        let identity = try library.source(of: stored.id)?.identity ?? stored.article.identity.hexadecimal
        return BriefingSource(stored.article, identity: identity)
    }

    /// The place of the block at `offset` among those with text, from 1.
    static func paragraph(at offset: Int, in article: Article) -> Int? {
        guard let block = article.block(at: offset) else { return nil }
        return article.blocks[...block].count { !$0.text.isEmpty }
    }

    static func quote(_ range: Range<Int>, in article: Article, _ source: BriefingSource, note: String? = nil) -> Briefing.Quote {
        let anchor = Anchor(range, in: article.text)
        return Briefing.Quote(source: source, anchor: anchor, paragraph: paragraph(at: anchor.start, in: article), note: note)
    }
}
