/// What one part of a query finds by itself.
public struct PartCount: Hashable, Sendable {
    public var part: Query
    public var count: HitCount

    public init(part: Query, count: HitCount) {
        self.part = part
        self.count = count
    }
}

extension IndexSearch {
    /// What each word, phrase and condition of `query` finds by itself, in the order of the query; each part once. Counted
    /// exactly up to `bound`.
    public func partCounts(
        of query: Query, upTo bound: Int = 10_000, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [PartCount] {
        var seen: Set<Query> = []
        return try query.normalised.parts.filter { seen.insert($0).inserted }.map {
            PartCount(part: $0, count: try count(of: $0, upTo: bound, cancellation: cancellation))
        }
    }

    /// How rare each of the texts is that `query` looks for in `field`, in the order of ``Query/texts(in:)``: what
    /// ``PassageRanking`` weighs them by.
    public func rarities(of query: Query, field: TextField = .body) throws -> [Float] {
        try query.texts(in: field).map { text in
            let plan = try plan(.text(text), SearchCancellation())
            return plan.leaves.map(\.rarity).max() ?? 0
        }
    }
}

extension Query {
    /// The words and conditions, without what joins them.
    var parts: [Query] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.parts)
        case .any(let parts): StopWords.telling(parts).flatMap(\.parts)
        case .not(let inner): inner.parts
        case .all, .text, .near, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: [self]
        }
    }
}
