import Text

extension SegmentBuilder {
    /// So many terms are read ahead of their writing.
    private static let batch = 16

    /// Makes a segment in memory.
    func build() throws(IndexError) -> IndexSegment {
        guard let bytes = try write(into: nil, files: nil) else { throw IndexError.damaged(path: "memory", part: "end") }
        return try IndexSegment(bytes, path: "memory", isVerified: true, pairedStems: documents.isEmpty ? nil : pairs.table.stems)
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
        let writer = try SegmentWriter(columns, into: file, files: files, hasPrefixLists: hasPrefixLists, pairedStems: pairs.table.stems)
        try writeTerms(writer, places)
        return try writer.finish()
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
        var shared = SharedEntries(count: terms.count)
        let list = PostingList()
        let sorted = terms.sorted()
        for (index, number) in sorted.enumerated() {
            if index % Self.batch == 0 { streams.touch(sorted[index..<min(index + Self.batch, sorted.count)]) }
            let partner = partners[number]
            if partner > 1, let entry = shared[number] {
                try terms.withBytes(of: number) { key throws(IndexError) in try writer.addShared(key, entry) }
                continue
            }
            streams.read(number, into: list)
            places.withUnsafeBufferPointer { list.renumber($0) }
            guard !list.isEmpty else { continue }
            let hasRanks = partner == 1 && stems[number] > 1
            try terms.withBytes(of: number) { key throws(IndexError) in
                let stem = hasRanks ? terms.range(Int(stems[number]) - 2) : 0..<0
                try terms.withBytes(in: stem) { stem throws(IndexError) in try writer.begin(key, ranksIn: stem) }
                let kind = TermKind(byte: key[0])
                let hasFields = kind == .form(.any) || kind == .stem(.any) || kind == .pair
                try add(
                    list, SegmentWriter.usualField(of: kind), hasFields ? fields : nil, hasHeadings: kind != .pair, hasRanks: hasRanks, writer)
            }
            let entry = try writer.end()
            if partner > 1 { shared.note(entry, for: Int(partner) - 2) }
        }
    }

    /// Adds the postings of a term. Those of one field alone need no `fields`.
    private func add(
        _ list: PostingList, _ usual: IndexField, _ fields: DocumentFields?, hasHeadings: Bool, hasRanks: Bool, _ writer: SegmentWriter
    ) throws(IndexError) {
        let shift = 8 * UInt64(usual.rawValue)
        for posting in list.all {
            let positions = list.positions(of: posting)
            var counts = FieldCounts(bits: UInt64(min(posting.frequency, 255)) << shift)
            if let fields, !fields.isBody(positions[0], posting.document) {
                counts = fields.counts(positions, posting.document, hasHeadings: hasHeadings)
            }
            try writer.add(
                posting.place, frequency: posting.frequency, counts: counts,
                positions: hasRanks ? list.ranks(of: posting) : positions)
        }
    }
}

/// The lists that terms yet to come share with forms.
struct SharedEntries: ~Copyable {
    /// For each term one more than the place of its list in ``entries``; 0 for none.
    private var places: [UInt32]
    private var entries = LargeArray<TermEntry>()

    init(count: Int) { places = Array(repeating: 0, count: count) }

    subscript(term: Int) -> TermEntry? { places[term] == 0 ? nil : entries[Int(places[term]) - 1] }

    mutating func note(_ entry: TermEntry, for term: Int) {
        entries.append(entry)
        places[term] = UInt32(entries.count)
    }
}
