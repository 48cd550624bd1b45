import Text

/// A piece of a text that answers a query.
public struct AnswerPassage: Hashable, Sendable {
    /// In UTF-8 offsets of the text.
    public var range: Range<Int>
    /// The higher the better; of passages of several articles as well.
    public var score: Double
    /// Where the words of the query stand, as UTF-8 ranges of the text; ordered and apart.
    public var hits: [Range<Int>]

    public init(range: Range<Int>, score: Double, hits: [Range<Int>]) {
        self.range = range
        self.score = score
        self.hits = hits
    }
}

/// Finds the passages of texts that answer a query best.
///
/// A passage gets for each part of the query that stands in it what BM25 gives, with its own length against that of a usual
/// paragraph. So a short passage with the rare words of the query is better than a long one with the frequent ones, and one
/// with all of them better than one with the same word again and again.
public struct PassageRanking {
    /// In words, of a usual paragraph of news.
    private static let usualLength: Double = 45
    private static let k1 = 1.2
    private static let b = 0.4

    private let finder: HitFinder
    private let rarities: [Float]

    /// `rarities` are those of the query's texts, as ``IndexSearch/rarities(of:field:)`` gives them for the field that `finder` looks in.
    public init(_ finder: HitFinder, rarities: [Float]) {
        self.finder = finder
        self.rarities = rarities
    }

    /// At most `count` of `passages`, ascending ranges of `text` such as its paragraphs, that hold words of the query, the best
    /// first; of equally good ones the earlier. Linear in the length of `text`.
    public func best(
        of passages: [Range<Int>], in text: String, language: Language, count: Int = 3
    ) -> [AnswerPassage] {
        let hits = finder.allHits(in: text, language: language)
        guard !hits.isEmpty, count > 0 else { return [] }
        var found: [AnswerPassage] = []
        var next = 0
        for passage in passages {
            while next < hits.count, hits[next].range.lowerBound < passage.lowerBound { next += 1 }
            var own: [HitFinder.Hit] = []
            while next < hits.count, hits[next].range.lowerBound < passage.upperBound {
                own.append(hits[next])
                next += 1
            }
            if own.isEmpty { continue }
            found.append(
                AnswerPassage(
                    range: passage, score: score(own, length: passage.count),
                    hits: HitFinder.merged(own.map { $0.range.clamped(to: passage) })))
        }
        let order = found.indices.sorted { (-found[$0].score, $0) < (-found[$1].score, $1) }
        return order.prefix(count).map { found[$0] }
    }

    /// `length` in bytes: six make a word.
    private func score(_ hits: [HitFinder.Hit], length: Int) -> Double {
        var counts: [Int: Double] = [:]
        for hit in hits { counts[hit.text, default: 0] += 1 }
        let share = Double(length) / 6 / Self.usualLength
        let norm = Self.k1 * (1 - Self.b + Self.b * share)
        return counts.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
            let rarity = entry.key < rarities.count ? Double(rarities[entry.key]) : 1
            return sum + rarity * entry.value / (norm + entry.value)
        }
    }
}
