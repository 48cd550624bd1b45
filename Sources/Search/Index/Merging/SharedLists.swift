import Text

/// How the forms and stems of a merged segment are kept, found out before it is written: which stems share the list of
/// their only form, and which forms have ranks among the words of their stem (PostingsCursor+Positions).
///
/// Forms come before stems in the dictionary, so the stems of all segments are walked once beforehand and numbered. A form
/// shares its list with a stem if in every segment that has the stem both share one. A form has ranks if it has the same only
/// stem in every segment that has it; else positions. In a segment a shared list is known again by where it lies.
///
/// Merging a hundred segments there are millions of shared lists. Lists lie in the order of their forms, so what is known of
/// them is packed in that order, some three bytes each, and read side by side with the forms.
final class SharedLists {
    /// A stem that in some segment shares its list with a form, in as few bytes as it takes: there are many.
    struct Stem {
        /// The segments that have the stem, and those of them in which it shares.
        var segments: UInt16
        var sharing: UInt16
        /// Where its key begins among ``keys``; the next one's begins where it ends.
        var key: UInt32
        /// The list of its form, once that is written as one that is shared.
        var documents: UInt32 = 0
        var occurrences: UInt32 = 0
        var postings: UInt32 = 0
        var positions: UInt32 = 0
        var postingsAbove: UInt8 = 0
        var positionsAbove: UInt8 = 0
        var flags: UInt8 = 0
        var impact: UInt16 = 0

        init(segments: Int, sharing: Int, key: Int) {
            self.segments = UInt16(truncatingIfNeeded: segments)
            self.sharing = UInt16(truncatingIfNeeded: sharing)
            self.key = UInt32(truncatingIfNeeded: key)
        }

        /// Where sections are of less than 2⁴⁰ bytes.
        mutating func note(_ entry: TermEntry) {
            guard entry.postings >> 40 == 0, entry.positions >> 40 == 0 else { return }
            documents = UInt32(truncatingIfNeeded: entry.documentFrequency)
            occurrences = UInt32(truncatingIfNeeded: entry.occurrences)
            postings = UInt32(truncatingIfNeeded: entry.postings)
            positions = UInt32(truncatingIfNeeded: entry.positions)
            postingsAbove = UInt8(truncatingIfNeeded: entry.postings >> 32)
            positionsAbove = UInt8(truncatingIfNeeded: entry.positions >> 32)
            flags = entry.flags.rawValue
            impact = entry.impact
        }

