/// The index at one moment. A value that a reader holds as long as it likes: what is added, merged or removed meanwhile
/// does not touch it.
public struct IndexSnapshot: Sendable {
    /// A segment, and which of its documents no longer count.
    public struct Part: Sendable {
        public let segment: IndexSegment
        public let tombstones: Tombstones
        /// The same for the same segment as long as the index is open.
        public let identifier: UInt64

        public init(_ segment: IndexSegment, tombstones: Tombstones = Tombstones(), identifier: UInt64 = 0) {
            self.segment = segment
            self.tombstones = tombstones
            self.identifier = identifier
        }

        /// The documents that count.
        public var liveCount: Int { segment.documentCount - tombstones.count }
    }

    /// No article stands in two of them, but for those marked in ``Part/tombstones``.
    public let parts: [Part]
    /// Every change of the store up to this number is in.
    public let completeUpTo: Int64
    /// Of all parts together.
    public let statistics: IndexStatistics
    let norms: SnapshotNorms

    public init(_ parts: [Part], completeUpTo: Int64 = 0) {
        self.parts = parts
        self.completeUpTo = completeUpTo
        var statistics = IndexStatistics()
        for part in parts { statistics += part.segment.statistics }
        self.statistics = statistics
        norms = SnapshotNorms(parts.map(\.segment), statistics: statistics)
    }

    /// The articles that count.
    public var articleCount: Int { parts.reduce(0) { $0 + $1.liveCount } }

    /// Calls `body` with the row, order and change of every article that counts, in no particular order: for comparing
    /// with the store.
    public func forEachArticle(_ body: (_ article: Int64, _ order: Int64, _ change: Int64) throws -> Void) rethrows {
        for part in parts {
            for document in 0..<UInt32(part.segment.documentCount) where !part.tombstones.contains(document) {
                try body(part.segment.article(document), part.segment.order(document), part.segment.change(document))
            }
        }
    }

    /// The file of a segment in which something read so far was damaged. A search asks at its end, and throws its answer
    /// away where there is one.
    public var damagedPath: String? { parts.first { $0.segment.isDamaged }?.segment.path }
}
