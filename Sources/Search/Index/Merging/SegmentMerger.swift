/// Makes one segment of several: the same as building it at once from all their articles that count.
///
/// The dictionaries are walked side by side in the order of terms. The postings of a term are read from the segments
/// that have it, renumbered, and written in the order of the new numbers. A run of postings that all come from one
/// segment costs one comparison each; segments of different times therefore merge at the speed of copying. Nothing but
/// the columns, the new numbers and the pairs of forms and stems is held in memory.
///
/// Source: the sort-based merging of Witten, Moffat and Bell, «Managing Gigabytes», 2nd ed. 1999, section 5.4.
final class SegmentMerger {
    private(set) var inputs: [MergeInput]
    /// Until they are written, which is first.
    private var columns: DocumentColumns?
    let documentCount: Int
    private let files: IndexFiles?
    private let pace: MergePace
    private let cursors: Owned<[TermCursor]>
    /// Those that all inputs have.
    let pairedStems: PairedStems
    private var sharing: SharedLists?
    /// Of the current term in the segments that have it.
    private let entries = Owned<[TermEntry]>([])
    private let lists = Owned<[MergeList]>([])
    /// The key of the stem among whose words the current form has ranks; empty where it has none.
    private let stem = Owned<[UInt8]>([])
    private let ascending = AscendingNumbers()
    /// Room for a block of each segment's list: each has one list at a time.
    private let buffers: [PostingsBuffer]
    /// Positions and postings, in about bytes, since mapped memory was given back.
    private var sinceRelease = 0
    private static let releaseStride = 32 << 20

    /// `pace` is asked again and again, and may make the merge slow, or end it by throwing.
    init(_ inputs: [(segment: IndexSegment, tombstones: Tombstones)], files: IndexFiles?, pace: MergePace = MergePace()) {
        var all = inputs.map { MergeInput($0.segment, $0.tombstones) }
        let columns = MergeInput.number(&all)
        self.columns = columns
        documentCount = columns.count
        self.inputs = all
        self.files = files
        self.pace = pace
        let paired = inputs.filter { $0.segment.documentCount > 0 }.map(\.segment.pairedStems)
        pairedStems = paired.dropFirst().reduce(paired.first ?? .none) { $0.intersection($1) }
        cursors = Owned(all.map { $0.segment.terms(.form(.any)) })
        buffers = all.map { _ in PostingsBuffer() }
    }

    /// Merges into `file`, or without one into memory, which the caller gets.
    func merge(into file: IndexFile?) throws -> UnsafeRawBufferPointer? {
        guard documentCount < SegmentFormat.mostDocuments else { throw IndexError.tooLarge(path: "") }
        let writer = try SegmentWriter(columns.take() ?? DocumentColumns(), into: file, files: files, pairedStems: pairedStems)
        sharing = try SharedLists(inputs.map(\.segment), pace)
        var heads = MergeHeap(cursors.value)
        var group: [Int] = []
        var key: [UInt8] = []
        while heads.take(cursors.value, into: &group) {
            // A copy of the bytes: the cursors go on with their own.
            key.removeAll(keepingCapacity: true)
            key.append(contentsOf: cursors.value[group[0]].key)
            try merge(key, group, writer)
            releasePages()
            for index in group {
                cursors.value[index].next()
                heads.insert(index, cursors.value)
            }
        }
        if let damaged = inputs.first(where: { $0.segment.isDamaged }) {
            throw IndexError.damaged(path: damaged.segment.path, part: "content")
        }
        return try writer.finish()
    }

    /// Keeps the mapped inputs from filling the process's memory.
    private func releasePages() {
        guard sinceRelease > Self.releaseStride else { return }
        sinceRelease = 0
        for input in inputs { input.segment.storage.releasePages() }
    }

