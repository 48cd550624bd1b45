/// The postings of one term, all in memory, which is kept for the next term.
final class PostingList {
    /// A document that holds the term.
    struct Posting {
        var document: UInt32
        var frequency: UInt32
        /// Where its positions begin among all.
        var start: UInt32
        /// Its number in the segment.
        var place: UInt32
    }

    private var postings = UnsafeMutablePointer<Posting>.allocate(capacity: 1 << 8)
    private var capacity = 1 << 8
    private var count = 0
    private var positions = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 9)
    private var ranks = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 9)
    private var positionCapacity = 1 << 9
    private var positionCount = 0

    deinit {
        postings.deallocate()
        positions.deallocate()
        ranks.deallocate()
    }

    var isEmpty: Bool { count == 0 }
    var all: UnsafeBufferPointer<Posting> { UnsafeBufferPointer(start: postings, count: count) }

    @inline(__always)
    func positions(of posting: Posting) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: positions + Int(posting.start), count: Int(posting.frequency))
    }

    @inline(__always)
    func ranks(of posting: Posting) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: ranks + Int(posting.start), count: Int(posting.frequency))
    }

    /// Empties it, and makes room for so many postings.
    func removeAll(postings needed: Int) {
        count = 0
        positionCount = 0
        guard needed > capacity else { return }
        while capacity < needed { capacity *= 2 }
        postings.deallocate()
        postings = .allocate(capacity: capacity)
    }

    /// Begins a posting; there must be room.
    @inline(__always)
    func begin(_ document: UInt32) {
        closeLast()
        postings[count] = Posting(document: document, frequency: 0, start: UInt32(truncatingIfNeeded: positionCount), place: 0)
        count &+= 1
    }

    /// Adds an occurrence to the last posting.
    @inline(__always)
    func add(_ position: UInt32, _ rank: UInt32) {
        if positionCount == positionCapacity { grow() }
        positions[positionCount] = position
        ranks[positionCount] = rank
        positionCount &+= 1
    }

    /// Ends the last posting.
    func end() { closeLast() }

    @inline(__always)
    private func closeLast() {
        if count > 0 { postings[count &- 1].frequency = UInt32(truncatingIfNeeded: positionCount) &- postings[count &- 1].start }
    }

    @inline(never)
    private func grow() {
        let larger = positionCapacity * 2
        for old in [\PostingList.positions, \PostingList.ranks] as [ReferenceWritableKeyPath<PostingList, UnsafeMutablePointer<UInt32>>] {
            let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
            moved.update(from: self[keyPath: old], count: positionCount)
            self[keyPath: old].deallocate()
            self[keyPath: old] = moved
        }
        positionCapacity = larger
    }

    /// Gives each posting the number of its document in the segment, leaves out those without one, and sorts them.
    func renumber(_ places: UnsafeBufferPointer<UInt32>) {
        var (ascends, descends) = (true, true)
        var last: UInt32 = 0
        var kept = 0
        for index in 0..<count {
            var posting = postings[index]
            posting.place = places[Int(posting.document)]
            guard posting.place != .max else { continue }
            if kept > 0 { if posting.place < last { ascends = false } else { descends = false } }
            postings[kept] = posting
            last = posting.place
            kept &+= 1
        }
        count = kept
        if ascends { return }
        var all = UnsafeMutableBufferPointer(start: postings, count: count)
        if descends { all.reverse() } else { all.sort { $0.place < $1.place } }
    }
}
