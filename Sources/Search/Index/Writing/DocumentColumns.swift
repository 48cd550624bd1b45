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
        statistics.documents += 1
        for field in IndexField.allCases {
            let code = LengthCode.encode(row.lengths[Int(field.rawValue)])
            lengths[Int(field.rawValue)].append(code)
            // Of the code, so that merged segments, which know no more, count the same.
            statistics.add(LengthCode.decode(code), field)
        }
        starts.append(contentsOf: row.starts)
    }

    /// Appends a document of a segment.
    func append(_ segment: IndexSegment, _ document: UInt32) {
        articles.append(segment.article(document))
        orders.append(segment.order(document))
        changes.append(segment.change(document))
        languages.append(segment.languageCode(document))
        statistics.documents += 1
        for field in IndexField.allCases {
            let code = segment.lengthCode(field, document)
            lengths[Int(field.rawValue)].append(code)
            statistics.add(LengthCode.decode(code), field)
        }
        for field in TextField.allCases.dropFirst() { starts.append(segment.start(of: field, document)) }
    }

    @inline(__always)
    func lengthCode(_ field: IndexField, _ document: UInt32) -> UInt8 { lengths[Int(field.rawValue)][Int(document)] }
}
