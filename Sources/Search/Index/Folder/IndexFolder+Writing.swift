import Synchronization

/// What a background queue does with an index when there is time.
extension IndexFolder {
    /// Writes what is in memory to the disk if there is much of it or it is old, and merges segments where there are
    /// many. Returns whether something was done, and so may be to do again. Call it from one queue, which is not the
    /// one that adds.
    ///
    /// At most `wordsPerSecond` words are merged in a second, so that other work has the machine; nothing for no limit.
    /// Throws ``IndexError``, and ``SearchCancelled`` once it is cancelled; the index is then as it was.
    @discardableResult
    public func maintain(cancellation: SearchCancellation? = nil, wordsPerSecond: Int? = nil) throws -> Bool {
        guard !isReadOnly else { return false }
        let isDue = state.withLock { state in
            isMemoryFull(state, factor: 1) || state.dirtySince.map { now - $0 >= limits.secondsInMemory } ?? false
        }
        if isDue { try flush() }
        let pace = MergePace(cancellation: cancellation, rate: wordsPerSecond)
        return try merge(pace, MergePolicy.choice) || isDue
    }

    /// Writes what is in memory to the disk. A crash from then on loses nothing.
    public func flush() throws(IndexError) {
        guard !isReadOnly else { return }
        let (parts, upTo, identifier) = state.withLock { state in
            let inputs = state.parts.filter { !$0.isOnDisk && !$0.isBusy }
            // What another flush has in hand is not written yet.
            let isAlone = !state.parts.contains { !$0.isOnDisk && $0.isBusy }
            Self.mark(&state, inputs, isBusy: true)
            state.dirtySince = nil
            return (inputs, isAlone ? state.completeUpTo : state.writtenUpTo, state.newIdentifier())
        }
        do {
            try exchange(parts, identifier: identifier, MergePace())
            state.withLock { $0.writtenUpTo = max($0.writtenUpTo, upTo) }
            try persist()
        } catch {
            let now = now
            state.withLock { $0.dirtySince = $0.dirtySince ?? now }
            // Nothing cancels it.
            throw error as? IndexError ?? IndexError.storage(path: path, errno: 0)
        }
    }

    /// Merges all segments into one, and drops all that was replaced or removed. Throws as
    /// ``maintain(cancellation:wordsPerSecond:)``.
    public func compact(cancellation: SearchCancellation? = nil) throws {
        try flush()
        try merge(MergePace(cancellation: cancellation)) { candidates, _ in
            let isClean = candidates.count == 1 && candidates[0].live == candidates[0].documents
            return isClean ? [] : candidates.map(\.index)
        }
    }

    /// Merges the segments on the disk that `choose` says.
    @discardableResult
    private func merge(
        _ pace: MergePace, _ choose: ([MergePolicy.Candidate], IndexLimits) -> [Int]
    ) throws -> Bool {
        let (inputs, identifier) = state.withLock { state -> ([IndexPart], UInt64) in
            // What came since a rebuild began must stay apart from what it replaces.
            guard state.rebuilds == 0 else { return ([], 0) }
            let free = state.parts.indices.filter { state.parts[$0].isOnDisk && !state.parts[$0].isBusy }
            let candidates = free.map {
                MergePolicy.Candidate(
                    index: $0, live: state.parts[$0].live, documents: state.parts[$0].segment.documentCount)
            }
            let inputs = choose(candidates, limits).map { state.parts[$0] }
            Self.mark(&state, inputs, isBusy: true)
            return (inputs, state.newIdentifier())
        }
        guard !inputs.isEmpty else { return false }
        try exchange(inputs, identifier: identifier, pace)
        try persist()
        return true
    }

    /// Merges `inputs`, which are busy, into one part on the disk, and puts it in their place.
    private func exchange(_ inputs: [IndexPart], identifier: UInt64, _ pace: MergePace) throws {
        guard !inputs.isEmpty else { return }
        do {
            let job = MergeJob(inputs, identifier: identifier, files: files, pace: pace)
            let made = try job.run()
            state.withLock { state in
                state.replace(inputs, by: made, places: job.places)
                publish(state)
            }
        } catch {
            state.withLock { Self.mark(&$0, inputs, isBusy: false) }
            throw error
        }
    }

    private static func mark(_ state: inout IndexState, _ parts: [IndexPart], isBusy: Bool) {
        let identifiers = Set(parts.map(\.identifier))
        for index in state.parts.indices where identifiers.contains(state.parts[index].identifier) {
            state.parts[index].isBusy = isBusy
        }
    }

    /// Writes a manifest of what is on the disk now, with new tombstones where they changed, and removes what it no
    /// longer names.
    func persist() throws(IndexError) {
        try disk.withLock { _ throws(IndexError) in
            var (manifest, parts, old) = state.withLock { state in Self.manifest(&state) }
            if old.entries == manifest.entries, old.completeUpTo == manifest.completeUpTo { return }
            for index in parts.indices where parts[index].tombstones != parts[index].written {
                let entry = manifest.entries[index]
                let name = Manifest.tombstonesName(entry.identifier, entry.tombstonesVersion)
                try write(parts[index].tombstones.bytes, name)
                parts[index].written = parts[index].tombstones
            }
            // The names of new segments, before anything names them.
            try files.syncFolder()
            try write(manifest.bytes, Manifest.newName)
            try files.rename(Manifest.newName, to: Manifest.name)
            try files.syncFolder()
            let written = parts
            let dropped = state.withLock { Self.note(manifest, written, &$0) }
            for name in old.names.union(dropped).subtracting(manifest.names).sorted() { try? files.remove(name) }
        }
    }

    private func write(_ bytes: [UInt8], _ name: String) throws(IndexError) {
        let file = try files.create(name)
        try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in try file.write(UnsafeRawBufferPointer(bytes)) }
        try file.sync()
    }

    /// The manifest of what is on the disk, the parts it names, and the manifest before.
    private static func manifest(_ state: inout IndexState) -> (Manifest, [IndexPart], Manifest) {
        let parts = state.parts.filter { $0.isOnDisk && $0.live > 0 }
        var manifest = Manifest()
        manifest.generation = state.manifest.generation + 1
        manifest.completeUpTo = state.writtenUpTo
        manifest.nextIdentifier = state.nextIdentifier
        manifest.entries = parts.map { part in
            let isChanged = part.tombstones != part.written
            return Manifest.Entry(
                identifier: part.identifier, documents: part.segment.documentCount, size: part.segment.size,
                fingerprint: part.segment.footer.fingerprint,
                tombstonesVersion: isChanged ? manifest.generation : part.writtenVersion, tombstones: part.tombstones.count)
        }
        return (manifest, parts, state.manifest)
    }

    /// Remembers what was written, and returns the files that are no longer in use.
    private static func note(_ manifest: Manifest, _ parts: [IndexPart], _ state: inout IndexState) -> Set<String> {
        state.manifest = manifest
        for (part, entry) in zip(parts, manifest.entries) {
            guard let index = state.parts.firstIndex(where: { $0.identifier == part.identifier }) else { continue }
            state.parts[index].written = part.written
            state.parts[index].writtenVersion = entry.tombstonesVersion
        }
        // Of which nothing is left.
        for part in state.parts where part.isOnDisk && part.live == 0 && !part.isBusy { state.drop(part) }
        state.parts.removeAll { $0.isOnDisk && $0.live == 0 && !$0.isBusy }
        if state.rebuilds == 0 { state.removedAt = state.removedAt.filter { $0.value > manifest.completeUpTo } }
        defer { state.dropped.removeAll() }
        return state.dropped
    }
}
