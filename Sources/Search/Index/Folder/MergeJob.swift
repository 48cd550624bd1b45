/// Merges parts into one, in memory or into a file, without holding any lock.
final class MergeJob {
    private let identifier: UInt64
    private let files: IndexFiles?
    private let merger: SegmentMerger

    /// The inputs are taken as they are now. Without `files` the result stays in memory.
    init(_ inputs: [IndexPart], identifier: UInt64, files: IndexFiles?, pace: MergePace = MergePace()) {
        self.identifier = identifier
        self.files = files
        merger = SegmentMerger(inputs.map { ($0.segment, $0.tombstones) }, files: files, pace: pace)
    }

    /// For each input where its documents went.
    var places: [[UInt32]] { merger.inputs.map(\.places) }

    /// The merged part, its file on the disk; nothing where no article is left. Throws ``IndexError`` and
    /// ``SearchCancelled``, and leaves no file behind then.
    func run() throws -> IndexPart? {
        guard merger.documentCount > 0 else { return nil }
        guard let files else {
            guard let bytes = try merger.merge(into: nil) else { return nil }
            let segment = try IndexSegment(bytes, path: "memory", isVerified: true, pairedStems: merger.pairedStems)
            return IndexPart(identifier: identifier, segment: segment, isOnDisk: false)
        }
        let name = Manifest.segmentName(identifier)
        do {
            let file = try files.create(name)
            _ = try merger.merge(into: file)
            try file.sync()
            let segment = try IndexFolder.openSegment(name, files)
            return IndexPart(identifier: identifier, segment: segment, isOnDisk: true)
        } catch {
            try? files.remove(name)
            throw error
        }
    }
}
