/// The frequent stems of an index whose neighbours in the text are kept as terms of their own.
///
/// A phrase of two frequent words is slow by places: each stands in every tenth article or so, and in each of those that hold both the
/// places of both are read. So for two such words that follow one another anywhere the articles in which they do have a list, with
/// counts and block maxima, as any word has. Which stems are frequent is found out when an index is made anew, from its first
/// articles; from then on all segments keep the same. A segment names its stems in a term; where segments with other stems merge, those
/// that all have are left.
///
/// Pairs of all of them would be a tenth of the index, most of it pairs of «the» with something. So stems are in groups, and have
/// pairs only within a group: the most frequent with one another, and those that are frequent without standing everywhere.
///
/// Source: the partial phrase index of Williams, Zobel and Bahle, «Fast phrase querying with combined indexes», ACM Transactions on
/// Information Systems 22 (2004).
struct PairedStems: Hashable, Sendable {
    /// Stems that have pairs with one another. Part of the file format.
    struct Groups: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        /// Those that stand in many articles.
        static let frequent = Groups(rawValue: 1)
        /// Those that stand in some articles and not in most.
        static let middling = Groups(rawValue: 2)
        static let all: Groups = [.frequent, .middling]
    }

    struct Stem: Hashable, Sendable {
        var bytes: [UInt8]
        var groups: Groups
    }

    /// As many as make a square table of four megabytes.
    static let most = 1_024
    /// In bytes; frequent words are short.
    static let longest = 32
    /// Of the term that names them.
    static let longestTerm = 8_000

    /// Ascending, none twice.
    let stems: [Stem]

    static let none = PairedStems([])

    /// Takes as many of `stems` as it may have, the first ones; of none that is empty, long or has control characters.
    init(_ stems: some Sequence<Stem>) {
        var taken: [[UInt8]: Groups] = [:]
        var length = 0
        for stem in stems where taken.count < Self.most && length + stem.bytes.count < Self.longestTerm {
            guard (1...Self.longest).contains(stem.bytes.count), stem.bytes.allSatisfy({ $0 >= 0x20 }), taken[stem.bytes] == nil else { continue }
            let groups = stem.groups.intersection(.all)
            if groups.isEmpty { continue }
            taken[stem.bytes] = groups
            length += stem.bytes.count + 1
        }
        self.stems = taken.map { Stem(bytes: $0, groups: $1) }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    var isEmpty: Bool { stems.isEmpty }

    /// The place of a stem among all; nothing where it is none of them.
    func place(of stem: some Collection<UInt8>) -> Int? {
        var low = 0
        var high = stems.count
        while low < high {
            let middle = (low + high) / 2
            if stems[middle].bytes.lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
        }
        return low < stems.count && stems[low].bytes.elementsEqual(stem) ? low : nil
    }

    /// Whether `first`, followed by `second`, has a list wherever that stands anywhere.
    func pairs(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> Bool {
        guard let left = place(of: first), let right = place(of: second) else { return false }
        return !stems[left].groups.isDisjoint(with: stems[right].groups)
    }

    func intersection(_ other: PairedStems) -> PairedStems {
        self == other
            ? self
            : PairedStems(
                stems.map { stem in
                    Stem(bytes: stem.bytes, groups: stem.groups.intersection(other.place(of: stem.bytes).map { other.stems[$0].groups } ?? []))
                })
    }

    // MARK: As terms

    /// The term that names them: one after the other, each ended by a byte with its groups.
    var term: [UInt8] { stems.flatMap { $0.bytes + [$0.groups.rawValue] } }

    /// Reads what ``term`` gives; of anything else what can be had.
    init(term: some Collection<UInt8>) {
        var stems: [Stem] = []
        var bytes: [UInt8] = []
        for byte in term {
            if byte >= 0x20 {
                bytes.append(byte)
            } else {
                stems.append(Stem(bytes: bytes, groups: Groups(rawValue: byte)))
                bytes.removeAll()
            }
        }
        self.init(stems)
    }

    /// The term of two stems, the second right behind the first.
    static func term(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> [UInt8] { Array(first) + [0] + Array(second) }

    /// Whether the stems of a pair's term have pairs.
    func contains(pair term: some Collection<UInt8>) -> Bool {
        let parts = term.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && pairs(parts[0], parts[1])
    }
}
