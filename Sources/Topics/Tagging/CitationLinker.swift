import Articles

/// Turns the citations of an article into links to the topics that stand for the provisions cited.
struct CitationLinker {
    /// The most provisions that one explanation names.
    private static let mostNamed = 6

    let vocabulary: Vocabulary
    let weights: Weights
    /// By provision, the places of the topics that stand for it, without those above another of them.
    private let topics: [ProvisionID: [Int]]

    init(vocabulary: Vocabulary, ancestors: [Set<Int>], weights: Weights) {
        self.vocabulary = vocabulary
        self.weights = weights
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
    }

    /// The links of one passage, in the vocabulary's order.
    func links(_ citations: [Citation], passage: Passage, threshold: (Int) -> Double) -> [TopicLink] {
        var grounds: [Int: [Ground]] = [:]
        for citation in citations {
            var byTopic: [Int: [ProvisionID]] = [:]
            for provision in citation.provisions {
                for topic in topics[provision] ?? [] { byTopic[topic, default: []].append(provision) }
            }
            for (topic, provisions) in byTopic {
                grounds[topic, default: []].append(Ground(citation: citation, provisions: provisions))
            }
        }
        return grounds.keys.sorted().map { topic in
            TopicLink(
                passage: passage, topic: vocabulary.topics[topic].id, origin: .citation,
                explanation: explanation(grounds[topic] ?? [], threshold: threshold(topic)))
        }
    }

    private func explanation(_ grounds: [Ground], threshold: Double) -> Explanation {
        let evidence = grounds.prefix(Scorer.longestEvidence).enumerated().map { rank, ground in
            let share = weights.furtherLabels[min(rank, weights.furtherLabels.count - 1)]
            return Explanation.Evidence(
                start: ground.citation.range.lowerBound, end: ground.citation.range.upperBound, text: ground.citation.text,
                contribution: share * value(ground.citation))
        }
        var named: [ProvisionID] = []
        for provision in grounds.flatMap(\.provisions) where !named.contains(provision) { named.append(provision) }
        let context = named.prefix(Self.mostNamed).map { id in
            Explanation.Factor(.cites(vocabulary.citation(of: id)), contribution: standing(of: id))
        }
        return Explanation(prior: weights.prior, evidence: evidence, context: context, threshold: threshold)
    }

    /// A citation of many provisions says less about each.
    private func value(_ citation: Citation) -> Double {
        weights.citation - min(weights.citationOfManyMost, weights.citationOfMany * Double(citation.provisions.count - 1))
    }

    private func standing(of id: ProvisionID) -> Double {
        switch vocabulary.provision(id)?.status {
        case .checked, .numberChecked: weights.checkedProvision
        case .recalled, nil: 0
        }
    }
}
