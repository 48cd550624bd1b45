import Topics

/// What the reader shows of the vocabulary, made from it once.
public struct TopicBook: Hashable, Sendable {
    /// A provision as the panel lists it.
    public struct Provision: Hashable, Sendable {
        /// «Art. 7 UN Convention against Cybercrime».
        public var name: String
        /// What it is headed; nothing where that is not known.
        public var title: String?

        public init(name: String, title: String?) {
            self.name = name
            self.title = title
        }
    }

    /// In the vocabulary's order, a topic before those below it.
    public var nodes: [TopicTree.Node]
    public var provisions: [TopicID: [Provision]]

    public init(nodes: [TopicTree.Node], provisions: [TopicID: [Provision]]) {
        self.nodes = nodes
        self.provisions = provisions
    }
}
