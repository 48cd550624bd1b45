import Articles
import Topics

/// The links of an article as decisions leave them. What the engine thinks stays as it is; this is what is shown of it.
public struct DecidedLinks: Hashable, Sendable {
    /// The links of the topics that are shown. An accepted one is there once, with origin `user` and the engine's
    /// explanation; where the engine has none, with one that says nothing but that it was accepted.
    public var shown: [TopicLink]
    /// The engine's links that were rejected.
    public var rejected: [TopicLink]

    /// Linear in the number of links and of decisions. The order of `links` stays; accepted ones that are not among them
    /// come last, by place and topic.
    public init(_ links: [TopicLink], decisions: [StoredDecision]) {
        self.init(links, decisions: decisions.lazy.compactMap { decision in
            decision.passage.map { Decision(passage: $0, topic: decision.topic, isAccepted: decision.verdict == .accepted) }
        })
    }

    /// The same for decisions as learning takes them.
    public init(_ links: [TopicLink], decisions: some Sequence<Decision>) {
        var verdicts: [Place: Bool] = [:]
        for decision in decisions { verdicts[Place(decision.passage, decision.topic)] = decision.isAccepted }
        shown = []
        rejected = []
        guard !verdicts.isEmpty else {
            shown = links
            return
        }
        let origins = Self.origins(links)
        var accepted: Set<Place> = []
        for link in links {
            let place = Place(link.passage, link.topic)
            switch verdicts[place] {
            case nil: shown.append(link)
            case false: rejected.append(link)
            case true:
                // Of several, the engine's own speaks for it.
                guard origins[place] == link.origin, accepted.insert(place).inserted else { continue }
                shown.append(TopicLink(passage: link.passage, topic: link.topic, origin: .user, explanation: link.explanation))
            }
        }
        let others = verdicts.filter { $0.value && !accepted.contains($0.key) }.keys.sorted()
        shown += others.map { TopicLink(passage: $0.passage, topic: $0.topic, origin: .user, explanation: .accepted) }
    }

    private struct Place: Hashable, Comparable {
        var passage: Passage
        var topic: TopicID

        init(_ passage: Passage, _ topic: TopicID) {
            self.passage = passage
            self.topic = topic
        }

        static func < (left: Place, right: Place) -> Bool {
            (left.passage.start, left.passage.end, left.topic) < (right.passage.start, right.passage.end, right.topic)
        }
    }

    /// For each place, whose explanation is kept when it is accepted.
    private static func origins(_ links: [TopicLink]) -> [Place: TopicLink.Origin] {
        var origins: [Place: TopicLink.Origin] = [:]
        for link in links {
            let place = Place(link.passage, link.topic)
            if origins[place] == nil || link.origin == .engine { origins[place] = link.origin }
        }
        return origins
    }
}

extension Explanation {
    /// Of a topic that a person accepted and the engine has nothing to say about: no evidence, even odds, and no threshold
    /// to reach.
    public static let accepted = Explanation(prior: 0, evidence: [], context: [], threshold: 0)
}
