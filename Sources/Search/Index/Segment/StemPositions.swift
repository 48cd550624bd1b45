/// Reads the positions of a form with ranks from the list of its stem.
final class StemPositions {
    private let segment: IndexSegment
    /// Nothing where the stem is not in the dictionary, which is damage.
    private var stem: PostingsCursor?
    private var values: UnsafeMutablePointer<UInt32>
    private var capacity = 64

    /// `entry` is that of the form.
    init(_ segment: IndexSegment, _ entry: TermEntry) {
        self.segment = segment
        values = .allocate(capacity: capacity)
        let key = Array(segment.stemKey(of: entry))
        guard case .stem? = key.first.flatMap(TermKind.init(byte:)), let found = segment.entry(ofKey: key) else {
            segment.storage.noteDamage()
            return
        }
        stem = PostingsCursor(segment, found)
    }

    deinit { values.deallocate() }

    /// The positions that `ranks` name in `document`; documents ascend. Valid until the next call. Empty, and damage noted,
    /// where the stem has not so many.
    func positions(_ ranks: UnsafeBufferPointer<UInt32>, in document: UInt32) -> UnsafeBufferPointer<UInt32> {
        guard stem?.advance(to: document) == document, let all = stem?.storedPositions(), (ranks.last ?? 0) < all.count else {
            segment.storage.noteDamage()
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        if ranks.count > capacity {
            values.deallocate()
            capacity = max(2 * capacity, ranks.count)
            values = .allocate(capacity: capacity)
        }
        // Ranks ascend unless damaged; none is read beyond the last without a look.
        for (place, rank) in ranks.enumerated() { values[place] = rank < all.count ? all[Int(rank)] : 0 }
        return UnsafeBufferPointer(start: values, count: ranks.count)
    }
}
