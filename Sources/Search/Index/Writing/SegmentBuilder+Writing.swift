extension SegmentBuilder {
    /// Makes a segment in memory.
    func build() throws(IndexError) -> IndexSegment {
        guard let bytes = try write(into: nil, files: nil) else { throw IndexError.damaged(path: "memory", part: "end") }
        return try IndexSegment(bytes, path: "memory", isVerified: true)
    }

    /// Writes a segment into `file`, or without one into memory, which the caller gets; one that is only to be merged
    /// without lists of prefixes.
    func write(into file: IndexFile?, files: IndexFiles?, hasPrefixLists: Bool = true) throws(IndexError) -> UnsafeRawBufferPointer? {
        let order = sortedDocuments()
        guard order.count < SegmentFormat.mostDocuments else { throw IndexError.tooLarge(path: files?.folder ?? "memory") }
        let columns = DocumentColumns()
        var places = [UInt32](repeating: Self.nothing, count: documents.count)
        for (place, number) in order.enumerated() {
            places[number] = UInt32(place)
            columns.append(documents[number].row)
        }
        let writer = SegmentWriter(columns, files: files, hasPrefixLists: hasPrefixLists)
        try writeTerms(writer, places)
        return try writer.finish(into: file)
    }

    /// The documents that are left, newest first; of the same order the lower article first.
    private func sortedDocuments() -> [Int] {
        documents.indices.filter { !documents[$0].isRemoved }.sorted { left, right in
            let left = documents[left].row
            let right = documents[right].row
            return (right.order, left.article) < (left.order, right.article)
        }
    }

    private func writeTerms(_ writer: SegmentWriter, _ places: [UInt32]) throws(IndexError) {
        let fields = DocumentFields(documents.map { ($0.row.starts, $0.headings) })
        var entries: [UInt32: TermEntry] = [:]
        var list = PostingList()
        for number in terms.sorted() {
            let key = Array(terms.arena[terms.range(number)])
            let partner = partners[number]
            if partner > 1, let entry = entries.removeValue(forKey: UInt32(number)) {
                try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.addShared(key, entry) }
                continue
            }
            list.removeAll()
            streams.read(number, into: &list.postings, &list.positions)
            list.renumber(places)
            guard !list.postings.isEmpty else { continue }
            let kind = TermKind(byte: key[0])
            try key.withUnsafeBufferPointer { key throws(IndexError) in try writer.begin(key) }
            try add(list, SegmentWriter.usualField(of: kind), kind == .form(.any) || kind == .stem(.any) ? fields : nil, writer)
            let entry = try writer.end()
            if partner > 1 { entries[partner - 2] = entry }
        }
    }

    /// Adds the postings of a term. Those of one field alone need no `fields`.
    private func add(
        _ list: PostingList, _ usual: IndexField, _ fields: DocumentFields?, _ writer: SegmentWriter
    ) throws(IndexError) {
        let shift = 8 * UInt64(usual.rawValue)
        try list.positions.withUnsafeBufferPointer { all throws(IndexError) in
            for posting in list.postings {
                let range = posting.positions..<(posting.positions + Int(posting.frequency))
                let positions = UnsafeBufferPointer(rebasing: all[range])
                var counts = FieldCounts(bits: UInt64(min(posting.frequency, 255)) << shift)
                if let fields, !fields.isBody(positions[0], posting.document) {
                    counts = fields.counts(positions, posting.document)
                }
                try writer.add(posting.place, frequency: posting.frequency, counts: counts, positions: positions)
            }
        }
    }
}
