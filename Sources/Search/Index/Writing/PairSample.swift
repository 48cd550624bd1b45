/// The first articles of a rebuild, held back until it is known which stems often follow one another in them.
///
/// Two groups of words: those that stand in many articles, mostly function words, and those that stand in some and not in most. Pairs
/// of one with the other are left to their places: they are many, and never slow, since one of the two is not so frequent.
final class PairSample {
    /// No more than so many bytes of text are held.
    private static let mostText = 24 << 20

    private let limits: IndexLimits
    private let analyser: IndexAnalyser
    private var words: SegmentBuilder
    private var documents: [IndexedDocument] = []
    private var text = 0
    /// In how many articles one stem stands right behind another, by their numbers in `words`, and the last of these articles.
    private var pairs: [UInt64: (articles: UInt32, last: UInt32)] = [:]

    init(_ limits: IndexLimits, _ analyser: IndexAnalyser) {
        self.limits = limits
        self.analyser = analyser
        words = SegmentBuilder(analyser: analyser)
    }

    /// Takes an article; true where that is enough.
    func isFull(with document: IndexedDocument) -> Bool {
        words.add(document)
        documents.append(document)
        text += document.parts.reduce(0) { $0 + $1.text.utf8.count }
        countPairs()
        return isEnough
    }

    private var isEnough: Bool { documents.count >= limits.articlesSampled || text >= Self.mostText }

    private func countPairs() {
        let article = UInt32(documents.count)
        words.withLastWords { words in
            for (word, next) in zip(words, words.dropFirst()) where next.position == word.position &+ 1 {
                let key = UInt64(word.stem) << 32 | UInt64(next.stem)
                var known = pairs[key] ?? (0, 0)
                if known.last == article { continue }
                known = (known.articles + 1, article)
                pairs[key] = known
            }
        }
    }

    /// An empty builder for these articles and all others. Where there are fewer than were asked for, phrases are fast without pairs.
    func builder() -> SegmentBuilder {
        guard isEnough else { return SegmentBuilder(analyser: analyser) }
        let articles = Double(documents.count)
        let stems = words.stems(inAtLeast: Int((articles * min(limits.often, limits.sometimes.lowerBound)).rounded(.up)))
        let known = Dictionary(uniqueKeysWithValues: stems.map { (UInt32($0.number), $0) })
        var wanted: [(pair: PairedStems.Pair, articles: UInt32)] = []
        for (key, count) in pairs {
            guard let first = known[UInt32(key >> 32)], let second = known[UInt32(key & 0xFFFF_FFFF)],
                Double(count.articles) >= articles * least(first.articles, second.articles)
            else { continue }
            wanted.append(((first.stem, second.stem), count.articles))
        }
        wanted.sort { left, right in
            left.articles != right.articles
                ? left.articles > right.articles
                : PairedStems.term(left.pair).lexicographicallyPrecedes(PairedStems.term(right.pair))
        }
        return SegmentBuilder(analyser: analyser, pairs: PairTable(PairedStems(wanted.lazy.map(\.pair))))
    }

    /// In what part of the articles two stems must follow one another, that stand in so many each.
    private func least(_ first: Int, _ second: Int) -> Double {
        let (low, high) = (Double(min(first, second)) / Double(documents.count), Double(max(first, second)) / Double(documents.count))
        if limits.sometimes.contains(low), limits.sometimes.contains(high) { return limits.sometimesTogether }
        return low >= limits.often ? limits.oftenTogether : .infinity
    }

    /// The articles that were held back. Nothing of them is held any longer.
    func taken() -> [IndexedDocument] {
        defer { forget() }
        return documents
    }

    private func forget() {
        documents = []
        pairs = [:]
        words = SegmentBuilder(analyser: analyser)
    }
}
