/// A word of the index.
public struct IndexedWord: Hashable, Sendable {
    /// As it is written, folded.
    public var word: String
    /// How many articles hold it; those replaced or removed a while ago may be among them.
    public var documents: Int

    public init(_ word: String, documents: Int) {
        self.word = word
        self.documents = documents
    }
}

extension IndexSearch {
    /// At most `limit` words that begin with the last word of `beginning`, the most frequent first: for completion. Linear in the number of such words.
    public func words(beginningWith beginning: String, in field: TextField? = nil, limit: Int = 20) -> [IndexedWord] {
        guard limit > 0, let prefix = words(of: beginning).last?.form, !prefix.isEmpty else { return [] }
        let scope = field.map { TermScope($0) } ?? .any
        var found: Set<[UInt8]> = []
        for segment in segments {
            var best: [(documents: Int, term: [UInt8])] = []
            var least = 0
            segment.forEachTerm(.form(scope), prefix: prefix.utf8) { term, entry in
                guard entry.documentFrequency > least else { return true }
                best.append((entry.documentFrequency, Array(term)))
                if best.count >= 16 * limit {
                    best.sort { $0.documents > $1.documents }
                    best.removeSubrange((8 * limit)...)
                    least = best[best.count - 1].documents
                }
                return true
            }
            found.formUnion(best.map(\.term))
        }
        let all = found.map { term in
            IndexedWord(
                String(decoding: term, as: UTF8.self),
                documents: segments.reduce(0) { $0 + ($1.entry(.form(scope), term)?.documentFrequency ?? 0) })
        }
        return Array(all.sorted { ($1.documents, $0.word) < ($0.documents, $1.word) }.prefix(limit))
    }
}
