/// Counts pairs of neighbouring words, both of a given set.
public struct PairCensus: Sendable {
    /// The pairs that were met, by the places of their words in the census, with how many articles have them.
    public let pairs: [(first: Int, second: Int, articles: Int)]

    /// - Parameter isWanted: whether a word may be in a pair.
    public init(of corpus: Corpus, sample count: Int, census: WordCensus, isWanted: (WordCensus.Entry) -> Bool) {
        let wanted = census.entries.map(isWanted)
        var met: [UInt64: Int] = [:]
        for number in WordCensus.numbers(of: corpus, sample: count) {
            var seen: Set<UInt64> = []
            var previous: Int?
            corpus.article(number).body.forEachWord { _, hash in
                let place = census.place(of: hash).flatMap { wanted[$0] ? $0 : nil }
                if let previous, let place, previous != place { seen.insert(UInt64(previous) << 32 | UInt64(place)) }
                previous = place
            }
            for pair in seen { met[pair, default: 0] += 1 }
        }
        pairs = met.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF), $1) }
            .sorted { ($1.articles, $0.first, $0.second) < ($0.articles, $1.first, $1.second) }
    }
}
