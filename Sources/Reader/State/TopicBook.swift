import Topics

/// What the reader shows of the vocabulary, made from it once.
public struct TopicBook: Hashable, Sendable {
    /// A provision as the panel lists it.
    public struct Provision: Hashable, Sendable {
        /// The treaty or law, by its short name.
        public var source: String
        /// Its number as it is cited: «Article 7».
        public var number: String
        /// What it is headed; nothing where that is not known.
        public var title: String?
        public var id: ProvisionID?

        public init(source: String, number: String, title: String?, id: ProvisionID? = nil) {
            self.id = id
            self.source = source
            self.number = number
            self.title = title
        }
    }

    /// In the vocabulary's order, a topic before those below it.
    public var nodes: [TopicTree.Node]
    public var provisions: [TopicID: [Provision]]
    /// What is looked for in texts, by topic.
    public var labels: [TopicID: [Label]]
    /// Every provision that can be cited.
    public var cited: [ProvisionID: Provision]
    /// The short names of treaties and laws.
    public var treaties: [TreatyID: String]
    /// Topics to look at beside one.
    public var related: [TopicID: [TopicID]] = [:]

    public init(
        nodes: [TopicTree.Node], provisions: [TopicID: [Provision]], labels: [TopicID: [Label]] = [:],
        cited: [ProvisionID: Provision] = [:], treaties: [TreatyID: String] = [:]
    ) {
        self.nodes = nodes
        self.provisions = provisions
        self.labels = labels
        self.cited = cited
        self.treaties = treaties
    }

    public static let empty = TopicBook(nodes: [], provisions: [:])
}
