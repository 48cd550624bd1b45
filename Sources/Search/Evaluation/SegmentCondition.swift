/// The documents of one segment that are in a set of articles.
final class SegmentCondition {
    private enum Documents {
        /// A few, sorted.
        case few([UInt32])
        /// Too many to look each of them up: each document of a window is asked for its article.
        case many(ArticleSet)
    }

    private let documents: Documents
    private let segment: IndexSegment
    /// At most so many.
    let count: Int

    init(_ set: ArticleSet, in segment: IndexSegment) {
        self.segment = segment
        if set.count < segment.documentCount / 32 {
            var found: [UInt32] = []
            set.forEach { article in
                if let document = segment.document(ofArticle: article) { found.append(document) }
            }
            found.sort()
            documents = .few(found)
            count = found.count
        } else {
            documents = .many(set)
            count = min(set.count, segment.documentCount)
        }
    }

    func fill(_ bits: WindowBits, _ window: Range<UInt32>, within: WindowBits?) {
        bits.clear()
        switch documents {
        case .few(let found):
            var next = PhraseMatcher.lowerBound(found, window.lowerBound)
            while next < found.count, found[next] < window.upperBound {
                bits.set(Int(found[next] - window.lowerBound))
                next += 1
            }
            if let within { bits.formIntersection(within) }
        case .many(let set):
            if let within {
                within.forEach { place in
                    if set.contains(segment.article(window.lowerBound + UInt32(place))) { bits.set(place) }
                    return true
                }
            } else {
                for document in window where set.contains(segment.article(document)) { bits.set(Int(document - window.lowerBound)) }
            }
        }
    }
}
