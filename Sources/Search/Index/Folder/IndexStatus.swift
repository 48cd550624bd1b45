import Synchronization

/// What an index consists of.
public struct IndexStatus: Hashable, Sendable {
    /// A segment.
    public struct Segment: Hashable, Sendable {
        /// Its file's name; «memory» for one that is not on the disk.
        public var name: String
        /// Articles that count.
        public var articles: Int
        /// Versions that were replaced or removed since.
        public var gone: Int
        public var terms: Int
        public var bytes: Int
    }

    public var segments: [Segment]
    public var completeUpTo: Int64
    /// Up to here everything is on the disk.
    public var writtenUpTo: Int64
    /// The bytes of each part, all segments together, in the order of a file.
    public var bytes: [(part: String, bytes: Int)] { zip(Self.partNames, partBytes).map { ($0, $1) } }
    var partBytes: [Int]

    /// Articles that count.
    public var articles: Int { segments.reduce(0) { $0 + $1.articles } }

    private static let partNames = SegmentFormat.Section.allCases.map { "\($0)" } + ["checks and footer"]
}

extension IndexFolder {
    /// What the index consists of now.
    public var status: IndexStatus {
        state.withLock { state in
            var bytes = [Int](repeating: 0, count: SegmentFormat.Section.allCases.count + 1)
            for part in state.parts {
                for section in SegmentFormat.Section.allCases { bytes[section.rawValue] += part.segment.range(section).count }
                bytes[bytes.count - 1] += part.segment.size - part.segment.footer.bodyLength
            }
            return IndexStatus(
                segments: state.parts.map { part in
                    IndexStatus.Segment(
                        name: part.isOnDisk ? Manifest.segmentName(part.identifier) : "memory", articles: part.live,
                        gone: part.tombstones.count, terms: part.segment.termCount, bytes: part.segment.size)
                },
                completeUpTo: state.completeUpTo, writtenUpTo: state.writtenUpTo, partBytes: bytes)
        }
    }
}
