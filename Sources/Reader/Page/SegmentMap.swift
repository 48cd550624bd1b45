import Text

/// The grapheme clusters of a stretch of text with the columns they take: maps offsets in it to columns and back.
struct SegmentMap {
    /// The boundaries of the clusters, in UTF-8 offsets.
    private let offsets: [Int]
    /// The columns before each boundary.
    private let columns: [Int]

    /// Linear in `text`.
    init(_ text: String) {
        offsets = Segmentation.graphemes(in: text)
        var columns = [0]
        for (from, to) in zip(offsets, offsets.dropFirst()) {
            columns.append((columns.last ?? 0) + DisplayWidth.of(Printable.visible(text.bytes(from..<to))))
        }
        self.columns = columns
    }

    /// The first byte of the cluster that takes `column`; of the last one beyond them.
    func offset(at column: Int) -> Int {
        let after = columns.indices.partition { columns[$0] > column }
        return offsets[min(max(0, after - 1), max(0, offsets.count - 2))]
    }

    /// Where the cluster begins that holds the byte at `offset`; past the last, where the text ends.
    func column(of offset: Int) -> Int {
        let after = offsets.indices.partition { offsets[$0] > offset }
        return columns[min(max(0, after - 1), columns.count - 1)]
    }
}
