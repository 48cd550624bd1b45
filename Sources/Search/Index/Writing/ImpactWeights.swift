import Text

/// BM25F's `x` of a posting, from tables in plain memory.
final class ImpactWeights {
    private let norms: FieldNorms
    /// For each field the length codes by document.
    private let lengths: [[UInt8]]
    /// For each document what a word in its body adds.
    private let table: LargeArray<Float>
    /// The same, reached without a look at who else reaches for it.
    private let body: UnsafeMutablePointer<Float>

    init(_ columns: DocumentColumns) {
        lengths = columns.lengths
        norms = FieldNorms(columns.statistics)
        var table = LargeArray<Float>(capacity: columns.count)
        for document in 0..<columns.count {
            table.append(norms.weight(FieldCounts(body: 1)) { columns.lengthCode($0, UInt32(document)) })
        }
        body = table.base
        self.table = table
    }

    @inline(__always)
    func weight(_ counts: FieldCounts, _ document: UInt32) -> Float {
        if counts.isBodyOnly { return Float(UInt8(truncatingIfNeeded: counts.bits >> 48)) * body[Int(document)] }
        return norms.weight(counts) { lengths[Int($0.rawValue)][Int(document)] }
    }
}
