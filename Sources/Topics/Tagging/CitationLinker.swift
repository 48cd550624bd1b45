import Articles

/// Turns the citations of an article into links to the topics that stand for the provisions cited.
struct CitationLinker {
    /// The most provisions that one explanation names.
    private static let mostNamed = 6

    private let weights: Weights
    private let names: [TopicID]
    private let provisions: [ProvisionID: Standing]

    /// What a provision that is cited says.
    private struct Standing {
        /// The places of the topics that stand for it, without those above another of them.
        var topics: [Int]
        var factor: Explanation.Factor
    }

    init(vocabulary: Vocabulary, ancestors: [Set<Int>], weights: Weights) {
        self.weights = weights
        names = vocabulary.topics.map(\.id)
        var standing: [ProvisionID: [Int]] = [:]
        for (place, topic) in vocabulary.topics.enumerated() {
            for provision in topic.provisions { standing[provision, default: []].append(place) }
        }
        var provisions: [ProvisionID: Standing] = [:]
        for (id, places) in standing {
            let factor = Explanation.Factor(
                name: "cites \(vocabulary.citation(of: id))", contribution: Self.contribution(of: vocabulary.provision(id)?.status, weights))
            provisions[id] = Standing(
                topics: places.filter { place in !places.contains { ancestors[$0].contains(place) } }, factor: factor)
        }
        self.provisions = provisions
    }

    private static func contribution(of status: CheckStatus?, _ weights: Weights) -> Double {
        switch status {
        case .checked, .numberChecked: weights.checkedProvision
        case .recalled, nil: 0
        }
    }

    /// A citation, and what a topic stands for of it.
    private struct Ground {
        var topic: Int
        /// The citation's place among those of the passage.
        var citation: Int
        var factors: [Explanation.Factor]
    }

    /// The links of one passage, in the vocabulary's order.
    func links(_ citations: ArraySlice<Citation>, passage: Passage, threshold: (Int) -> Double) -> [TopicLink] {
        var grounds: [Ground] = []
        for place in citations.indices {
            let first = grounds.count
            for provision in citations[place].provisions {
                guard let standing = provisions[provision] else { continue }
                for topic in standing.topics {
                    if let known = grounds[first...].firstIndex(where: { $0.topic == topic }) {
                        grounds[known].factors.append(standing.factor)
                    } else {
                        grounds.append(Ground(topic: topic, citation: place, factors: [standing.factor]))
                    }
                }
            }
        }
        grounds.sort { $0.topic != $1.topic ? $0.topic < $1.topic : $0.citation < $1.citation }
        var links: [TopicLink] = []
        var rest = grounds[...]
        while let topic = rest.first?.topic {
            let group = rest.prefix { $0.topic == topic }
            rest = rest.dropFirst(group.count)
            links.append(
                TopicLink(
                    passage: passage, topic: names[topic], origin: .citation,
                    explanation: explanation(group, of: citations, threshold: threshold(topic))))
        }
        return links
    }

    private func explanation(
        _ grounds: ArraySlice<Ground>, of citations: ArraySlice<Citation>, threshold: Double
    ) -> Explanation {
        let evidence = grounds.prefix(Scorer.longestEvidence).enumerated().map { rank, ground in
            let share = weights.furtherLabels[min(rank, weights.furtherLabels.count - 1)]
            let citation = citations[ground.citation]
            return Explanation.Evidence(
                start: citation.range.lowerBound, end: citation.range.upperBound, text: citation.text,
                contribution: share * value(citation))
        }
        var context: [Explanation.Factor] = []
        for factor in grounds.lazy.flatMap(\.factors) where context.count < Self.mostNamed && !context.contains(factor) {
            context.append(factor)
        }
        return Explanation(prior: weights.prior, evidence: evidence, context: context, threshold: threshold)
    }

    /// A citation of many provisions says less about each.
    private func value(_ citation: Citation) -> Double {
        weights.citation - min(weights.citationOfManyMost, weights.citationOfMany * Double(citation.provisions.count - 1))
    }
}
