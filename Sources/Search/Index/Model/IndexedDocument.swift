import Text

/// What the index keeps of an article. The store makes these; the index hands back ``article`` and never the text.
public struct IndexedDocument: Hashable, Sendable {
    /// The words of one part of the article.
    public struct Part: Hashable, Sendable {
        public var field: TextField
        public var text: String
        /// What no search is to find, in UTF-8 offsets of `text`, ordered and apart. A phrase does not reach across.
        public var unsearched: [Range<Int>]
        /// The headings of a body, in UTF-8 offsets of `text`, ordered and apart; none for other parts.
        public var headings: [Range<Int>]

        public init(_ field: TextField, _ text: String, unsearched: [Range<Int>] = [], headings: [Range<Int>] = []) {
            self.field = field
            self.text = text
            self.unsearched = unsearched
            self.headings = headings
        }
    }

    /// The store's row of the article: its identity here.
    public var article: Int64
    /// The store's sort key: the date in seconds, times 256, and a slot in that second. Lists go from the highest down.
    public var order: Int64
    /// The store's change number: of two versions of an article the one with the higher number counts.
    public var change: Int64
    public var language: Language
    /// In any order; of two parts of one field the second follows the first as if both were one text, with a gap.
    public var parts: [Part]
    public var keywords: [IndexKeyword]

    public init(
        article: Int64, order: Int64, change: Int64 = 0, language: Language = .english, parts: [Part],
        keywords: [IndexKeyword] = []
    ) {
        self.article = article
        self.order = order
        self.change = change
        self.language = language
        self.parts = parts
        self.keywords = keywords
    }
}

/// A property of an article that is found as a whole and not by its words: exact, not folded.
public struct IndexKeyword: Hashable, Sendable {
    /// What the property is of. The raw values are part of the file format.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A BCP 47 tag, and each of its beginnings: `en-gb` and `en`.
        case language = 0
        /// The publisher's name, as a whole.
        case publisher = 1
        /// The file's path, and each of its folders.
        case path = 2
        /// Anything that changes rarely and is asked for often.
        case flag = 3
    }

    public var kind: Kind
    public var value: String

    public init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}
