import Articles

/// That a passage is about a topic, who says so, and why.
public struct TopicLink: Hashable, Sendable {
    /// Who says so. Part of every link: what the engine thinks and what a person decided are never mixed.
    public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
        case engine, user, kicker, citation
    }

    /// The block's range in the article's canonical text; the empty range at 0 for a link of the whole article.
    public var passage: Passage
    public var topic: TopicID
    public var origin: Origin
    public var explanation: Explanation

    public init(passage: Passage, topic: TopicID, origin: Origin, explanation: Explanation) {
        self.passage = passage
        self.topic = topic
        self.origin = origin
        self.explanation = explanation
    }
}

extension TopicLink {
    /// How sure a link is.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Its probability reaches the threshold, or a person said so.
        case probable
        /// It does not, and may still be worth a look.
        case possible
    }

    public var standing: Standing {
        origin == .user || explanation.probability >= explanation.threshold ? .probable : .possible
    }
}
