import Glibc

/// How well a document answers, in steps of 2⁻¹⁸.
///
/// Whole numbers, so that a sum does not depend on the order of its parts: what finds the best hits fast and what adds everything
/// up reach the same ranking. A term gives at most 15, a query of 200 parts fits with room to spare.
typealias Score = Int64

enum Scoring {
    /// The steps of 1.
    static let unit: Float = 262_144

    /// How rare a term is that stands in `documents` of `all`: Robertson and Spärck Jones's weight, made positive as Lucene makes it.
    static func rarity(_ documents: Int, of all: Int) -> Float {
        let all = Double(max(all, documents, 1))
        let documents = Double(max(0, documents))
        return Float(log(1 + (all - documents + 0.5) / (documents + 0.5)))
    }

    /// What a term of `rarity` gives to a document in which it weighs `x`, as ``FieldWeighting`` says.
    @inline(__always)
    static func score(_ rarity: Float, _ x: Float) -> Score {
        Score(rarity * unit * (x / (FieldWeighting.k1 + x)))
    }

    /// No document in which a term of `rarity` weighs less gets `score` for it.
    static func leastWeight(_ rarity: Float, for score: Score) -> Float {
        guard score > 1, rarity > 0 else { return 0 }
        let share = Float(score - 1) / (rarity * unit)
        // Rounded down by more than floating point can be wrong.
        return share >= 1 ? .greatestFiniteMagnitude : FieldWeighting.k1 * share / (1 - share) * 0.999
    }

    /// More than any document gives whose ``ImpactCode`` is at most `impact`, `factor` as ``IndexSegment/boundFactor(_:)``
    /// gives it.
    @inline(__always)
    static func bound(_ rarity: Float, _ impact: UInt16, factor: Float) -> Score {
        guard impact > 0 else { return 0 }
        let share = Float(impact) / 65_535
        // With x = k1 · s / (1 - s), this is f · x / (k1 + f · x).
        let scaled = factor * share / (1 + (factor - 1) * share)
        return Score(rarity * unit * min(1, scaled * 1.000_01)) + 2
    }
}
