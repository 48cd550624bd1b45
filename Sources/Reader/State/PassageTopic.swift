import Articles
import Library
import Topics

/// A topic of the passage under the cursor, with all that is said for it and what the user said of it.
public struct PassageTopic: Hashable, Sendable, Identifiable {
    /// How it stands.
    public enum Standing: Int, Hashable, Sendable, CaseIterable {
        /// The user said so.
        case accepted
        case probable, possible
        /// The user said that it is none.
        case rejected
    }

    public var id: TopicID
    /// What links it, the engine's word first; empty where only the user's rejection is left.
    public var links: [TopicLink]
    public var verdict: Verdict?

    public var standing: Standing {
        switch verdict {
        case .accepted: .accepted
        case .rejected: .rejected
        case nil: links.contains { $0.standing == .probable } ? .probable : .possible
        }
    }

    /// What the panel explains: the engine's link, or else the only one.
    public var explanation: Explanation? { links.first.map(\.explanation) }

    var score: Double { links.map(\.explanation.score).max() ?? -.infinity }
}

extension ReadingState {
    /// The topics of the passage: what stands first, the strongest first, rejected ones last.
    /// - Parameter showsPossible: whether those that are only possible are among them.
    public func topics(showsPossible: Bool) -> [PassageTopic] {
        guard let passage else { return [] }
        var topics: [TopicID: PassageTopic] = [:]
        for link in article.links + article.rejected where !link.passage.range.isEmpty && link.passage.range.overlaps(passage) {
            topics[link.topic, default: PassageTopic(id: link.topic, links: [], verdict: nil)].links.append(link)
        }
        for decision in article.decisions {
            guard let range = decision.range, !range.isEmpty, range.overlaps(passage) else { continue }
            topics[decision.topic, default: PassageTopic(id: decision.topic, links: [], verdict: nil)].verdict = decision.verdict
        }
        return topics.values.map(\.ordered)
            .filter { showsPossible || $0.standing != .possible }
            .sorted { $0.precedes($1) }
    }
}

extension PassageTopic {
    /// With the engine's own link before those of citations and category lines.
    fileprivate var ordered: PassageTopic {
        var ordered = self
        ordered.links.sort { ($0.origin.order, -$0.explanation.score) < ($1.origin.order, -$1.explanation.score) }
        return ordered
    }

    /// Accepted and probable ones by strength together, since a person's word says nothing about how much there is of it.
    private var rank: Int {
        switch standing {
        case .accepted, .probable: 0
        case .possible: 1
        case .rejected: 2
        }
    }

    fileprivate func precedes(_ other: PassageTopic) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if score != other.score { return score > other.score }
        return id < other.id
    }
}

extension TopicLink.Origin {
    fileprivate var order: Int {
        switch self {
        case .user: 0
        case .engine: 1
        case .citation: 2
        case .kicker: 3
        }
    }
}
