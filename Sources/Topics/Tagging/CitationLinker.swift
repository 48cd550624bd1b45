import Articles

/// Turns the citations of an article into links to the topics that stand for the provisions cited.
struct CitationLinker {
    /// The most provisions that one explanation names.
    private static let mostNamed = 6

    let vocabulary: Vocabulary
    let weights: Weights
    /// By provision, the places of the topics that stand for it, without those above another of them.
    private let topics: [ProvisionID: [Int]]
    private let instruments: [TreatyID: Set<Int>]

    init(vocabulary: Vocabulary, ancestors: [Set<Int>], weights: Weights) {
        self.vocabulary = vocabulary
        self.weights = weights
        instruments = Self.instruments(vocabulary)
        var standing: [ProvisionID: [Int]] = [:]
        for (place, topic) in vocabulary.topics.enumerated() {
            for provision in topic.provisions { standing[provision, default: []].append(place) }
        }
        topics = standing.mapValues { places in
            places.filter { place in !places.contains { ancestors[$0].contains(place) } }
        }
    }

    /// A citation and those of its provisions that a topic stands for.
    private struct Ground {
        var citation: Citation
        var provisions: [ProvisionID]
        /// Whether the topic is what one of them is about, and not only touched by it.
        var isOwn: Bool
    }

    /// By provision, the places of the topics that it is itself about.
    typealias OwnTopics = (ProvisionID) -> Set<Int>

    /// The topics that stand for a provision.
    func topics(standingFor provision: ProvisionID) -> [Int] { topics[provision] ?? [] }

    /// Whether a topic is the treaty or law itself: one of its labels is one of the names of the instrument.
    func isInstrument(_ topic: Int, _ treaty: TreatyID) -> Bool { instruments[treaty]?.contains(topic) ?? false }

    private static func instruments(_ vocabulary: Vocabulary) -> [TreatyID: Set<Int>] {
        var instruments: [TreatyID: Set<Int>] = [:]
        for treaty in vocabulary.treaties {
            let names = Set(([treaty.shortName, treaty.name] + treaty.names).map { name in
                String(name.lowercased().drop { $0 == "=" })
            })
            for (place, topic) in vocabulary.topics.enumerated()
            where topic.labels.contains(where: { !$0.isCommon && names.contains($0.text.lowercased()) }) {
                instruments[treaty.id, default: []].insert(place)
            }
        }
        return instruments
    }

    /// The links of one passage, in the vocabulary's order.
    func links(
        _ citations: [Citation], passage: Passage, own: OwnTopics, threshold: (Int) -> Double
    ) -> [TopicLink] {
        var grounds: [Int: [Ground]] = [:]
        for citation in citations {
            var byTopic: [Int: [ProvisionID]] = [:]
            for provision in citation.provisions {
                for topic in topics[provision] ?? [] { byTopic[topic, default: []].append(provision) }
            }
            for (topic, provisions) in byTopic {
                let isOwn = provisions.contains { self.isOwn($0, topic, citation, own) }
                grounds[topic, default: []].append(Ground(citation: citation, provisions: provisions, isOwn: isOwn))
            }
        }
        return grounds.keys.sorted().map { topic in
            TopicLink(
                passage: passage, topic: vocabulary.topics[topic].id, origin: .citation,
                explanation: explanation(grounds[topic] ?? [], threshold: threshold(topic)))
        }
    }

    /// A passage that leaves it to the rest of the article to name the instrument is not about the instrument.
    private func isOwn(_ provision: ProvisionID, _ topic: Int, _ citation: Citation, _ own: OwnTopics) -> Bool {
        isInstrument(topic, provision.treaty) ? citation.scope != .article : own(provision).contains(topic)
    }

    private func explanation(_ grounds: [Ground], threshold: Double) -> Explanation {
        // What a provision is about first, then what it only touches.
        let grounds = grounds.filter(\.isOwn) + grounds.filter { !$0.isOwn }
        let evidence = grounds.prefix(Scorer.longestEvidence).enumerated().map { rank, ground in
            let share = weights.furtherLabels[min(rank, weights.furtherLabels.count - 1)]
            return Explanation.Evidence(
                start: ground.citation.range.lowerBound, end: ground.citation.range.upperBound, text: ground.citation.text,
                contribution: share * value(ground))
        }
        var named: [ProvisionID] = []
        for provision in grounds.flatMap(\.provisions) where !named.contains(provision) { named.append(provision) }
        let isAnyOwn = grounds.contains(where: \.isOwn)
        let context = named.prefix(Self.mostNamed).map { id in
            Explanation.Factor(.cites(vocabulary.citation(of: id)), contribution: isAnyOwn ? standing(of: id) : 0)
        }
        return Explanation(prior: weights.prior, evidence: evidence, context: context, threshold: threshold)
    }

    /// A citation of many provisions says less about each.
    private func value(_ ground: Ground) -> Double {
        guard ground.isOwn else { return weights.citationBeside }
        let further = Double(ground.citation.provisions.count - 1)
        return weights.citation - min(weights.citationOfManyMost, weights.citationOfMany * further)
    }

    private func standing(of id: ProvisionID) -> Double {
        switch vocabulary.provision(id)?.status {
        case .checked, .numberChecked: weights.checkedProvision
        case .recalled, nil: 0
        }
    }
}
