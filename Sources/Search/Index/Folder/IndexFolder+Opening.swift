import Glibc
import Synchronization

extension IndexFolder {
    /// How often a reader looks again when a file is gone that the manifest named: the writer has replaced both meanwhile.
    private static let attempts = 20

    /// Reads the manifest and maps what it names. A missing manifest is an empty index.
    static func load(_ state: inout IndexState, _ files: IndexFiles) throws(IndexError) {
        for attempt in 1...attempts {
            guard let bytes = try files.read(Manifest.name) else { return }
            let manifest = try Manifest(bytes, path: files.path(Manifest.name))
            if let parts = try open(manifest, known: state.parts, files) {
                state.parts = parts
                state.manifest = manifest
                state.nextIdentifier = max(state.nextIdentifier, manifest.nextIdentifier)
                state.completeUpTo = max(state.completeUpTo, manifest.completeUpTo)
                state.writtenUpTo = manifest.completeUpTo
                return
            }
            if attempt < attempts { usleep(UInt32(attempt) * 1_000) }
        }
        throw IndexError.damaged(path: files.path(Manifest.name), part: "list of segments")
    }

    /// The parts that `manifest` names, those of `known` taken over; nothing where a file is missing.
    static func open(
        _ manifest: Manifest, known: [IndexPart], _ files: IndexFiles
    ) throws(IndexError) -> [IndexPart]? {
        var parts: [IndexPart] = []
        for entry in manifest.entries {
            let old = known.first { $0.isOnDisk && $0.identifier == entry.identifier }
            var part: IndexPart
            if let old, old.segment.footer.fingerprint == entry.fingerprint, !old.segment.isDamaged {
                part = IndexPart(identifier: entry.identifier, segment: old.segment, isOnDisk: true)
            } else {
                guard let file = try files.map(Manifest.segmentName(entry.identifier)) else { return nil }
                let path = files.path(Manifest.segmentName(entry.identifier))
                part = IndexPart(
                    identifier: entry.identifier,
                    segment: try IndexSegment(file, path: path), isOnDisk: true)
            }
            let segment = part.segment
            guard segment.footer.fingerprint == entry.fingerprint, segment.size == entry.size,
                segment.documentCount == entry.documents
            else { throw IndexError.damaged(path: segment.path, part: "end") }
            guard try readTombstones(&part, entry, files) else { return nil }
            parts.append(part)
        }
        return parts
    }

    /// False where the file is missing.
    private static func readTombstones(
        _ part: inout IndexPart, _ entry: Manifest.Entry, _ files: IndexFiles
    ) throws(IndexError) -> Bool {
        guard entry.tombstonesVersion > 0 else { return true }
        let name = Manifest.tombstonesName(entry.identifier, entry.tombstonesVersion)
        guard let bytes = try files.read(name) else { return false }
        guard let tombstones = Tombstones(bytes, documents: entry.documents), tombstones.count == entry.tombstones else {
            throw IndexError.damaged(path: files.path(name), part: "list of replaced articles")
        }
        part.tombstones = tombstones
        part.written = tombstones
        part.writtenVersion = entry.tombstonesVersion
        return true
    }

    /// Maps a segment that was just written.
    static func openSegment(_ name: String, _ files: IndexFiles) throws(IndexError) -> IndexSegment {
        guard let file = try files.map(name) else { throw IndexError.storage(path: files.path(name), errno: ENOENT) }
        return try IndexSegment(file, path: files.path(name))
    }

    /// Removes what a writer that was ended left behind.
    static func removeStrangers(_ files: IndexFiles, _ manifest: Manifest) throws(IndexError) {
        let needed = manifest.names
        for name in try files.names() where Manifest.isOurs(name) && !needed.contains(name) { try files.remove(name) }
    }

    /// An identifier that no file of the folder has.
    static func firstFreeIdentifier(_ files: IndexFiles) throws(IndexError) -> UInt64 {
        (try files.names().compactMap(identifier(ofFile:)).max() ?? 0) &+ 1
    }

    /// The identifier of the segment that a file belongs to.
    static func identifier(ofFile name: String) -> UInt64? {
        guard name.hasPrefix("segment-") else { return nil }
        return UInt64(name.dropFirst("segment-".count).prefix { $0 != "." })
    }

    /// In an index opened for reading: takes over what the writing process has done since. Costs a look at one small file
    /// where that is nothing. True where something changed.
    @discardableResult
    public func refresh() throws(IndexError) -> Bool {
        guard isReadOnly else { return false }
        return try state.withLock { state throws(IndexError) in
            if let held = state.heldManifest, held.isStill(at: manifestPath) { return false }
            state.heldManifest = nil
            let held = try files.hold(Manifest.name)
            guard let bytes = try files.read(Manifest.name) else { return false }
            guard try Manifest(bytes, path: manifestPath) != state.manifest else {
                // Read after it was opened: if it is still there, this is what was read.
                if let held, held.isStill(at: manifestPath) { state.heldManifest = held }
                return false
            }
            let inMemory = state.parts.filter { !$0.isOnDisk }
            let removed = state.removedAt
            try Self.load(&state, files)
            let written = state.writtenUpTo
            state.removedAt = removed.filter { $0.value > written }
            for (article, change) in state.removedAt {
                for index in state.parts.indices {
                    guard let document = state.parts[index].liveDocument(article),
                        state.parts[index].segment.change(document) <= change
                    else { continue }
                    state.parts[index].tombstones.insert(document)
                }
            }
            for part in inMemory where part.segment.lastChange > written { state.adopt(part, isFresh: false) }
            publish(state)
            return true
        }
    }
}
