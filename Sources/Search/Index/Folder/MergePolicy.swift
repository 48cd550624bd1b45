/// Which segments are merged next: tiers, as in Lucene's log merge policy (O'Neil and others, «The log-structured
/// merge-tree», Acta Informatica 33, 1996). Each article is rewritten about once for each factor of eight in the number
/// of articles.
enum MergePolicy {
    /// What is known of a segment.
    struct Candidate: Hashable {
        var index: Int
        /// Articles that count.
        var live: Int
        var documents: Int
    }

    /// The segments to merge into one, by index, ascending; none where all is well.
    static func choice(_ candidates: [Candidate], _ limits: IndexLimits) -> [Int] {
        let sorted = candidates.sorted { ($0.live, $0.index) < ($1.live, $1.index) }
        var start = 0
        while start < sorted.count {
            // A tier: from its least segment on, those up to `mergeFactor` times as large.
            let least = max(1, sorted[start].live)
            var end = start
            while end < sorted.count, sorted[end].live < least * limits.mergeFactor { end += 1 }
            if end - start >= limits.mergeFactor { return merged(sorted[start..<end], limits) }
            start = max(end, start + 1)
        }
        let wasteful = candidates.first { candidate in
            Double(candidate.documents - candidate.live) > limits.goneShare * Double(max(1, candidate.documents))
        }
        return wasteful.map { [$0.index] } ?? []
    }

    /// As many as fit one segment, the smallest first.
    private static func merged(_ tier: ArraySlice<Candidate>, _ limits: IndexLimits) -> [Int] {
        var total = 0
        let chosen = tier.prefix { candidate in
            total += candidate.live
            return total < SegmentFormat.mostDocuments
        }
        return chosen.count < 2 ? [] : chosen.map(\.index).sorted()
    }
}
