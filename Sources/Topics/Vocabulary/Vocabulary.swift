/// The topics, with their labels, tree and provisions; the treaties; the kickers and the ambiguous acronyms.
/// A value that never changes; all lookups are by hash.
public struct Vocabulary: Sendable {
    /// In the order of the file.
    public let topics: [Topic]
    public let treaties: [Treaty]
    public let provisions: [Provision]
    public let kickers: [Kicker]
    public let acronyms: [Acronym]

    private let topicPlaces: [TopicID: Int]
    private let codePlaces: [String: Int]
    private let treatyPlaces: [TreatyID: Int]
    private let provisionPlaces: [ProvisionID: Int]
    private let kickerPlaces: [String: Int]
    /// The places of each topic's children among ``topics``, in their order, and last those of the roots.
    let childPlaces: [[Int]]

    /// Takes entries that were validated: the first of several with one name counts.
    init(topics: [Topic], treaties: [Treaty], provisions: [Provision], kickers: [Kicker], acronyms: [Acronym]) {
        self.topics = topics
        self.treaties = treaties
        self.provisions = provisions
        self.kickers = kickers
        self.acronyms = acronyms
        let topicPlaces = Self.places(topics.lazy.map(\.id))
        self.topicPlaces = topicPlaces
        codePlaces = Self.places(topics.lazy.map(\.code))
        treatyPlaces = Self.places(treaties.lazy.map(\.id))
        provisionPlaces = Self.places(provisions.lazy.map(\.id))
        kickerPlaces = Self.places(kickers.lazy.map { Kicker.key($0.name) })
        var children = [[Int]](repeating: [], count: topics.count + 1)
        for (place, topic) in topics.enumerated() {
            let parent = topic.broader.flatMap { topicPlaces[$0] } ?? topics.count
            children[parent].append(place)
        }
        childPlaces = children
    }

    /// Without any topic.
    public static let empty = Vocabulary(topics: [], treaties: [], provisions: [], kickers: [], acronyms: [])

    public func topic(_ id: TopicID) -> Topic? { place(of: id).map { topics[$0] } }

    /// The topic with this code, in capitals.
    public func topic(code: String) -> Topic? { codePlaces[code].map { topics[$0] } }

    public func treaty(_ id: TreatyID) -> Treaty? { treatyPlaces[id].map { treaties[$0] } }

    public func provision(_ id: ProvisionID) -> Provision? { provisionPlaces[id].map { provisions[$0] } }

    /// The kicker that is printed so, compared without regard to case and white space.
    public func kicker(named name: String) -> Kicker? { kickerPlaces[Kicker.key(name)].map { kickers[$0] } }

    /// The topics that stand for a provision, in the vocabulary's order. Linear in the number of topics.
    public func topics(standingFor provision: ProvisionID) -> [TopicID] {
        topics.lazy.filter { $0.provisions.contains(provision) }.map(\.id)
    }

    /// A provision as a lawyer cites it; its data form where the treaty is unknown.
    public func citation(of provision: ProvisionID) -> String {
        treaty(provision.treaty)?.citation(of: provision.article) ?? provision.description
    }

    /// The vocabulary without some labels; the preferred ones stay for showing, and are matched no more. Compared without
    /// regard to upper and lower case, and to whether words are joined by hyphens, as matching does.
    public func without(_ labels: [TopicID: Set<String>]) -> Vocabulary {
        guard !labels.isEmpty else { return self }
        let left = topics.map { topic -> Topic in
            guard let names = labels[topic.id].map({ Set($0.map(Self.writing)) }) else { return topic }
            var topic = topic
            topic.labels = topic.labels.compactMap { label in
                guard names.contains(Self.writing(label.text)) else { return label }
                guard label.kind == .preferred else { return nil }
                var silent = label
                silent.match = .never
                return silent
            }
            return topic
        }
        return Vocabulary(
            topics: left, treaties: treaties, provisions: provisions, kickers: kickers,
            acronyms: acronyms.filter { labels[$0.topic]?.contains($0.text) != true })
    }

    private static func writing(_ label: String) -> String {
        String(label.lowercased().map { $0 == "-" ? " " : $0 })
    }

    func place(of id: TopicID) -> Int? { topicPlaces[id] }

    private static func places<Name: Hashable>(_ names: some Collection<Name>) -> [Name: Int] {
        var places = [Name: Int](minimumCapacity: names.count)
        for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
        return places
    }
}
