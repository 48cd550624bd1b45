import Synchronization

/// The norms of all segments of a snapshot, made when they are first asked for and kept as long as it is: they cost more than many a
/// query.
final class SnapshotNorms: Sendable {
    private let statistics: IndexStatistics
    private let segments: [IndexSegment]
    private let made = Mutex<[SegmentNorms]?>(nil)

    init(_ segments: [IndexSegment], statistics: IndexStatistics) {
        self.segments = segments
        self.statistics = statistics
    }

    /// One for each segment, in their order.
    var ofSegments: [SegmentNorms] {
        made.withLock { made in
            if let made { return made }
            let norms = FieldNorms(statistics)
            let new = segments.map { SegmentNorms($0, statistics: statistics, norms: norms) }
            made = new
            return new
        }
    }
}
