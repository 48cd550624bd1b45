import Topics

/// The provisions of treaties and laws that a topic stands for, as articles are listed under them.
///
/// A topic gives the provisions that no topic below it stands for too, as citations are read: an article on illegal access
/// is listed under Article 7, and one on cybercrime at large is not. A topic that stands for the whole of a treaty, the
/// treaty's own, gives the treaty and no article of it: else whoever names the treaty would be listed under each.
public struct TopicProvisions: Hashable, Sendable {
    /// What an article about the topic is listed under.
    public var given: [ProvisionID]
    /// The treaties of all that the topic stands for.
    public var treaties: [TreatyID]
    /// All that the topic stands for, by how a lawyer cites it, as the explanations of links do.
    public var citations: [String: ProvisionID]

    /// Of a topic that stands for none.
    public static let none = TopicProvisions(given: [], treaties: [], citations: [:])

    public init(given: [ProvisionID], treaties: [TreatyID], citations: [String: ProvisionID]) {
        self.given = given
        self.treaties = treaties
        self.citations = citations
    }

    /// Those of a topic of the vocabulary. Linear in the number of the vocabulary's provisions.
    public init(of id: TopicID, in vocabulary: Vocabulary) {
        guard let topic = vocabulary.topic(id), !topic.provisions.isEmpty else {
            self = .none
            return
        }
        let narrower = Set(vocabulary.descendants(of: id).flatMap { vocabulary.topic($0)?.provisions ?? [] })
        let groups = Dictionary(grouping: topic.provisions, by: \.treaty)
        let whole = Set(groups.filter { treaty, own in own.count > 1 && Self.isWhole(own, of: treaty, in: vocabulary) }.keys)
        self.init(
            given: topic.provisions.filter { !narrower.contains($0) && !whole.contains($0.treaty) },
            treaties: groups.keys.sorted(),
            citations: Dictionary(topic.provisions.map { (vocabulary.citation(of: $0), $0) }) { first, _ in first })
    }

    private static func isWhole(_ own: [ProvisionID], of treaty: TreatyID, in vocabulary: Vocabulary) -> Bool {
        let own = Set(own)
        return vocabulary.provisions.allSatisfy { $0.id.treaty != treaty || own.contains($0.id) }
    }
}

/// How many articles on the list a provision, or a treaty, is about.
public struct ProvisionCount: Hashable, Sendable {
    public var treaty: TreatyID
    /// Nothing for the treaty as a whole.
    public var provision: ProvisionID?
    public var articles: Int
    public var unread: Int

    public init(treaty: TreatyID, provision: ProvisionID?, articles: Int, unread: Int) {
        self.treaty = treaty
        self.provision = provision
        self.articles = articles
        self.unread = unread
    }
}
