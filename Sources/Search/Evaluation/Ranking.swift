import Glibc

/// What ranking heeds beside the words themselves.
struct Ranking {
    /// The moment at which articles count as new, in seconds since 1970; nothing to rank new and old alike.
    let now: Int64?
    /// Pairs of leaves whose words stand next to one another in the query, by their places in the plan.
    let neighbours: [Neighbours]

    struct Neighbours: Hashable {
        var left: Int
        var right: Int
        /// What documents get in which both stand side by side.
        var greatest: Score
    }

    /// What an article of today gets more than an old one, as a share of its score.
    private static let freshness = 0.1
    /// After so many seconds half of that is left.
    private static let halfLife = 365.0 * 86_400
    /// What two neighbouring words of the query give where they are neighbours in the text too, as a share of the rarer's
    /// rarity.
    private static let nearness: Float = 0.1
    /// Words further apart give nothing.
    private static let reach: UInt32 = 8

    init(_ plan: PlannedQuery, now: Int64?) {
        self.now = now
        var neighbours: [Neighbours] = []
        let words = Self.words(of: plan.root, plan)
        for (left, right) in zip(words, words.dropFirst()) {
            let rarity = min(plan.leaves[left].rarity, plan.leaves[right].rarity)
            neighbours.append(Neighbours(left: left, right: right, greatest: Score(rarity * Self.nearness * Scoring.unit)))
        }
        self.neighbours = neighbours
    }

    /// The words that are asked for together, in the order of the query.
    private static func words(of node: PlannedQuery.Node, _ plan: PlannedQuery) -> [Int] {
        func leaf(_ node: PlannedQuery.Node) -> Int? {
            guard case .leaf(let number) = node, plan.leaves[number].kind == .word else { return nil }
            return number
        }
        switch node {
        case .and(let parts), .or(let parts):
            let own = parts.compactMap(leaf)
            if own.count > 1 { return own }
            return parts.lazy.map { part in if case .leaf = part { [] } else { words(of: part, plan) } }.first { !$0.isEmpty } ?? []
        case .all, .none, .leaf, .condition, .orders, .not: return []
        }
    }

    /// What a document gets whose words of the query are at least `distance` apart: 1 for side by side.
    static func nearness(_ greatest: Score, _ distance: UInt32) -> Score {
        distance == 0 || distance > reach ? 0 : greatest / Score(distance * distance)
    }

    /// A score with what newness adds. `order` is the store's sort key: seconds, times 256, and a slot.
    @inline(__always)
    func lifted(_ score: Score, order: Int64) -> Score {
        guard let now else { return score }
        return score + Score(Double(score) * share(order, now))
    }

    private func share(_ order: Int64, _ now: Int64) -> Double {
        let age = Double(max(0, now - order >> 8))
        return Self.freshness * exp2(-age / Self.halfLife)
    }

    /// The least score, or less, with which documents of `order` and older ones come in.
    @inline(__always)
    func needed(_ top: TopHits, order: Int64) -> Score { unlifted(top.threshold(order: order), order: order) }

    /// The least score, or less, with which any document comes in.
    @inline(__always)
    func needed(_ top: TopHits) -> Score { needed(for: top.least) }

    /// The least score, or less, with which any document can reach `score` once lifted.
    @inline(__always)
    func needed(for score: Score) -> Score {
        now == nil ? score : max(0, Score(Double(score) / (1 + Self.freshness)) - 2)
    }

    /// The least score that reaches `score` once lifted as one of `order` is, or less.
    @inline(__always)
    func unlifted(_ score: Score, order: Int64) -> Score {
        guard let now, score > 0 else { return score }
        return max(0, Score(Double(score) / (1 + share(order, now))) - 2)
    }
}
