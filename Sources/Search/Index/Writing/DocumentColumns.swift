import Text

/// The columns of a segment while it is written: an array a value, in the order of documents.
final class DocumentColumns {
    /// One document's values.
    struct Row {
        var article: Int64
        var order: Int64
        var change: Int64
        var language: UInt8
        /// In words, in the order of ``IndexField``.
        var lengths: [Int]
        /// Where deck, kickers, bylines, publisher and body begin.
        var starts: [UInt32]
    }

    private(set) var articles: [Int64] = []
    private(set) var orders: [Int64] = []
    private(set) var changes: [Int64] = []
    private(set) var languages: [UInt8] = []
    private(set) var lengths: [[UInt8]] = Array(repeating: [], count: IndexField.count)
    private(set) var starts: [UInt32] = []
    private(set) var statistics = IndexStatistics()

    var count: Int { articles.count }

    func append(_ row: Row) {
        articles.append(row.article)
        orders.append(row.order)
        changes.append(row.change)
        languages.append(row.language)
        for field in 0..<IndexField.count { lengths[field].append(LengthCode.encode(row.lengths[field])) }
        starts.append(contentsOf: row.starts)
        // Of the codes, so that merged segments, which know no more, count the same.
        statistics.add(lengths: row.lengths.map { LengthCode.decode(LengthCode.encode($0)) })
    }

    @inline(__always)
    func lengthCode(_ field: IndexField, _ document: UInt32) -> UInt8 { lengths[Int(field.rawValue)][Int(document)] }
}
