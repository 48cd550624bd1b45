/// What a tagger says of an article.
public struct Tagging: Hashable, Sendable {
    /// The most provisions that it names; of an article that cites more, which is about none of them, the first.
    public static let mostCitations = 1_000

    public var links: [TopicLink]
    /// The provisions that the text cites by their numbers, each once, in the order in which they are first cited; whether or
    /// not a topic stands for them. Without numbers of a draft, and those that are no provision of the vocabulary.
    public var citations: [ProvisionID]

    public init(_ links: [TopicLink], citations: [ProvisionID] = []) {
        self.links = links
        self.citations = citations
    }

    /// The provisions of `citations`, each once, no more than ``mostCitations``.
    static func provisions(of citations: [Citation]) -> [ProvisionID] {
        var seen: Set<ProvisionID> = []
        var provisions: [ProvisionID] = []
        for provision in citations.lazy.flatMap(\.provisions) where seen.insert(provision).inserted {
            provisions.append(provision)
            if provisions.count == mostCitations { break }
        }
        return provisions
    }
}
