/// What the bytes of an index are for, finer than its sections: for whoever wants it smaller.
public struct IndexComposition: Hashable, Sendable {
    /// What bytes are for.
    public enum Share: String, Hashable, Sendable, CaseIterable {
        case documents = "documents of forms, stems and keywords"
        case frequencies = "frequencies"
        case fields = "fields that words stand in"
        case skips = "skip entries"
        case prefixes = "prefix lists"
        case pairs = "pairs of frequent words"
        case positions = "positions"
        case ranks = "ranks of forms"
        case dictionary = "dictionary"
        case columns = "columns"
        case norms = "lengths of fields"
        case checks = "checks and footer"
    }

    private var counts = [Int](repeating: 0, count: Share.allCases.count)

    /// Bytes of all segments, in the order of ``Share``.
    public var bytes: [(share: Share, bytes: Int)] { Share.allCases.map { ($0, self[$0]) } }

    public subscript(share: Share) -> Int {
        get { counts[Self.place(share)] }
        set { counts[Self.place(share)] = newValue }
    }

    private static func place(_ share: Share) -> Int { Share.allCases.firstIndex(of: share) ?? 0 }

    /// Reads the dictionary and the skip entries of every term: about a second for a million terms.
    public init(_ snapshot: IndexSnapshot) {
        for part in snapshot.parts { add(part.segment) }
    }

    private mutating func add(_ segment: IndexSegment) {
        for section in SegmentFormat.Section.allCases {
            let size = segment.range(section).count
            switch section {
            case .postings, .positions: break
            case .dictionary, .blocks: self[.dictionary] += size
            case .lengths: self[.norms] += size
            case .articles, .orders, .changes, .languages, .fieldStarts, .articleIndex: self[.columns] += size
            }
        }
        var lists: [List] = []
        var cursor = segment.terms(.form(.any))
        while !cursor.isAtEnd {
            if !cursor.entry.flags.contains(.isShared) { lists.append(List(cursor)) }
            cursor.next()
        }
        addPostings(segment, &lists)
        addPositions(segment, &lists)
        let sections = SegmentFormat.Section.allCases.reduce(0) { $0 + segment.range($1).count }
        self[.checks] += segment.size - sections
    }

    /// A posting list, in as few bytes as it takes: there are as many as terms.
    private struct List {
        var postings: Int
        var positions: Int
        var documents: UInt32
        /// Where the whole of it belongs; nothing where its parts are told apart.
        var share: Share?
        var flags: TermEntry.Flags

        init(_ cursor: TermCursor) {
            postings = cursor.entry.postings
            positions = cursor.entry.positions
            documents = UInt32(truncatingIfNeeded: cursor.entry.documentFrequency)
            share = Self.share(of: cursor.kind)
            flags = cursor.entry.flags
        }

        private static func share(of kind: TermKind?) -> Share? {
            switch kind {
            case .prefix: .prefixes
            case .pair, .pairedStems: .pairs
            case .form, .stem, .keyword, nil: nil
            }
        }

        var entry: TermEntry {
            TermEntry(
                documentFrequency: Int(documents), occurrences: 0, impact: 0, flags: flags, postings: postings, positions: positions)
        }
    }

    /// A list ends where the next one begins.
    private mutating func addPostings(_ segment: IndexSegment, _ lists: inout [List]) {
        lists.sort { $0.postings < $1.postings }
        for (place, list) in lists.enumerated() {
            let end = place + 1 < lists.count ? lists[place + 1].postings : segment.range(.postings).count
            let size = end - list.postings
            if let share = list.share {
                self[share] += size
                continue
            }
            let parts = PostingsCursor(segment, list.entry).sizes
            self[.skips] += parts.skips
            self[.documents] += parts.documents
            self[.frequencies] += parts.frequencies
            self[.fields] += size - parts.skips - parts.documents - parts.frequencies
        }
    }

    private mutating func addPositions(_ segment: IndexSegment, _ lists: inout [List]) {
        lists.removeAll { !$0.flags.contains(.hasPositions) }
        lists.sort { $0.positions < $1.positions }
        for (place, list) in lists.enumerated() {
            let end = place + 1 < lists.count ? lists[place + 1].positions : segment.range(.positions).count
            self[list.flags.contains(.hasRanks) ? .ranks : .positions] += end - list.positions
        }
    }
}

extension PostingsCursor {
    /// The bytes of the list's skip entries, of the gaps between its documents and of its frequencies.
    var sizes: (skips: Int, documents: Int, frequencies: Int) {
        var sizes = (skips: blockCount == 1 ? SegmentFormat.shortHeaderLength : blockCount * SegmentFormat.skipLength, documents: 0, frequencies: 0)
        for block in 0..<blockCount {
            let count = min(SegmentFormat.blockLength, entry.documentFrequency - block * SegmentFormat.blockLength)
            let widths = widths(ofBlock: block)
            sizes.documents += BitPacking.byteCount(count, width: widths.gaps)
            sizes.frequencies += BitPacking.byteCount(count, width: Int(widths.frequencies & ~SegmentFormat.otherFieldsFlag))
        }
        return sizes
    }
}