    private func merge(_ key: [UInt8], _ group: [Int], _ writer: SegmentWriter) throws {
        entries.value.removeAll(keepingCapacity: true)
        for index in group { entries.value.append(cursors.value[index].entry) }
        stem.value.removeAll(keepingCapacity: true)
        switch TermKind(byte: key[0]) {
        // Stored prefixes are made anew from the forms.
        case .prefix: return
        // Named by the writer.
        case .pairedStems: return
        case .pair:
            if pairedStems.contains(term: key.dropFirst()) { _ = try write(key, group, writer) }
        case .form:
            let keeping = sharing?.keeping(group, entries.value, stem: &stem.value) ?? .positions
            if keeping != .ranks { stem.value.removeAll(keepingCapacity: true) }
            let entry = try write(key, group, writer)
            if case .shared(let number) = keeping, let entry { sharing?.note(entry, sharedBy: number) }
        case .stem:
            guard let shared = sharing?.nextList(entries.value) else { return _ = try write(key, group, writer) }
            try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.addShared(key, shared) }
        case .keyword, nil: _ = try write(key, group, writer)
        }
    }

    /// Writes the postings of a term, with ranks if ``stem`` says so; nothing where none of its documents is left.
    private func write(_ key: [UInt8], _ group: [Int], _ writer: SegmentWriter) throws -> TermEntry? {
        var lists = takenLists()
        defer { self.lists.value = lists }
        for (index, entry) in zip(group, entries.value) {
            let list = MergeList(inputs[index], entry, buffers[index])
            if list.place != MergeInput.gone { lists.append(list) }
        }
        guard !lists.isEmpty else { return nil }
        try key.withUnsafeBufferPointer { key throws(IndexError) in
            try stem.value.withUnsafeBufferPointer { stem throws(IndexError) in try writer.begin(key, ranksIn: stem) }
        }
        while !lists.isEmpty {
            let (first, limit) = Self.leader(lists)
            try copy(&lists[first], before: limit, writer)
            if lists[first].place == MergeInput.gone { lists.remove(at: first) }
        }
        return try writer.end()
    }

    /// ``lists``, taken out so that they are changed in place.
    private func takenLists() -> [MergeList] {
        var taken: [MergeList] = []
        swap(&taken, &lists.value)
        taken.removeAll(keepingCapacity: true)
        return taken
    }

    /// The list with the least number, and the least number among the others.
    private static func leader(_ lists: [MergeList]) -> (Int, UInt32) {
        var first = 0
        var second = MergeInput.gone
        for index in lists.indices.dropFirst() {
            if lists[index].place < lists[first].place {
                second = lists[first].place
                first = index
            } else {
                second = min(second, lists[index].place)
            }
        }
        return (first, second)
    }

    private func copy(_ list: inout MergeList, before limit: UInt32, _ writer: SegmentWriter) throws {
        let hasRanks = !stem.value.isEmpty
        while list.place < limit {
            let frequency = list.cursor.frequency()
            let counts = list.cursor.counts()
            let positions = hasRanks ? list.ranks(ascending) : list.cursor.positions()
            try writer.add(list.place, frequency: frequency, counts: counts, positions: positions)
            list.next()
            try pace.step(positions.count)
            sinceRelease += positions.count + 4
        }
    }
}

/// The postings of a term in one of the segments that are merged.
private struct MergeList {
    var cursor: PostingsCursor
    let places: [UInt32]
    /// The current document's number in the merged segment; ``MergeInput/gone`` at the end.
    private(set) var place = MergeInput.gone

    init(_ input: MergeInput, _ entry: TermEntry, _ buffer: PostingsBuffer) {
        cursor = PostingsCursor(input.segment, entry, buffer)
        places = input.places
        settle()
    }

    /// Which of its stem's words in the document are the form's: where its list has positions, all are.
    mutating func ranks(_ ascending: AscendingNumbers) -> UnsafeBufferPointer<UInt32> {
        cursor.entry.flags.contains(.hasRanks) ? cursor.storedPositions() : ascending.first(Int(cursor.frequency()))
    }

    @inline(__always)
    mutating func next() {
        cursor.next()
        settle()
    }

    @inline(__always)
    private mutating func settle() {
        while cursor.document != PostingsCursor.end {
            place = places[Int(cursor.document)]
            if place != MergeInput.gone { return }
            cursor.next()
        }
        place = MergeInput.gone
    }
}

/// 0, 1, 2 and so on.
private final class AscendingNumbers {
    private var memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)

    deinit { memory.deallocate() }

    /// The first `count` of them. Valid until the next call.
    func first(_ count: Int) -> UnsafeBufferPointer<UInt32> {
        if count > memory.count {
            memory.deallocate()
            memory = .allocate(capacity: max(64, 2 * count))
            for place in memory.indices { memory[place] = UInt32(truncatingIfNeeded: place) }
        }
        return UnsafeBufferPointer(rebasing: memory[..<count])
    }
}
