/// What a person looks for: words and conditions, joined. A value without an index, a clock or a library.
public indirect enum Query: Hashable, Sendable {
    /// Every article.
    case all
    case text(TextQuery)
    case near(NearQuery)
    /// Any of the words: the more of them, and the rarer, the better. Function words count only where nothing else is asked.
    /// Its parts hold words alone, in whatever groups.
    case any([Query])
    /// Words of the notes on the article's passages.
    case note(TextQuery)
    case topic(TopicQuery)
    case treaty(TreatyQuery)
    case tag(TagQuery)
    case state(ArticleState)
    case has(ArticlePart)
    case dates(DateSpan)
    /// A BCP 47 tag; one without a region or script, such as `pt`, stands for all of them.
    case language(String)
    /// A part of the file's path, in any case of letters.
    case file(String)
    /// The article with this name, and no other.
    case id(String)
    case and([Query])
    case or([Query])
    case not(Query)
}

/// Words that follow one another in a text. One word matches every word of the same stem; the last may be the beginning
/// of a word as it is written, or all may be written a little differently.
public struct TextQuery: Hashable, Sendable {
    public var words: String
    public var match: WordMatch
    /// The one field to look in; nothing for all of them.
    public var field: TextField?

    public init(_ words: String, isPrefix: Bool = false, field: TextField? = nil) {
        self.init(words, match: isPrefix ? .prefix : .stem, field: field)
    }

    public init(_ words: String, match: WordMatch, field: TextField? = nil) {
        self.words = words
        self.match = match
        self.field = field
    }

    /// Whether the last word need only begin so.
    public var isPrefix: Bool { match == .prefix }
}

/// How the words of a text are to agree with those of a query.
public enum WordMatch: Hashable, Sendable {
    /// In form or stem.
    case stem
    /// The last word need only begin so; the others agree in form or stem.
    case prefix
    /// In form or stem, or with so many letters, 1 or 2, added, left out, changed or swapped.
    case fuzzy(Int)

    /// What follows a word in a query.
    var sign: String {
        switch self {
        case .stem: ""
        case .prefix: "*"
        case .fuzzy(let distance): distance == 1 ? "~" : "~\(distance)"
        }
    }
}

/// Two texts that stand in one field of an article, in either order, with few words between them.
public struct NearQuery: Hashable, Sendable {
    /// Any of these on the one side. Their own fields say nothing.
    public var left: [TextQuery]
    public var right: [TextQuery]
    /// The most words between the two.
    public var distance: Int
    /// The one field to look in; nothing for any of them.
    public var field: TextField?

    public init(_ left: [TextQuery], _ right: [TextQuery], within distance: Int, field: TextField? = nil) {
        self.left = left.map { TextQuery($0.words, match: $0.match) }
        self.right = right.map { TextQuery($0.words, match: $0.match) }
        self.distance = distance
        self.field = field
    }

    /// Both sides, each text with the field of the whole.
    public var texts: [TextQuery] { (left + right).map { TextQuery($0.words, match: $0.match, field: field) } }
}

/// A topic, by its name in the vocabulary.
public struct TopicQuery: Hashable, Sendable {
    public var topic: String
    /// Whether topics below it are left out.
    public var isExact: Bool
    /// Whether the name need only begin so.
    public var isPrefix: Bool

    public init(_ topic: String, isExact: Bool = false, isPrefix: Bool = false) {
        self.topic = topic
        self.isExact = isExact
        self.isPrefix = isPrefix
    }
}

/// A treaty, law or standard, or one provision of it.
public struct TreatyQuery: Hashable, Sendable {
    /// Its code, in capitals: `UNCC`, `BC-P1`.
    public var treaty: String
    /// The number of the provision as it is written, such as `7`; nothing for any of them.
    public var provision: String?
    /// Whether the code, or the provision where there is one, need only begin so.
    public var isPrefix: Bool

    public init(_ treaty: String, provision: String? = nil, isPrefix: Bool = false) {
        self.treaty = treaty.uppercased()
        self.provision = provision
        self.isPrefix = isPrefix
    }
}

/// A tag of the user's own, on an article or on a passage of it, in any case of letters.
public struct TagQuery: Hashable, Sendable {
    public var name: String
    /// Whether the name need only begin so.
    public var isPrefix: Bool

    public init(_ name: String, isPrefix: Bool = false) {
        self.name = name
        self.isPrefix = isPrefix
    }
}

/// What an article can be.
public enum ArticleState: String, Hashable, Sendable, CaseIterable {
    case unread, read, starred, bookmarked, noted, highlighted, trashed, gone
}

/// What an article can have.
public enum ArticlePart: String, Hashable, Sendable, CaseIterable {
    case notes, highlights, tags, bookmarks, topics, date, links, deck, kickers, byline, publisher, language
}
