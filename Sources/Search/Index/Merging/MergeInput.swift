/// A segment that is merged, and where its documents go.
struct MergeInput {
    let segment: IndexSegment
    let tombstones: Tombstones
    /// For each document its number in the merged segment; ``gone`` for those left out. Ascending.
    var places: [UInt32]

    static let gone = UInt32.max

    init(_ segment: IndexSegment, _ tombstones: Tombstones) {
        self.segment = segment
        self.tombstones = tombstones
        places = Array(repeating: Self.gone, count: segment.documentCount)
    }

    /// The first document from `document` on that goes on; the count where none does.
    func live(from document: UInt32) -> UInt32 {
        var document = document
        while document < segment.documentCount, tombstones.contains(document) { document += 1 }
        return document
    }

    /// Numbers the documents of all `inputs` newest first, of the same order the lower article first, and returns their
    /// columns.
    static func number(_ inputs: inout [MergeInput]) -> DocumentColumns {
        let columns = DocumentColumns()
        var next = inputs.map { $0.live(from: 0) }
        while true {
            var best: Int?
            for index in inputs.indices where next[index] < inputs[index].segment.documentCount {
                guard let other = best else {
                    best = index
                    continue
                }
                if precedes(inputs[index].segment, next[index], inputs[other].segment, next[other]) { best = index }
            }
            guard let best else { return columns }
            inputs[best].places[Int(next[best])] = UInt32(columns.count)
            columns.append(inputs[best].segment, next[best])
            next[best] = inputs[best].live(from: next[best] + 1)
        }
    }

    private static func precedes(
        _ left: IndexSegment, _ leftDocument: UInt32, _ right: IndexSegment, _ rightDocument: UInt32
    ) -> Bool {
        let orders = (left.order(leftDocument), right.order(rightDocument))
        if orders.0 != orders.1 { return orders.0 > orders.1 }
        return left.article(leftDocument) < right.article(rightDocument)
    }
}
