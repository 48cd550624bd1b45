import Articles
import Library

/// What a note, a highlight or a tag is put on: words of an article, or a passage that there is already.
public struct MarkTarget: Hashable, Sendable {
    public var article: ArticleID
    /// In UTF-8 offsets of the article's canonical text; nothing where the passage lost its place.
    public var range: Range<Int>?
    /// The passage that is changed, by its identity; nothing where one of exactly this range is to be found or made.
    public var passage: String?
    /// The words, as a prompt shows them.
    public var words: String
    /// Whether it has a note already.
    public var hasNote: Bool

    public init(article: ArticleID, range: Range<Int>?, passage: String? = nil, words: String, hasNote: Bool = false) {
        self.article = article
        self.range = range
        self.passage = passage
        self.words = words
        self.hasNote = hasNote
    }

    public init(_ passage: StoredPassage) {
        self.init(
            article: passage.article, range: passage.range, passage: passage.id, words: passage.anchor.quote,
            hasNote: passage.note != nil)
    }
}
