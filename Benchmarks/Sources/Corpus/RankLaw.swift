import Glibc

/// Which word comes next, by rank, the most frequent first.
///
/// Frequencies in large collections of text follow a Zipf–Mandelbrot law, `1 / (r + q)`, for the words that everyone uses,
/// and fall faster beyond them, about as `1 / r²` (Ferrer i Cancho and Solé, «Two regimes in the frequency of words»,
/// 2001). Both are drawn by the inverse of their continuous distribution function, so that nothing is looked up in a table
/// of a million entries.
struct RankLaw: Sendable {
    private static let shift = 2.7

    private let ranks: Int
    private let turn: Double
    private let headWeight: Double
    private let weight: Double
    private let tailSpan: Double

    /// - Parameters:
    ///   - ranks: how many words there are.
    ///   - turn: the rank from which frequencies fall as `1 / r²`.
    init(ranks: Int, turn: Int) {
        let turn = Double(min(turn, ranks))
        self.ranks = ranks
        self.turn = turn
        headWeight = log((turn + Self.shift) / Self.shift)
        tailSpan = 1 - turn / Double(ranks)
        weight = headWeight + turn / (turn + Self.shift) * tailSpan
    }

    /// The rank at `fraction`, in 0..<1, of the distribution.
    func rank(_ fraction: Double) -> Int {
        let place = fraction * weight
        let rank = place < headWeight
            ? Self.shift * (exp(place) - 1)
            : turn / (1 - (place - headWeight) / (weight - headWeight) * tailSpan)
        return min(ranks - 1, Int(rank))
    }
}
