/// Which forms share their posting list with a stem, while segments are merged.
///
/// A stem of the merged segment can share if in every segment that has it it shares with the same form, and that form
/// stands in no other segment: then both have the same list again. Forms come before stems, and their lists lie in
/// their order, so a list is known again by where it lies.
struct SharedLists {
    private struct Place {
        /// Where the list lies in the segment it comes from.
        var postings: Int
        /// Its number among those written.
        var number: Int32
    }

    private var places: [[Place]]
    private var written: [List] = []

    /// A list that was written, in as few bytes as it takes: there are as many as forms.
    private struct List {
        var postings: Int
        var positions: Int
        var documents: UInt32
        var occurrences: UInt32
        var impact: UInt16
        var flags: TermEntry.Flags
        /// The segments that it came from.
        var segments: UInt16

        var entry: TermEntry {
            TermEntry(
                documentFrequency: Int(documents), occurrences: Int(occurrences), impact: impact, flags: flags,
                postings: postings, positions: positions)
        }
    }

    init(count: Int) { places = Array(repeating: [], count: count) }

    /// Notes the list of a form, written as `entry` from those in `group`.
    mutating func note(_ entry: TermEntry, _ group: [Int], _ entries: [TermEntry]) {
        // What does not fit is not shared.
        guard let occurrences = UInt32(exactly: entry.occurrences), let segments = UInt16(exactly: group.count) else { return }
        for (index, old) in zip(group, entries) {
            places[index].append(Place(postings: old.postings, number: Int32(written.count)))
        }
        written.append(
            List(
                postings: entry.postings, positions: entry.positions, documents: UInt32(entry.documentFrequency),
                occurrences: occurrences, impact: entry.impact, flags: entry.flags, segments: segments))
    }

    /// The list that a stem shares with a form; nothing where it needs one of its own.
    func list(of group: [Int], _ entries: [TermEntry]) -> TermEntry? {
        var found: Int32?
        for (index, entry) in zip(group, entries) {
            guard entry.flags.contains(.isShared), let number = number(of: entry.postings, in: places[index]),
                found == nil || found == number
            else { return nil }
            found = number
        }
        guard let found else { return nil }
        let list = written[Int(found)]
        return Int(list.segments) == group.count ? list.entry : nil
    }

    private func number(of postings: Int, in places: [Place]) -> Int32? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].postings < postings { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].postings == postings ? places[low].number : nil
    }
}