        var entry: TermEntry? {
            guard documents > 0 else { return nil }
            return TermEntry(
                documentFrequency: Int(documents), occurrences: Int(occurrences), impact: impact, flags: TermEntry.Flags(rawValue: flags),
                postings: Int(postingsAbove) << 32 | Int(postings), positions: Int(positionsAbove) << 32 | Int(positions))
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

    private static let mostStems = 1 << 24

    private let segments: [IndexSegment]
    /// For each segment its shared lists.
    private var places: [SharedPlaces] = []
    private var stems = LargeArray<Stem>()
    private var keys = LargeArray<UInt8>()
    /// The stems, of those that are numbered, that were merged.
    private var passed = 0

    /// Walks the stems of `segments`. `pace` may end it by throwing.
    init(_ segments: [IndexSegment], _ pace: MergePace) throws {
        self.segments = segments
        let numbers = segments.map { _ in PackedNumbers() }
        var cursors = segments.map { $0.terms(.stem(.any)) }
        var heads = MergeHeap(cursors)
        var group: [Int] = []
        while heads.take(cursors, into: &group), case .stem? = cursors[group[0]].kind {
            note(group, cursors, numbers)
            try pace.step(0)
            for index in group {
                cursors[index].next()
                heads.insert(index, cursors)
            }
        }
        for (segment, numbers) in zip(segments, numbers) { places.append(try SharedPlaces(segment, numbers, pace)) }
    }

    /// Numbers a stem, if it shares a list anywhere; `numbers` gets the number for each segment in which it does.
    private func note(_ group: [Int], _ cursors: [TermCursor], _ numbers: [PackedNumbers]) {
        let sharing = group.count { cursors[$0].entry.flags.contains(.isShared) }
        // More stems than can be numbered: the rest keep lists of their own.
        guard sharing > 0, stems.count < Self.mostStems else { return }
        for index in group where cursors[index].entry.flags.contains(.isShared) { numbers[index].append(ascending: stems.count) }
        stems.append(Stem(segments: group.count, sharing: sharing, key: keys.count))
        if group.count > 1 { cursors[group[0]].key.withUnsafeBufferPointer { keys.append(contentsOf: $0) } }
    }

    /// The key of stem `number`; empty where it is not needed.
    private func key(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(stems[number].key)
        let end = number + 1 < stems.count ? Int(stems[number + 1].key) : keys.count
        return UnsafeBufferPointer(start: keys.base + start, count: max(0, end - start))
    }

    /// What the form has that the segments in `group` have with `entries`. For ranks `key` becomes that of its stem. Forms come in
    /// the order of the dictionary.
    func keeping(_ group: [Int], _ entries: [TermEntry], stem key: inout [UInt8]) -> Keeping {
        key.removeAll(keepingCapacity: true)
        var shared: Int?
        for (index, entry) in zip(group, entries) {
            if entry.flags.contains(.hasRanks) {
                let other = segments[index].stemKey(of: entry)
                if key.isEmpty { key.append(contentsOf: other) } else if !key.elementsEqual(other) { return .positions }
            } else {
                guard let number = places[index].number(of: entry.postings), shared == nil || shared == number else { return .positions }
                shared = number
            }
        }
        guard let shared else { return .ranks }
        let stem = stems[shared]
        // Where one segment has ranks, the form and the stem are not the same in all: the stem may have another form there.
        if key.isEmpty, Int(stem.segments) == group.count, stem.sharing == stem.segments { return .shared(shared) }
        let name = self.key(shared)
        guard key.isEmpty || key.elementsEqual(name) else { return .positions }
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: name)
        return .ranks
    }

    /// Notes the list of a form, written as `entry`, which the stem `number` shares.
    func note(_ entry: TermEntry, sharedBy number: Int) { stems.base[number].note(entry) }

    /// The list that a stem shares with a form; nothing where it needs one of its own. Asked for each stem in the order of the
    /// dictionary, as they were numbered.
    func nextList(_ entries: [TermEntry]) -> TermEntry? {
        guard entries.contains(where: { $0.flags.contains(.isShared) }), passed < stems.count else { return nil }
        passed += 1
        return stems[passed - 1].entry
    }
}

/// The shared lists of one segment in the order in which they lie, with the numbers of their stems.
private struct SharedPlaces {
    private let numbers = PackedNumbers()
    /// The list that is next, past the end none.
    private var postings = -1
    private var number = 0

    /// Walks the stems of `segment`, of which those that share a list have `stems` for numbers.
    init(_ segment: IndexSegment, _ stems: PackedNumbers, _ pace: MergePace) throws {
        var found: [(postings: Int, number: Int)] = []
        var cursor = segment.terms(.stem(.any))
        while case .stem? = cursor.kind {
            if cursor.entry.flags.contains(.isShared) {
                guard let number = stems.nextAscending() else { break }
                if cursor.entry.postings >= 0 { found.append((cursor.entry.postings, number)) }
            }
            try pace.step(0)
            cursor.next()
        }
        found.sort { $0.postings < $1.postings }
        var last = (postings: 0, number: 0)
        for place in found {
            numbers.append(UInt64(place.postings - last.postings))
            numbers.append(signed: Int64(place.number - last.number))
            last = place
        }
        postings = 0
        advance()
    }

    private mutating func advance() {
        guard let gap = numbers.next(), let change = numbers.nextSigned() else { return postings = .max }
        postings &+= Int(truncatingIfNeeded: gap)
        number &+= Int(change)
    }

    /// The number of the stem that shares the list at `place`; nothing where none does. Places ascend from call to call.
    mutating func number(of place: Int) -> Int? {
        while postings < place { advance() }
        return postings == place && place < .max ? number : nil
    }
}
