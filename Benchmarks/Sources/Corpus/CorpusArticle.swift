/// A made article as plain UTF-8.
public struct CorpusArticle: Hashable, Sendable {
    /// Its place in the corpus. Dates rise with it.
    public var number: Int
    /// Seconds since 1970.
    public var date: Int64
    public var publisher: String
    public var title: [UInt8]
    public var deck: [UInt8]
    /// Paragraphs with an empty line between them.
    public var body: [UInt8]

    public init(number: Int, date: Int64, publisher: String, title: [UInt8], deck: [UInt8], body: [UInt8]) {
        self.number = number
        self.date = date
        self.publisher = publisher
        self.title = title
        self.deck = deck
        self.body = body
    }

    /// Bytes of title, deck and body: what building speeds are measured in.
    public var textSize: Int { title.count + deck.count + body.count }
}
