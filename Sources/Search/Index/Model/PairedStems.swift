/// Pairs of frequent stems that are terms of their own where one stands right behind the other.
///
/// A phrase of two frequent words is slow by places: each stands in every tenth article or so, and in each of those that hold both the
/// places of both are read. So frequent pairs have lists of the articles in which they stand, with counts and block maxima, as any
/// word has. Which those are is found out when an index is made anew, from its first articles (``PairSample``); from then on all
/// segments keep the same. A segment names its pairs, since of one that it does not name nothing can be said; where segments with other
/// pairs merge, those that all have are left.
///
/// Source: the partial phrase index of Williams, Zobel and Bahle, «Fast phrase querying with combined indexes», ACM Transactions on
/// Information Systems 22 (2004).
struct PairedStems: Hashable, Sendable {
    typealias Pair = (first: [UInt8], second: [UInt8])

    static let most = 8_192
    /// As many as make a square table of two megabytes.
    static let mostStems = 1_024
    /// In bytes; frequent words are short.
    static let longest = 32
    /// As many as fit a term with their first stem.
    private static let mostSeconds = 240

    /// Ascending, none twice, each in a pair.
    let stems: [[UInt8]]
    /// Ascending, by the places of the stems: the first in the upper half of the bits.
    let pairs: [UInt32]
    /// The terms that name them, ascending: for each first stem its seconds, each behind a zero byte.
    let terms: [[UInt8]]

    static let none = PairedStems([])

    /// Takes as many of `wanted` as it may have, the first ones; none with a stem that is empty, long or has control characters.
    init(_ wanted: some Sequence<Pair>) {
        var seconds: [[UInt8]: Set<[UInt8]>] = [:]
        var stems: Set<[UInt8]> = []
        var count = 0
        for (first, second) in wanted where count < Self.most && Self.isFit(first) && Self.isFit(second) {
            let more = Set([first, second]).subtracting(stems)
            guard stems.count + more.count <= Self.mostStems, seconds[first, default: []].count < Self.mostSeconds,
                seconds[first, default: []].insert(second).inserted
            else { continue }
            stems.formUnion(more)
            count += 1
        }
        self.init(stems: stems.sorted { $0.lexicographicallyPrecedes($1) }, seconds)
    }

    /// Reads ``terms``; of anything else what can be had. Some milliseconds for thousands.
    init(terms: [[UInt8]]) {
        var seconds: [[UInt8]: Set<[UInt8]>] = [:]
        var stems: [[UInt8]] = []
        for term in terms.prefix(Self.mostStems) {
            let parts = term.split(separator: 0).map { Array($0) }.filter(Self.isFit)
            guard let first = parts.first, parts.count > 1, parts.count <= Self.mostSeconds + 1, seconds[first] == nil else { continue }
            seconds[first] = Set(parts.dropFirst())
            stems += parts
        }
        stems.sort { $0.lexicographicallyPrecedes($1) }
        var distinct: [[UInt8]] = []
        for stem in stems where stem != distinct.last { distinct.append(stem) }
        self.init(stems: Array(distinct.prefix(Self.mostStems)), seconds)
    }

    private init(stems: [[UInt8]], _ seconds: [[UInt8]: Set<[UInt8]>]) {
        self.stems = stems
        let places = Dictionary(uniqueKeysWithValues: stems.enumerated().map { ($1, UInt32($0)) })
        var pairs: [UInt32] = []
        for (first, seconds) in seconds {
            guard let left = places[first] else { continue }
            for second in seconds { if let right = places[second] { pairs.append(left << 16 | right) } }
        }
        pairs.sort()
        self.pairs = Array(pairs.prefix(Self.most))
        terms = Self.terms(stems, self.pairs)
    }

    private static func terms(_ stems: [[UInt8]], _ pairs: [UInt32]) -> [[UInt8]] {
        var terms: [[UInt8]] = []
        var last: UInt32?
        for pair in pairs {
            if pair >> 16 != last { terms.append(stems[Int(pair >> 16)]) }
            last = pair >> 16
            terms[terms.count - 1].append(0)
            terms[terms.count - 1].append(contentsOf: stems[Int(pair & 0xFFFF)])
        }
        return terms
    }

    static func == (left: PairedStems, right: PairedStems) -> Bool { left.pairs == right.pairs && left.stems == right.stems }

    func hash(into hasher: inout Hasher) { hasher.combine(pairs) }

    private static func isFit(_ stem: [UInt8]) -> Bool { (1...longest).contains(stem.count) && stem.allSatisfy { $0 >= 0x20 } }

    var isEmpty: Bool { pairs.isEmpty }

    /// The place of a stem among all; nothing where it is none of them.
    func place(of stem: some Collection<UInt8>) -> Int? {
        var low = 0
        var high = stems.count
        while low < high {
            let middle = (low + high) / 2
            if stems[middle].lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
        }
        return low < stems.count && stems[low].elementsEqual(stem) ? low : nil
    }

    func contains(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> Bool {
        guard let left = place(of: first), let right = place(of: second) else { return false }
        let pair = UInt32(left << 16 | right)
        let place = PhraseMatcher.lowerBound(pairs, pair)
        return place < pairs.count && pairs[place] == pair
    }

    /// The stems of a pair by its place among ``pairs``.
    subscript(number: Int) -> Pair { (stems[Int(pairs[number] >> 16)], stems[Int(pairs[number] & 0xFFFF)]) }

    func intersection(_ other: PairedStems) -> PairedStems {
        self == other ? self : PairedStems(pairs.indices.map { self[$0] }.filter { other.contains($0.first, $0.second) })
    }
}

// MARK: As terms

extension PairedStems {
    /// What one of ``terms`` names; of anything else what can be had.
    static func pairs(of term: some Collection<UInt8>) -> [Pair] {
        let parts = term.split(separator: 0)
        guard let first = parts.first else { return [] }
        return parts.dropFirst().map { (Array(first), Array($0)) }
    }

    /// The term of a pair itself.
    static func term(_ pair: Pair) -> [UInt8] { pair.first + [0] + pair.second }

    /// Whether a pair is among them by its term.
    func contains(term: some Collection<UInt8>) -> Bool {
        let parts = term.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && contains(parts[0], parts[1])
    }
}
