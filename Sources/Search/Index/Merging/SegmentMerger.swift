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
    private let columns: DocumentColumns
    private let writer: SegmentWriter
    private let pace: MergePace
    private var cursors: [TermCursor]
    private var sharing: SharedLists
    /// Room for a block of each segment's list: each has one list at a time.
    private let buffers: [PostingsBuffer]
    /// Positions and postings, in about bytes, since mapped memory was given back.
    private var sinceRelease = 0
    private static let releaseStride = 32 << 20

    /// `pace` is asked again and again, and may make the merge slow, or end it by throwing.
    init(_ inputs: [(segment: IndexSegment, tombstones: Tombstones)], files: IndexFiles?, pace: MergePace = MergePace()) {
        var all = inputs.map { MergeInput($0.segment, $0.tombstones) }
        columns = MergeInput.number(&all)
        self.inputs = all
        writer = SegmentWriter(columns, files: files)
        self.pace = pace
        cursors = all.map { $0.segment.terms(.form(.any)) }
        sharing = SharedLists(count: all.count)
        buffers = all.map { _ in PostingsBuffer() }
    }

    var documentCount: Int { columns.count }

    /// Merges into `file`, or without one into memory, which the caller gets.
    func merge(into file: IndexFile?) throws -> UnsafeRawBufferPointer? {
        guard columns.count < SegmentFormat.mostDocuments else { throw IndexError.tooLarge(path: "") }
        var heads = MergeHeap(cursors)
        var group: [Int] = []
        var key: [UInt8] = []
        while heads.take(cursors, into: &group) {
            // A copy of the bytes: the cursors go on with their own.
            key.removeAll(keepingCapacity: true)
            key.append(contentsOf: cursors[group[0]].key)
            try merge(key, group)
            releasePages()
            for index in group {
                cursors[index].next()
                heads.insert(index, cursors)
            }
        }
        if let damaged = inputs.first(where: { $0.segment.isDamaged }) {
            throw IndexError.damaged(path: damaged.segment.path, part: "content")
        }
        return try writer.finish(into: file)
    }

    /// Keeps the mapped inputs from filling the process's memory.
    private func releasePages() {
        guard sinceRelease > Self.releaseStride else { return }
        sinceRelease = 0
        for input in inputs { input.segment.storage.releasePages() }
    }

    private func merge(_ key: [UInt8], _ group: [Int]) throws {
        let kind = TermKind(byte: key[0])
        // Stored prefixes are made anew from the forms.
        if kind == .prefix { return }
        let entries = group.map { cursors[$0].entry }
        if kind == .stem(.any), let shared = sharing.list(of: group, entries) {
            return try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.addShared(key, shared) }
        }
        let entry = try write(key, group, entries)
        if kind == .form(.any), let entry { sharing.note(entry, group, entries) }
    }

    /// Writes the postings of a term; nothing where none of its documents is left.
    private func write(_ key: [UInt8], _ group: [Int], _ entries: [TermEntry]) throws -> TermEntry? {
        var lists: [MergeList] = []
        for (index, entry) in zip(group, entries) {
            let list = MergeList(inputs[index], entry, buffers[index])
            if list.place != MergeInput.gone { lists.append(list) }
        }
        guard !lists.isEmpty else { return nil }
        try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.begin(key) }
        while !lists.isEmpty {
            let (first, limit) = Self.leader(lists)
            try copy(&lists[first], before: limit)
            if lists[first].place == MergeInput.gone { lists.remove(at: first) }
        }
        return try writer.end()
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

    private func copy(_ list: inout MergeList, before limit: UInt32) throws {
        while list.place < limit {
            let frequency = list.cursor.frequency()
            let counts = list.cursor.counts()
            let positions = list.cursor.positions()
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
