import Articles
import Text
import Topics

/// An article in the shape of its columns. Made before a transaction begins, so that other writers wait for the disk alone.
struct PreparedArticle {
    private(set) var incoming: IncomingArticle
    let text: String
    let unsearched: String?
    let layout: [UInt8]
    let links: [UInt8]
    /// The topics of the links, the strongest first.
    let topics: [TopicID]
    let identity: String
    /// Of all that was read: equal digests, equal articles.
    let digest: String
    private(set) var titleKey: String
    let wordCount: Int

    var article: Article { incoming.article }

    init(_ incoming: IncomingArticle) {
        let article = incoming.article
        self.incoming = incoming
        text = article.text
        unsearched = UnsearchedRanges(article).encoded
        layout = BlockCoding.layout(of: article.blocks)
        links = LinkCoding.bytes(of: incoming.tagging, text: text)
        topics = Self.topics(of: incoming.links)
        identity = article.identity.hexadecimal
        digest = Self.digest(of: article, layout: layout, text: text)
        titleKey = TitleKey.of(article.title)
        wordCount = article.wordCount
    }

    /// Says what a person says it should; identity and digest stay those of what was read.
    mutating func take(_ correction: ArticleCorrection) {
        switch correction {
        case .title(let title):
            incoming.article.title = title
            titleKey = TitleKey.of(title)
        case .date(let date): incoming.article.published = date
        case .bylines(let names): incoming.article.bylines = names
        }
    }

    private static func digest(of article: Article, layout: [UInt8], text: String) -> String {
        var writer = BinaryWriter()
        writer.append(article.title)
        for optional in [
            article.id, article.deck, article.publisher, article.published?.description, article.updated?.description,
            article.language, article.url,
        ] {
            writer.append(optional: optional)
        }
        for list in [article.kickers, article.bylines, article.tags] {
            writer.append(list.count)
            for text in list { writer.append(text) }
        }
        writer.append(text)
        let bytes = writer.bytes + layout
        return bytes.withUnsafeBytes { ContentHash(of: $0).hexadecimal }
    }

    /// What many passages are about comes before what one names in passing: a topic is as strong as the sum of its
    /// links' probabilities, that is, the number of passages to be expected about it. What a person accepted is
    /// certain.
    static func topics(of links: [TopicLink]) -> [TopicID] {
        var strengths: [TopicID: Double] = [:]
        for link in links { strengths[link.topic, default: 0] += link.origin == .user ? 1 : link.explanation.probability }
        return strengths.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    }

    /// The date that the article is ordered by; `fileDate` is that of its file.
    func timestamp(fileDate: ArticleDate) -> Int64 { (article.published ?? fileDate).timestamp }
}
