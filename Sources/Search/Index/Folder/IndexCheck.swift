/// Looks through whole segments: every check, every term, every posting. Reads all of the index.
public enum IndexCheck {
    /// What is wrong with the parts of a snapshot; empty where all is well.
    public static func problems(
        in snapshot: IndexSnapshot, cancellation: SearchCancellation? = nil
    ) throws -> [IndexError] {
        var problems: [IndexError] = []
        var articles: Set<Int64> = []
        for part in snapshot.parts {
            let path = part.segment.path
            do {
                try check(part.segment, cancellation)
            } catch let error as IndexError {
                problems.append(error)
                continue
            }
            for document in 0..<UInt32(part.segment.documentCount) where !part.tombstones.contains(document) {
                guard articles.insert(part.segment.article(document)).inserted else {
                    problems.append(.damaged(path: path, part: "list of replaced articles"))
                    break
                }
            }
        }
        return problems
    }

    /// Throws ``IndexError`` for the first thing that is wrong with a segment.
    public static func check(_ segment: IndexSegment, _ cancellation: SearchCancellation? = nil) throws {
        try require(segment.storage.verifyAll(), segment, "checksum")
        try checkColumns(segment)
        try checkDictionary(segment, cancellation)
        try require(!segment.isDamaged, segment, "content")
    }

    private static func require(_ condition: Bool, _ segment: IndexSegment, _ part: String) throws(IndexError) {
        if !condition { throw IndexError.damaged(path: segment.path, part: part) }
    }

    private static func checkColumns(_ segment: IndexSegment) throws {
        let count = UInt32(segment.documentCount)
        for document in 0..<count {
            if document > 0 {
                try require(segment.order(document - 1) >= segment.order(document), segment, "order of articles")
            }
            try require(segment.document(ofArticle: segment.article(document)) == document, segment, "table of articles")
        }
    }

    private static func checkDictionary(_ segment: IndexSegment, _ cancellation: SearchCancellation?) throws {
        var cursor = TermCursor(segment)
        cursor.seek([])
        var last: [UInt8] = []
        var count = 0
        while !cursor.isAtEnd {
            if cancellation?.isCancelled == true { throw SearchCancelled() }
            try require(count == 0 || last.lexicographicallyPrecedes(cursor.key), segment, "order of terms")
            try require(cursor.kind != nil && cursor.entry.documentFrequency > 0, segment, "dictionary")
            try checkPostings(PostingsCursor(segment, cursor.entry))
            last = cursor.key
            count += 1
            cursor.next()
        }
        try require(count == segment.termCount, segment, "dictionary")
    }

    private static func checkPostings(_ postings: PostingsCursor) throws {
        var cursor = postings
        let norms = FieldNorms(cursor.segment.statistics)
        var documents = 0
        var occurrences = 0
        var positions: [UInt32] = []
        while cursor.document != PostingsCursor.end {
            let frequency = Int(cursor.frequency())
            documents += 1
            occurrences += frequency
            let counts = cursor.counts()
            let document = cursor.document
            let weight = norms.weight(counts) { cursor.segment.lengthCode($0, document) }
            try require(ImpactCode.encode(weight) <= cursor.blockImpact, cursor.segment, "bound of a term")
            if cursor.entry.hasPositions {
                cursor.readPositions(into: &positions)
                let isAscending = zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }
                try require(positions.count == frequency && isAscending, cursor.segment, "positions of a term")
            }
            cursor.next()
        }
        let entry = cursor.entry
        try require(documents == entry.documentFrequency && occurrences == entry.occurrences, cursor.segment, "postings of a term")
    }
}
