/// What single postings of one list weigh.
struct PostingWeights {
    /// The counts of the fields that count.
    private let mask: UInt64
    private let usualMask: UInt64
    private let table: UnsafePointer<Float>
    private let lengths: UnsafePointer<UInt8>
    private let norms: SegmentNorms.Tables

    /// For the only list of `reader`, which must be held while this is used.
    init(_ reader: WordReader, _ entry: TermEntry) {
        mask = reader.mask
        let field = entry.flags.usualField
        usualMask = 0xFF << (8 * UInt64(field.rawValue))
        norms = reader.norms.tables
        (table, lengths) = norms.field(field)
    }

    /// Of posting `place` of the current block of `cursor`; 0 where the word stands in none of the fields that count.
    @inline(__always)
    func of(_ cursor: inout PostingsCursor, at place: Int) -> Float {
        let document = cursor.documents[place]
        if !cursor.hasOtherFields(at: place) {
            return mask & usualMask == 0 ? 0 : Float(min(cursor.frequency(at: place), 255)) * table[Int(lengths[Int(document)])]
        }
        let bits = cursor.otherCounts(at: place) & mask
        return bits == 0 ? 0 : norms.weight(FieldCounts(bits: bits), document)
    }

    /// Calls `body` with the places of the current block of `cursor` in a range, and what the word weighs there, once for each place:
    /// for most as if it stood in its usual field alone, and then, for those where it does not, with that weight again and the right one,
    /// which takes its place.
    @inline(__always)
    func forEach(
        _ cursor: inout PostingsCursor, _ places: Range<Int>, _ body: (_ place: Int, _ weight: Float) -> Void,
        correct: (_ place: Int, _ wrong: Float, _ weight: Float) -> Void
    ) {
        cursor.loadFrequenciesIfNeeded()
        let (documents, frequencies) = (cursor.documents, cursor.frequencies)
        let (table, lengths, isUsualCounted) = (table, lengths, mask & usualMask != 0)
        @inline(__always)
        func usual(_ place: Int) -> Float {
            isUsualCounted ? Float(min(frequencies[place], 255)) * table[Int(lengths[Int(documents[place])])] : 0
        }
        for place in places { body(place, usual(place)) }
        guard let otherFields = cursor.otherFields else { return }
        let counts = cursor.countsOfBlock()
        for group in (places.lowerBound &>> 3)..<((places.upperBound &+ 7) &>> 3) {
            var rest = otherFields[group]
            while rest != 0 {
                let place = group &<< 3 &+ rest.trailingZeroBitCount
                rest &= rest &- 1
                guard places.contains(place) else { continue }
                let bits = counts[place] & mask
                correct(place, usual(place), bits == 0 ? 0 : norms.weight(FieldCounts(bits: bits), documents[place]))
            }
        }
    }
}
