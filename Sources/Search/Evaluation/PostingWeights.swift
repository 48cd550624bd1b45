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
        let bits = cursor.countsOfBlock()[place] & mask
        return bits == 0 ? 0 : norms.weight(FieldCounts(bits: bits), document)
    }
}
