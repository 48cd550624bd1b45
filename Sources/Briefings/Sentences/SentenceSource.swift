import Articles
import Topics

/// An article whose sentences are chosen from.
public struct SentenceSource: Sendable {
    public var article: Article
    /// The links that are shown of it.
    public var links: [TopicLink]

    public init(article: Article, links: [TopicLink] = []) {
        self.article = article
        self.links = links
    }
}

/// A sentence as it stands in an article: extracted, never written.
public struct KeySentence: Hashable, Sendable {
    /// Whose it is: the number of the source among those that were given.
    public var source: Int
    /// In UTF-8 offsets of the article's canonical text.
    public var range: Range<Int>
    /// What stands there, byte for byte.
    public var text: String
    /// The parts of its score, each in 0…1.
    public var position: Double
    public var evidence: Double
    public var centrality: Double

    public var score: Double { 0.35 * position + 0.25 * evidence + 0.4 * centrality }
}

