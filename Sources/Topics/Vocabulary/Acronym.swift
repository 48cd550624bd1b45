/// An acronym that stands for several things, with the words that decide.
public struct Acronym: Hashable, Sendable {
    /// What it counts for without a definition or a deciding word nearby.
    public enum Default: String, Hashable, Sendable, CaseIterable {
        case accept
        /// Like a common word: never alone.
        case weak
        case reject
    }

    /// Compared as written, upper and lower case included.
    public var text: String
    /// What it stands for when it means the topic.
    public var expansion: String
    public var topic: TopicID
    public var rivals: [String]
    /// Words around it that speak for the topic, compared by their stems.
    public var positive: [String]
    /// Words around it that speak against it.
    public var negative: [String]
    /// Where not empty, the acronym alone says nothing, and only these labels of the topic count.
    public var needs: [String]
    public var standard: Default

    public init(
        text: String, expansion: String, topic: TopicID, rivals: [String] = [], positive: [String] = [], negative: [String] = [],
        needs: [String] = [], standard: Default
    ) {
        self.text = text
        self.expansion = expansion
        self.topic = topic
        self.rivals = rivals
        self.positive = positive
        self.negative = negative
        self.needs = needs
        self.standard = standard
    }
}
