/// How the forms and stems of a merged segment are kept, found out before it is written: which stems share the list of
/// their only form, and which forms have ranks among the words of their stem (PostingsCursor+Positions).
///
/// Forms come before stems in the dictionary, so the stems of all segments are walked once beforehand. A form shares its
/// list with a stem if in every segment that has the stem both share one. A form has ranks if it has the same only stem in
/// every segment that has it; else positions. In a segment a shared list is known again by where it lies.
struct SharedLists {
    /// Where a list lies in the segment it comes from, and the number of its stem among ``stems``, in eight bytes: merging
    /// many segments there are millions.
    private struct Place {
        static let bits = 24
        let value: UInt64

        init(postings: Int, number: Int) { value = UInt64(postings) << UInt64(Self.bits) | UInt64(number) }

        var postings: Int { Int(value >> UInt64(Self.bits)) }
        var number: Int { Int(value & (1 << UInt64(Self.bits) - 1)) }
    }

    /// A stem that in some segment shares its list with a form, in as few bytes as it takes: there are many.
    private struct Stem {
        /// The segments that have the stem, and those of them in which it shares.
        var segments: UInt16
        var sharing: UInt16
        var flags = TermEntry.Flags(rawValue: 0)
        var impact: UInt16 = 0
        /// Where its key lies among ``keys``; nowhere where it is not needed.
        var key: UInt32 = 0
        var keyLength: UInt16 = 0
        /// The list of its form, once that is written as one that is shared.
        var documents: UInt32 = 0
        var occurrences: UInt32 = 0
        var postings = 0
        var positions = 0

        var entry: TermEntry? {
            guard documents > 0 else { return nil }
            return TermEntry(
                documentFrequency: Int(documents), occurrences: Int(occurrences), impact: impact, flags: flags,
                postings: postings, positions: positions)
        }
    }

    /// What a form of the merged segment has.
    enum Keeping: Hashable {
        /// Positions, in a list that its stem shares: that with this number.
        case shared(Int)
        /// Ranks.
        case ranks
        /// Positions of its own.
        case positions
    }

    private let segments: [IndexSegment]
    /// For each segment its shared lists, in the order in which they lie.
    private var places: [[Place]]
    private var stems: [Stem] = []
    private var keys: [UInt8] = []

    /// Walks the stems of `segments`. `pace` may end it by throwing.
    init(_ segments: [IndexSegment], _ pace: MergePace) throws {
        self.segments = segments
        places = Array(repeating: [], count: segments.count)
        var cursors = segments.map { $0.terms(.stem(.any)) }
        var heads = MergeHeap(cursors)
        var group: [Int] = []
        while heads.take(cursors, into: &group), case .stem? = cursors[group[0]].kind {
            note(group, cursors)
            try pace.step(0)
            for index in group {
                cursors[index].next()
                heads.insert(index, cursors)
            }
        }
        for index in places.indices { places[index].sort { $0.value < $1.value } }
    }

    private mutating func note(_ group: [Int], _ cursors: [TermCursor]) {
        let sharing = group.count { cursors[$0].entry.flags.contains(.isShared) }
        // More stems than can be numbered: the rest keep lists of their own.
        guard sharing > 0, stems.count < 1 << Place.bits else { return }
        for index in group where cursors[index].entry.flags.contains(.isShared) && cursors[index].entry.postings >= 0 {
            places[index].append(Place(postings: cursors[index].entry.postings, number: stems.count))
        }
        var stem = Stem(segments: UInt16(truncatingIfNeeded: group.count), sharing: UInt16(truncatingIfNeeded: sharing))
        if group.count > 1 {
            let key = cursors[group[0]].key
            stem.key = UInt32(truncatingIfNeeded: keys.count)
            stem.keyLength = UInt16(truncatingIfNeeded: key.count)
            keys.append(contentsOf: key)
        }
        stems.append(stem)
    }

    /// What the form has that the segments in `group` have with `entries`. For ranks `key` becomes that of its stem.
    func keeping(_ group: [Int], _ entries: [TermEntry], stem key: inout [UInt8]) -> Keeping {
        key.removeAll(keepingCapacity: true)
        var shared: Int?
        for (index, entry) in zip(group, entries) {
            if entry.flags.contains(.hasRanks) {
                let other = segments[index].stemKey(of: entry)
                if key.isEmpty { key.append(contentsOf: other) } else if !key.elementsEqual(other) { return .positions }
            } else {
                guard let number = number(of: entry.postings, in: places[index]), shared == nil || shared == number else { return .positions }
                shared = number
            }
        }
        guard let shared else { return .ranks }
        let stem = stems[shared]
        // Where one segment has ranks, the form and the stem are not the same in all: the stem may have another form there.
        if key.isEmpty, Int(stem.segments) == group.count, stem.sharing == stem.segments { return .shared(shared) }
        let name = keys[Int(stem.key)..<(Int(stem.key) + Int(stem.keyLength))]
        guard key.isEmpty || key.elementsEqual(name) else { return .positions }
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: name)
        return .ranks
    }

    /// Notes the list of a form, written as `entry`, which the stem `number` shares.
    mutating func note(_ entry: TermEntry, sharedBy number: Int) {
        stems[number].documents = UInt32(truncatingIfNeeded: entry.documentFrequency)
        stems[number].occurrences = UInt32(truncatingIfNeeded: entry.occurrences)
        stems[number].impact = entry.impact
        stems[number].flags = entry.flags
        stems[number].postings = entry.postings
        stems[number].positions = entry.positions
    }

    /// The list that a stem shares with a form; nothing where it needs one of its own.
    func list(of group: [Int], _ entries: [TermEntry]) -> TermEntry? {
        guard entries[0].flags.contains(.isShared) else { return nil }
        return number(of: entries[0].postings, in: places[group[0]]).flatMap { stems[$0].entry }
    }

    private func number(of postings: Int, in places: [Place]) -> Int? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].postings < postings { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].postings == postings ? places[low].number : nil
    }
}
