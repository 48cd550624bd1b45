/// What the weights of a segment's postings are made of, laid out for loops.
///
/// Unchecked: what it points to is written when it is made and never changes.
final class SegmentNorms: @unchecked Sendable {
    let tables: Tables
    /// By how much the bounds of blocks are multiplied.
    let boundFactor: Float
    private let segment: IndexSegment
    private let none: UnsafeMutablePointer<UInt8>?

    init(_ segment: IndexSegment, statistics: IndexStatistics, norms: FieldNorms) {
        self.segment = segment
        boundFactor = segment.boundFactor(statistics)
        let table = UnsafeMutablePointer<Float>.allocate(capacity: norms.table.count)
        table.initialize(from: norms.table, count: norms.table.count)
        let columns = IndexField.allCases.map { segment.lengthCodes($0) }
        // A damaged column is noted in the segment, whose answers are then thrown away.
        none = columns.contains(nil) ? .allocate(capacity: max(1, segment.documentCount)) : nil
        none?.initialize(repeating: 0, count: max(1, segment.documentCount))
        let none = none
        let lengths = UnsafeMutableBufferPointer<UnsafePointer<UInt8>>.allocate(capacity: columns.count)
        _ = lengths.initialize(from: columns.compactMap { $0 ?? none.map { UnsafePointer($0) } })
        tables = Tables(table: table, lengths: lengths)
    }

    deinit {
        tables.table.deallocate()
        tables.lengths.deallocate()
        none?.deallocate()
    }

    /// What is read of them, for loops: valid as long as the whole is held.
    struct Tables {
        /// At `field.rawValue * 256 + length code`, as ``FieldNorms/table``.
        let table: UnsafeMutablePointer<Float>
        /// For each field the length codes by document.
        let lengths: UnsafeMutableBufferPointer<UnsafePointer<UInt8>>

        /// For words of `field` alone: what one occurrence adds, by length code; and the length codes, by document.
        @inline(__always)
        func field(_ field: IndexField) -> (norms: UnsafePointer<Float>, lengths: UnsafePointer<UInt8>) {
            (UnsafePointer(table + Int(field.rawValue) << 8), lengths[Int(field.rawValue)])
        }

        /// BM25F's `x` of a term with `counts` in `document`.
        @inline(__always)
        func weight(_ counts: FieldCounts, _ document: UInt32) -> Float {
            var sum: Float = 0
            var rest = counts.bits
            while rest != 0 {
                let field = rest.trailingZeroBitCount &>> 3
                let count = Float(rest &>> UInt64(8 &* field) & 0xFF)
                sum += count * table[field &<< 8 | Int(lengths[field][Int(document)])]
                rest &= ~(0xFF &<< UInt64(8 &* field))
            }
            return sum
        }
    }

    @inline(__always)
    func field(_ field: IndexField) -> (norms: UnsafePointer<Float>, lengths: UnsafePointer<UInt8>) { tables.field(field) }

    @inline(__always)
    func weight(_ counts: FieldCounts, _ document: UInt32) -> Float { tables.weight(counts, document) }
}
