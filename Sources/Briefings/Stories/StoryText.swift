import Topics

/// What telling stories apart needs of an article.
public struct StoryText: Hashable, Sendable {
    public var title: String
    /// Its canonical text; the beginning alone is read.
    public var text: String
    /// A BCP 47 tag.
    public var language: String?
    /// Days since 1970; nothing where nobody knows.
    public var day: Int?
    public var topics: [TopicID]

    public init(title: String, text: String, language: String? = "en", day: Int? = nil, topics: [TopicID] = []) {
        self.title = title
        self.text = text
        self.language = language
        self.day = day
        self.topics = topics
    }
}
