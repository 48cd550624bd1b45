import Articles
import Topics

/// A decision of the user's, where it stands now.
public struct StoredDecision: Hashable, Sendable, Identifiable {
    /// A UUID in lower case, the same in every copy of the library.
    public var id: String
    public var article: ArticleID
    public var articleTitle: String
    /// By which the block is found again; its quote is the block's text, empty for the article as a whole.
    public var anchor: Anchor
    /// The range of the block in the article's text now; empty at 0 for the article as a whole, nothing when it is orphaned.
    public var range: Range<Int>?
    /// Of the vocabulary, or one that it no longer has.
    public var topic: TopicID
    public var verdict: Verdict
    public var created: ArticleDate

    public init(
        id: String, article: ArticleID, articleTitle: String, anchor: Anchor, range: Range<Int>?, topic: TopicID,
        verdict: Verdict, created: ArticleDate
    ) {
        self.id = id
        self.article = article
        self.articleTitle = articleTitle
        self.anchor = anchor
        self.range = range
        self.topic = topic
        self.verdict = verdict
        self.created = created
    }

    public var passage: Passage? { range.map { Passage($0) } }
}
