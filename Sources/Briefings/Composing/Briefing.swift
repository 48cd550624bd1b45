import Articles
import Topics

/// What a person put together: passages and articles in their order, with headings and comments. Remembers where everything came
/// from, so that it can be read and cited when the articles are gone.
public struct Briefing: Hashable, Sendable {
    /// The most items, and bytes of a title, a comment or a text.
    public static let (mostItems, longestText) = (1_000, 20_000)

    public var title: String
    /// Said before everything else.
    public var introduction: String?
    /// The search that it is refreshed from, in the query language.
    public var query: String?
    public internal(set) var items: [Item]
    /// Treaties whose maps are appended.
    public var appendices: [Appendix]
    /// The identities of articles that its search has offered, those that were dropped too: they do not come back. Sorted.
    public internal(set) var known: [String]

    public init(title: String, query: String? = nil, items: [Item] = [], appendices: [Appendix] = []) {
        self.init(title: title, introduction: nil, query: query, items: [], appendices: appendices, known: [])
        add(items.map(\.content))
    }

    init(title: String, introduction: String?, query: String?, items: [Item], appendices: [Appendix], known: [String]) {
        self.title = title
        self.introduction = introduction
        self.query = query
        self.items = items
        self.appendices = appendices
        self.known = known
    }

    /// A line of the outline.
    public struct Item: Hashable, Sendable, Identifiable {
        /// Stays while the item is moved and edited.
        public var id: Int
        public var content: Content
        /// What the person calls it; nothing for its own title.
        public var title: String?
        /// What the person says of it.
        public var comment: String?

        public init(id: Int = 0, content: Content, title: String? = nil, comment: String? = nil) {
            self.id = id
            self.content = content
            self.title = title
            self.comment = comment
        }
    }

    public enum Content: Hashable, Sendable {
        case heading(String)
        /// A paragraph of the person's own.
        case text(String)
        case quote(Quote)
        case story(Story)
    }

    /// A passage, verbatim.
    public struct Quote: Hashable, Sendable {
        public var source: BriefingSource
        public var anchor: Anchor
        /// The place of its block among those with text, from 1; nothing where nobody knows.
        public var paragraph: Int?
        /// The person's note on the passage.
        public var note: String?

        public init(source: BriefingSource, anchor: Anchor, paragraph: Int? = nil, note: String? = nil) {
            self.source = source
            self.anchor = anchor
            self.paragraph = paragraph
            self.note = note
        }
    }

    /// An article with its key sentences, and others that tell the same.
    public struct Story: Hashable, Sendable {
        public var source: BriefingSource
        public var sentences: [Quote]
        public var others: [BriefingSource]

        public init(source: BriefingSource, sentences: [Quote], others: [BriefingSource] = []) {
            self.source = source
            self.sentences = sentences
            self.others = others
        }
    }

    /// A treaty's map, beside that of another one or alone.
    public struct Appendix: Hashable, Sendable {
        public var treaty: TreatyID
        public var beside: TreatyID?

        public init(treaty: TreatyID, beside: TreatyID? = nil) {
            self.treaty = treaty
            self.beside = beside
        }
    }
}

/// An article as a source is cited.
public struct BriefingSource: Hashable, Sendable {
    /// The article's ``Article/identity``, 64 hexadecimal digits.
    public var identity: String
    public var title: String
    public var authors: [String]
    public var publisher: String?
    public var published: ArticleDate?
    public var url: String?
    public var language: String?

    public init(
        identity: String, title: String, authors: [String] = [], publisher: String? = nil, published: ArticleDate? = nil, url: String? = nil,
        language: String? = nil
    ) {
        self.identity = identity
        self.title = title
        self.authors = authors
        self.publisher = publisher
        self.published = published
        self.url = url
        self.language = language
    }

    public init(_ article: Article, identity: String) {
        self.init(
            identity: identity, title: article.title, authors: article.bylines, publisher: article.publisher, published: article.published,
            url: article.url, language: article.language)
    }
}

extension Briefing.Content {
    /// What the outline calls it.
    public var title: String {
        switch self {
        case .heading(let text), .text(let text): text
        case .quote(let quote): "«\(quote.anchor.quote)»"
        case .story(let story): story.source.title
        }
    }

    /// Everything that it cites, in the order of its text.
    public var sources: [BriefingSource] {
        switch self {
        case .heading, .text: []
        case .quote(let quote): [quote.source]
        case .story(let story): [story.source] + story.sentences.map(\.source) + story.others
        }
    }
}

extension Briefing.Item {
    public var shownTitle: String { title ?? content.title }
}
