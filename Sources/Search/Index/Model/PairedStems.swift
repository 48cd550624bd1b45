/// The frequent stems of an index whose neighbours in the text are kept as terms of their own.
///
/// A phrase of two frequent words is slow by places: each stands in every fourth article, and in each of those that hold both the places
/// of both are read. So for two such words that follow one another anywhere the articles in which they do have a list, with counts and
/// block maxima, as any word has. Which stems are frequent is found out when an index is made anew, from its first articles; from
/// then on all segments keep the same. A segment names its stems in a term; where segments with other stems merge, those that all have
/// are left.
///
/// Source: the partial phrase index of Williams, Zobel and Bahle, «Fast phrase querying with combined indexes», ACM Transactions on
/// Information Systems 22 (2004).
struct PairedStems: Hashable, Sendable {
    /// As many as a byte numbers, with some for nothing.
    static let most = 160
    /// In bytes; frequent words are short.
    static let longest = 32

    /// Ascending, none twice.
    let stems: [[UInt8]]

    static let none = PairedStems([])

    /// Takes as many of `stems` as it may have, the first ones; those that are empty, long or hold a zero byte are left out.
    init(_ stems: some Sequence<[UInt8]>) {
        var taken: Set<[UInt8]> = []
        for stem in stems where taken.count < Self.most && (1...Self.longest).contains(stem.count) && !stem.contains(0) {
            taken.insert(stem)
        }
        self.stems = taken.sorted { $0.lexicographicallyPrecedes($1) }
    }

    var isEmpty: Bool { stems.isEmpty }

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

    func intersection(_ other: PairedStems) -> PairedStems {
        self == other ? self : PairedStems(stems.filter { other.place(of: $0) != nil })
    }

    // MARK: As terms

    /// The term that names them: one after the other, each ended by a zero byte. At most 5,280 bytes.
    var term: [UInt8] { stems.flatMap { $0 + [0] } }

    /// Reads what ``term`` gives; of anything else what can be had.
    init(term: some Collection<UInt8>) {
        self.init(term.split(separator: 0).lazy.map { Array($0) })
    }

    /// The term of two stems, the second right behind the first.
    static func term(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> [UInt8] { Array(first) + [0] + Array(second) }

    /// Whether both stems of a pair's term are among them.
    func contains(bothOf term: some Collection<UInt8>) -> Bool {
        let parts = term.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && place(of: parts[0]) != nil && place(of: parts[1]) != nil
    }
}

extension IndexSegment {
    /// The stems whose pairs this segment has. Some microseconds.
    var pairedStems: PairedStems {
        let cursor = terms(.pairedStems)
        return cursor.kind == .pairedStems ? PairedStems(term: cursor.term) : .none
    }
}
