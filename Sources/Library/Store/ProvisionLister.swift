import Topics

/// Tells the provisions that articles are listed under: those that their topics give and those that they cite. Asks for those
/// of each topic once; used by one thread.
final class ProvisionLister {
    /// What an article is listed under: a provision, or a treaty where the number is empty.
    struct Entry: Hashable {
        var treaty: String
        var number: String
        /// Whether a topic that is shown of the article stands for it.
        var isGiven: Bool
        /// Whether the article cites it, whatever its topics are.
        var isCited: Bool
    }

    private let provisions: (TopicID) -> TopicProvisions
    private var known: [TopicID: TopicProvisions] = [:]

    init(_ provisions: @escaping (TopicID) -> TopicProvisions) { self.provisions = provisions }

    /// The provisions and treaties of `shown`, the links as decisions leave them, and of what `tagging` says is cited, each once, in
    /// the order in which they are met. Articles that an earlier version tagged cite what the explanations of their links name;
    /// of the others these name nothing else.
    func entries(of shown: [TopicLink], cited tagging: Tagging) -> [Entry] {
        var found = Found()
        var seen: Set<TopicID> = []
        for link in shown where seen.insert(link.topic).inserted {
            let own = provisions(of: link.topic)
            for treaty in own.treaties { found.give(treaty, "") }
            for provision in own.given { found.give(provision.treaty, provision.article) }
        }
        for provision in tagging.citations { found.cite(provision) }
        for link in tagging.links {
            let own = provisions(of: link.topic)
            guard !own.citations.isEmpty else { continue }
            for factor in link.explanation.context {
                guard case .cites(let words) = FactorKind(name: factor.name), let provision = own.citations[words] else { continue }
                found.cite(provision)
            }
        }
        return found.entries
    }

    private struct Found {
        var entries: [Entry] = []
        private var places: [String: Int] = [:]

        mutating func give(_ treaty: TreatyID, _ number: String) {
            entries[place(treaty, number)].isGiven = true
        }

        mutating func cite(_ provision: ProvisionID) {
            entries[place(provision.treaty, "")].isCited = true
            entries[place(provision.treaty, provision.article)].isCited = true
        }

        private mutating func place(_ treaty: TreatyID, _ number: String) -> Int {
            // The store tells no numbers apart by case.
            let key = treaty.rawValue + "/" + number.lowercased()
            if let place = places[key] { return place }
            places[key] = entries.count
            entries.append(Entry(treaty: treaty.rawValue, number: number, isGiven: false, isCited: false))
            return entries.count - 1
        }
    }

    private func provisions(of topic: TopicID) -> TopicProvisions {
        if let own = known[topic] { return own }
        let own = provisions(topic)
        known[topic] = own
        return own
    }
}
