import Articles

/// A category of an article as a whole, from a line that its publisher prints above it. It is no topic: nothing is tagged with
/// it, and a library may list and filter by it.
public struct ArticleCategory: Hashable, Sendable {
    /// What is read of an article at most.
    enum Limit {
        static let count = 64
        static let nameBytes = 200
    }

    /// As the vocabulary writes it, else as it is printed, with single blanks.
    public var name: String
    /// The category that the vocabulary puts it under.
    public var parent: String?
    /// The topics that it stands for; empty where it is a category of its own.
    public var topics: [TopicID]
    /// Whether the vocabulary has it.
    public var isListed: Bool

    public init(name: String, parent: String?, topics: [TopicID], isListed: Bool) {
        self.name = name
        self.parent = parent
        self.topics = topics
        self.isListed = isListed
    }

    init(_ kicker: Kicker) { self.init(name: kicker.name, parent: kicker.parent, topics: kicker.topics, isListed: true) }

    /// The line with single blanks; nothing where it is empty, or too long to be a category.
    static func name(of line: String) -> String? {
        let name = Explanation.onOneLine(line)
        return name.isEmpty || name.utf8.count > Limit.nameBytes ? nil : name
    }
}

extension Tagger {
    /// The categories of one article. For many, use ``TaggingSession/categories(of:)``.
    public func categories(of article: Article) -> [ArticleCategory] { session().categories(of: article) }
}
