import Glibc

extension Explanation {
    /// The smallest change that would flip whether a passage is probably about a topic.
    public enum Change: Hashable, Sendable {
        /// Without these, the fewest that suffice, the strongest first: matched words and context factors by name.
        case without([String])
        /// With so much more evidence, in log-odds.
        case more(Double)
    }

    /// The log-odds that the threshold asks for.
    public var thresholdScore: Double {
        threshold <= 0 ? -.infinity : threshold >= 1 ? .infinity : log(threshold / (1 - threshold))
    }

    /// What would flip the result. A probable link is flipped by taking away what speaks for it; one that is not, by taking
    /// away the single thing that speaks against it, where that suffices, else by more evidence. Nothing where the prior
    /// alone decides.
    public var smallestChange: Change? {
        let pieces = evidence.map { (name: $0.text, contribution: $0.contribution) }
            + context.map { (name: $0.name, contribution: $0.contribution) }
        let distance = score - thresholdScore
        guard distance.isFinite else { return nil }
        guard distance >= 0 else {
            let against = pieces.filter { $0.contribution < distance }.max { $0.contribution < $1.contribution }
            return against.map { .without([$0.name]) } ?? .more(-distance)
        }
        // One piece that suffices, the weakest of them; else the strongest until they do.
        if let one = pieces.filter({ $0.contribution > distance }).min(by: { $0.contribution < $1.contribution }) {
            return .without([one.name])
        }
        var left = distance
        var names: [String] = []
        for piece in pieces.sorted(by: { $0.contribution > $1.contribution }) where piece.contribution > 0 && left >= 0 {
            names.append(piece.name)
            left -= piece.contribution
        }
        return left < 0 ? .without(names) : nil
    }
}
