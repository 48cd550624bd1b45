import Topics

/// Tells the provisions that the links of articles give. Asks for those of each topic once; used by one thread.
final class ProvisionLister {
    /// What an article is listed under: a provision, or a treaty where the number is empty.
    struct Entry: Hashable {
        var treaty: String
        var number: String
        /// Whether the article cites it.
        var isCited: Bool
    }

    private let provisions: (TopicID) -> TopicProvisions
    private var known: [TopicID: TopicProvisions] = [:]

    init(_ provisions: @escaping (TopicID) -> TopicProvisions) { self.provisions = provisions }

    /// The provisions and treaties of `links`, as they are shown, each once, in the order in which they are met.
    func entries(of links: [TopicLink]) -> [Entry] {
        var found = Found()
        var seen: Set<TopicID> = []
        for link in links {
            let own = provisions(of: link.topic)
            if seen.insert(link.topic).inserted {
                for treaty in own.treaties { found.add(treaty, "", isCited: false) }
                for provision in own.given { found.add(provision.treaty, provision.article, isCited: false) }
            }
            guard !own.citations.isEmpty else { continue }
            for factor in link.explanation.context {
                guard case .cites(let words) = FactorKind(name: factor.name), let provision = own.citations[words] else { continue }
                found.add(provision.treaty, "", isCited: true)
                found.add(provision.treaty, provision.article, isCited: true)
            }
        }
        return found.entries
    }

    private struct Found {
        var entries: [Entry] = []
        private var places: [String: Int] = [:]

        mutating func add(_ treaty: TreatyID, _ number: String, isCited: Bool) {
            // The store tells no numbers apart by case.
            let key = treaty.rawValue + "/" + number.lowercased()
            if let place = places[key] {
                entries[place].isCited = entries[place].isCited || isCited
            } else {
                places[key] = entries.count
                entries.append(Entry(treaty: treaty.rawValue, number: number, isCited: isCited))
            }
        }
    }

    private func provisions(of topic: TopicID) -> TopicProvisions {
        if let own = known[topic] { return own }
        let own = provisions(topic)
        known[topic] = own
        return own
    }
}
