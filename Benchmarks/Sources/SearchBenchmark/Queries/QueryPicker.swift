import Corpus

/// Picks queries of every class by the statistics of a corpus, the same ones for the same seed.
struct QueryPicker {
    private static let sample = 20_000
    private static let pairSample = 10_000

    private let rare: [String]
    private let frequent: [String]
    private let medium: [String]
    /// Words that somebody might type the beginning of.
    private let typed: [String]
    /// Frequent words that often follow one another.
    private let phrases: [[String]]
    private var random: SplitMix

    init(corpus: Corpus) {
        let census = WordCensus(of: corpus, sample: Self.sample)
        let total = Double(census.articles)
        func words(_ share: ClosedRange<Double>) -> [String] {
            census.entries.filter { share ~= Double($0.articles) / total && !$0.isFunctionWord }.map(\.word)
        }
        rare = census.entries.filter { $0.articles <= 2 && $0.word.utf8.count > 4 }.map(\.word)
        frequent = words(0.18...0.34)
        medium = words(0.01...0.25)
        typed = words(0.002...0.3)
        let pairs = PairCensus(of: corpus, sample: Self.pairSample, census: census) {
            0.05...0.5 ~= Double($0.articles) / total && !$0.isFunctionWord
        }
        phrases = pairs.pairs.prefix(max(40, pairs.pairs.count / 20)).map { [census.entries[$0.first].word, census.entries[$0.second].word] }
        random = SplitMix(state: corpus.seed ^ 0x9E1C)
    }

    /// `count` queries of each class, first all ranked, then the same ones newest first.
    mutating func queries(_ count: Int) -> [BenchmarkQuery] {
        let ranked = QueryClass.allCases.flatMap { queries(of: $0, count) }
        return ranked + ranked.map { query in
            var newest = query
            newest.order = .newest
            return newest
        }
    }

    private mutating func queries(of queryClass: QueryClass, _ count: Int) -> [BenchmarkQuery] {
        var picked: [BenchmarkQuery] = []
        var tries = 0
        while picked.count < count, tries < 50 * count {
            tries += 1
            let words: [BenchmarkQuery.Word]? =
                switch queryClass {
                case .rareTerm: pick(rare).map { [.init(text: $0)] }
                case .frequentTerm: pick(frequent).map { [.init(text: $0)] }
                case .twoFrequent: several(2, of: frequent)
                case .phrase: pick(phrases).map { $0.map { .init(text: $0) } }
                case .prefixOf1: prefix(1)
                case .prefixOf2: prefix(2)
                case .prefixOf3: prefix(3)
                case .prefixOf5: prefix(5)
                case .termAndPrefix: termAndPrefix()
                case .any: several(3 + random.number(below: 3), of: medium)
                }
            guard let words else { continue }
            let kind: BenchmarkQuery.Kind = queryClass == .phrase ? .phrase : queryClass == .any ? .any : .all
            let query = BenchmarkQuery(queryClass: queryClass, order: .ranked, kind: kind, words: words)
            // There are hardly more letters than queries of one letter.
            if !picked.contains(query) { picked.append(query) }
        }
        return picked
    }

    private mutating func several(_ count: Int, of words: [String]) -> [BenchmarkQuery.Word]? {
        var picked: [BenchmarkQuery.Word] = []
        for _ in 0..<count {
            guard let word = pick(words), !picked.contains(where: { $0.text == word }) else { return nil }
            picked.append(.init(text: word))
        }
        return picked
    }

    private mutating func termAndPrefix() -> [BenchmarkQuery.Word]? {
        guard let term = pick(frequent), let prefix = prefix(1 + random.number(below: 3)) else { return nil }
        return [.init(text: term)] + prefix
    }

    private mutating func prefix(_ length: Int) -> [BenchmarkQuery.Word]? {
        guard let word = pick(typed), word.utf8.count > length else { return nil }
        return [.init(text: String(word.prefix(length)), isPrefix: true)]
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[random.number(below: elements.count)]
    }
}

/// A sequence of numbers that is fixed by its seed.
private struct SplitMix {
    var state: UInt64

    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
