/// Where the fields of all documents of a builder begin, end to end in plain memory: it is asked for every posting.
final class DocumentFields {
    private let starts: UnsafeMutablePointer<UInt32>
    /// For each document the position from which on there is nothing but body; none where it has headings.
    private let bodies: UnsafeMutablePointer<UInt32>
    private let headings: [[UInt32]]
    private let fields = IndexField.small.count

    /// For each document where deck, kickers, bylines, publisher and body begin, and the positions of words in headings.
    init(_ documents: [(starts: [UInt32], headings: [UInt32])]) {
        starts = .allocate(capacity: max(1, documents.count * fields))
        bodies = .allocate(capacity: max(1, documents.count))
        for (index, document) in documents.enumerated() {
            for field in 0..<fields { starts[index * fields + field] = document.starts[field] }
            bodies[index] = document.headings.isEmpty ? document.starts[fields - 1] : .max
        }
        headings = documents.map(\.headings)
    }

    deinit {
        starts.deallocate()
        bodies.deallocate()
    }

    /// Whether all from `position` on is surely body.
    @inline(__always)
    func isBody(_ position: UInt32, _ document: UInt32) -> Bool { position >= bodies[Int(document)] }

    /// In which fields the words at `positions` stand; without `hasHeadings` those of headings in the body.
    func counts(_ positions: UnsafeBufferPointer<UInt32>, _ document: UInt32, hasHeadings: Bool = true) -> FieldCounts {
        let starts = starts + Int(document) * fields
        var counts = FieldCounts(bits: 0)
        for position in positions {
            var small = 0
            while small < fields, position >= starts[small] { small += 1 }
            let isHeading = hasHeadings && small == fields && bodies[Int(document)] == .max && Self.contains(headings[Int(document)], position)
            let field = small < fields ? IndexField.small[small] : isHeading ? .headings : .body
            counts[field] += 1
        }
        return counts
    }

    private static func contains(_ sorted: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == value
    }
}
