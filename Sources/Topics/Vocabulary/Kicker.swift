/// A category line as publishers print it above an article, and the topics that it stands for.
public struct Kicker: Hashable, Sendable {
    public var name: String
    /// The category that it belongs under.
    public var parent: String?
    /// Empty where it stands for none.
    public var topics: [TopicID]
    public var status: CheckStatus

    public init(name: String, parent: String?, topics: [TopicID], status: CheckStatus) {
        self.name = name
        self.parent = parent
        self.topics = topics
        self.status = status
    }

    /// `name` as kickers are compared: lower case, single blanks, «&» as the word «and».
    static func key(_ name: String) -> String {
        name.lowercased()
            .split { $0.isWhitespace }
            .map { $0 == "&" ? "and" : String($0) }
            .joined(separator: " ")
    }
}
