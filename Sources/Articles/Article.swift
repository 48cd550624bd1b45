/// An article as it was read: what it says of itself, and its blocks. A value; it knows no file and no library.
public struct Article: Hashable, Sendable {
    /// The publisher's own: a feed's entry id, a message id, a DOI.
    public var id: String?
    public var title: String
    /// The standfirst: the sentence under the title.
    public var deck: String?
    /// The category lines above the title, in their order.
    public var kickers: [String]
    public var bylines: [String]
    public var publisher: String?
    public var published: ArticleDate?
    public var updated: ArticleDate?
    /// A BCP 47 tag, such as `en` or `pt-BR`.
    public var language: String?
    public var url: String?
    /// Tags given by the source; never mixed with the user's own.
    public var tags: [String]
    public var blocks: [Block]

    public init(
        id: String? = nil,
        title: String,
        deck: String? = nil,
        kickers: [String] = [],
        bylines: [String] = [],
        publisher: String? = nil,
        published: ArticleDate? = nil,
        updated: ArticleDate? = nil,
        language: String? = nil,
        url: String? = nil,
        tags: [String] = [],
        blocks: [Block] = []
    ) {
        self.id = id
        self.title = title
        self.deck = deck
        self.kickers = kickers
        self.bylines = bylines
        self.publisher = publisher
        self.published = published
        self.updated = updated
        self.language = language
        self.url = url
        self.tags = tags
        self.blocks = blocks
    }
}
