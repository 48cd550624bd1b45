/// What a person looks for: words and conditions, joined. A value without an index, a clock or a library.
public indirect enum Query: Hashable, Sendable {
    /// Every article.
    case all
    case text(TextQuery)
    case topic(TopicQuery)
    case tag(TagQuery)
    case state(ArticleState)
    case dates(DateSpan)
    /// A BCP 47 tag; one without a region or script, such as `pt`, stands for all of them.
    case language(String)
    /// A part of the file's path, in any case of letters.
    case file(String)
    case and([Query])
    case or([Query])
    case not(Query)
}

/// Words that follow one another in a text. One word matches every word of the same stem; the last may be the beginning
/// of a word as it is written.
public struct TextQuery: Hashable, Sendable {
    public var words: String
    /// Whether the last word need only begin so.
    public var isPrefix: Bool
    /// The one field to look in; nothing for all of them.
    public var field: TextField?

    public init(_ words: String, isPrefix: Bool = false, field: TextField? = nil) {
        self.words = words
        self.isPrefix = isPrefix
        self.field = field
    }
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
    case unread, read, bookmarked, trashed, gone
}
