import Articles
import Topics

/// An article with all that the library knows of it: what the reading view shows.
public struct StoredArticle: Hashable, Sendable, Identifiable {
    public var row: ArticleRow
    public var article: Article
    /// What is shown of its topics: what the engine found and the user did not reject, and what the user accepted. Ordered by
    /// passage, then by score, the highest first.
    public var links: [TopicLink]
    /// The engine's links that the user rejected, in the same order.
    public var rejected: [TopicLink]
    /// What the user decided in it, ordered by place; orphaned ones last.
    public var decisions: [StoredDecision]
    /// What the user made in it, ordered by place; orphaned ones last.
    public var passages: [StoredPassage]
    /// The UTF-8 offset in the canonical text at which reading stopped.
    public var place: Int

    public var id: ArticleID { row.id }

    public init(
        row: ArticleRow, article: Article, links: [TopicLink], rejected: [TopicLink] = [],
        decisions: [StoredDecision] = [], passages: [StoredPassage], place: Int
    ) {
        self.row = row
        self.article = article
        self.links = links
        self.rejected = rejected
        self.decisions = decisions
        self.passages = passages
        self.place = place
    }
}
