/// BM25F's `x` of a posting, from tables in plain memory.
final class ImpactWeights {
    private let norms: FieldNorms
    private let columns: DocumentColumns
    /// For each document what a word in its body adds.
    private let body: UnsafeMutablePointer<Float>

    init(_ columns: DocumentColumns) {
        self.columns = columns
        norms = FieldNorms(columns.statistics)
        body = .allocate(capacity: max(1, columns.count))
        for document in 0..<columns.count {
            body[document] = norms.weight(FieldCounts(body: 1)) { columns.lengthCode($0, UInt32(document)) }
        }
    }

    deinit { body.deallocate() }

    @inline(__always)
    func weight(_ counts: FieldCounts, _ document: UInt32) -> Float {
        if counts.isBodyOnly { return Float(UInt8(truncatingIfNeeded: counts.bits >> 48)) * body[Int(document)] }
        return norms.weight(counts) { columns.lengthCode($0, document) }
    }
}
