/// The postings of one term, all in memory.
struct PostingList {
    var postings: [OccurrenceStreams.Posting] = []
    /// Of all postings, each where it says.
    var positions: [UInt32] = []

    mutating func removeAll() {
        postings.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
    }

    /// Gives each posting the number of its document in the segment, leaves out those without one, and sorts them.
    mutating func renumber(_ places: [UInt32]) {
        var isSorted = true
        var last: UInt32 = 0
        var kept = 0
        for index in postings.indices {
            let place = places[Int(postings[index].document)]
            guard place != .max else { continue }
            postings[kept] = postings[index]
            postings[kept].place = place
            if place < last { isSorted = false }
            last = place
            kept += 1
        }
        postings.removeSubrange(kept...)
        if !isSorted { postings.sort { $0.place < $1.place } }
    }
}
