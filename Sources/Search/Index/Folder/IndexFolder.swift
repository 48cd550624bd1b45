import Glibc
import Synchronization

/// The search index of a library: a folder of segments with a manifest, and the newest articles in memory.
///
/// One process writes, any number read. What is added is searchable at the next ``commit(upTo:)``, and reaches the disk
/// in ``maintain(cancellation:wordsPerSecond:)``, which a background queue calls when there is time; until then the
/// store is what keeps it: after a crash the index says up to which change it is complete, and the store gives what
/// followed. An index opened for reading only takes articles into memory the same way, and keeps up with the writing
/// process by ``refresh()``.
///
/// Locks: `state` is held while articles are taken in and while parts are exchanged, never while files are written;
/// `published` only to copy a snapshot, so that no reader waits; `disk` while a manifest is written, so that they are
/// written one after the other.
public final class IndexFolder: Sendable {
    public let path: String
    public let isReadOnly: Bool
    let files: IndexFiles
    let manifestPath: String
    let limits: IndexLimits
    private let clock: @Sendable () -> Double
    private let lock: WriterLock?
    let state: Mutex<IndexState>
    let disk = Mutex(())
    private let published: Mutex<IndexSnapshot>

    /// Opens the index in the folder at `path`, which is made where it is missing. Throws ``IndexError``.
    ///
    /// With `startingEmpty` whatever is there, damaged or of another version, counts as nothing: to be followed by a
    /// rebuild. `clock` gives seconds from any origin, for the age of what is in memory.
    public convenience init(
        _ path: String, readOnly: Bool = false, startingEmpty: Bool = false, limits: IndexLimits = IndexLimits(),
        clock: @escaping @Sendable () -> Double = IndexFolder.monotonicSeconds
    ) throws(IndexError) {
        try self.init(
            IndexFiles(folder: path), readOnly: readOnly, startingEmpty: startingEmpty, limits: limits, clock: clock)
    }

    init(
        _ files: IndexFiles, readOnly: Bool, startingEmpty: Bool, limits: IndexLimits,
        clock: @escaping @Sendable () -> Double
    ) throws(IndexError) {
        path = files.folder
        isReadOnly = readOnly
        self.files = files
        manifestPath = files.path(Manifest.name)
        self.limits = limits
        self.clock = clock
        if !readOnly { try files.makeFolder() }
        lock = readOnly ? nil : try WriterLock(files)
        var opened = IndexState(analyser: IndexAnalyser())
        // What a reader makes has numbers that no writer gives.
        if readOnly { opened.nextIdentifier = 1 << 63 }
        if startingEmpty {
            // Not one of the old names is used again while the old manifest may still name it.
            opened.nextIdentifier = try Self.firstFreeIdentifier(files)
            opened.firstIdentifier = opened.nextIdentifier
            opened.manifest.generation = UInt64(max(0, clock()) * 1_000)
        } else {
            try Self.load(&opened, files)
        }
        published = Mutex(opened.snapshot)
        if !readOnly, !startingEmpty { try Self.removeStrangers(files, opened.manifest) }
        state = Mutex(opened)
    }

    /// The seconds since the machine started.
    public static let monotonicSeconds: @Sendable () -> Double = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The index as it is now. Takes no time, whatever else is going on.
    public func snapshot() -> IndexSnapshot {
        MappedFile.watch()
        return published.withLock { $0 }
    }

    /// Every change of the store up to this number is searchable.
    public var completeUpTo: Int64 { snapshot().completeUpTo }

    var now: Double { clock() }

    /// Lets readers see `state`.
    func publish(_ state: borrowing IndexState) {
        let snapshot = state.snapshot
        published.withLock { $0 = snapshot }
    }
}

// MARK: Changing

extension IndexFolder {
    /// Takes in articles, in place of earlier versions. Searchable from the next ``commit(upTo:)`` on. About 15 MB of
    /// text a second.
    public func add(_ documents: [IndexedDocument]) throws(IndexError) {
        for document in documents {
            let isFull = state.withLock { state in
                state.prepareBuilder()
                state.builder.add(document)
                return state.builder.size >= limits.buffer
            }
            if isFull { try spill() }
        }
    }

    /// Forgets articles, from the next ``commit(upTo:)`` on.
    public func remove(_ articles: [Int64]) {
        state.withLock { state in
            for article in articles { state.builder.remove(article) }
            state.removals += articles
        }
    }

    /// Makes what was added and removed searchable, all at once, and notes that the index is complete up to `change`.
    ///
    /// A few milliseconds for a few articles. Nothing is written to the disk, unless memory is full.
    public func commit(upTo change: Int64) throws(IndexError) {
        let isFull = try state.withLock { state throws(IndexError) in
            try take(&state, upTo: change)
            publish(state)
            try mergeSmall(&state)
            return isMemoryFull(state, factor: 4)
        }
        if isFull { try flush() }
    }

    /// Makes parts of what was taken in.
    private func take(_ state: inout IndexState, upTo change: Int64) throws(IndexError) {
        let segment = state.builder.count > 0 ? try state.builder.build() : nil
        for (removals, part) in state.uncommitted {
            state.remove(removals, at: change)
            state.adopt(part, isFresh: true)
        }
        state.uncommitted.removeAll()
        state.remove(state.removals, at: change)
        state.removals.removeAll()
        if let segment {
            let part = IndexPart(identifier: state.newIdentifier(), segment: segment, isOnDisk: false)
            state.adopt(part, isFresh: true)
        }
        state.emptyBuilder()
        state.completeUpTo = max(state.completeUpTo, change)
        if state.dirtySince == nil { state.dirtySince = now }
        state.parts.removeAll { $0.live == 0 && !$0.isOnDisk && !$0.isBusy }
    }

    /// Keeps the segments in memory few.
    private func mergeSmall(_ state: inout IndexState) throws(IndexError) {
        let small = state.parts.indices.filter { index in
            let part = state.parts[index]
            return !part.isOnDisk && !part.isBusy && part.live * limits.mergeFactor <= limits.articlesMergedWhileAdding
        }
        let candidates = small.map {
            MergePolicy.Candidate(index: $0, live: state.parts[$0].live, documents: state.parts[$0].segment.documentCount)
        }
        let inputs = MergePolicy.choice(candidates, limits).map { state.parts[$0] }
        guard inputs.count > 1 else { return }
        let job = MergeJob(inputs, identifier: state.newIdentifier(), files: nil)
        do {
            state.replace(inputs, by: try job.run(), places: job.places)
            publish(state)
        } catch let error as IndexError {
            throw error
        } catch {
            // Nothing cancels this one.
        }
    }

    /// Whether there is so much in memory, by `factor` times the limits, that it is to go to the disk.
    func isMemoryFull(_ state: borrowing IndexState, factor: Int) -> Bool {
        let inMemory = state.parts.filter { !$0.isOnDisk && !$0.isBusy }
        return !isReadOnly
            && (inMemory.reduce(0) { $0 + $1.segment.documentCount } >= limits.articlesInMemory * factor
                || inMemory.reduce(0) { $0 + $1.segment.size } >= limits.bytesInMemory * factor)
    }

    /// Makes a part of what was taken in though it is not committed yet: it stays out of sight until then.
    private func spill() throws(IndexError) {
        try state.withLock { state throws(IndexError) in
            let part: IndexPart
            if isReadOnly {
                let segment = try state.builder.build()
                part = IndexPart(identifier: state.newIdentifier(), segment: segment, isOnDisk: false)
            } else {
                part = try write(state.builder, identifier: state.newIdentifier())
            }
            state.uncommitted.append((state.removals, part))
            state.removals.removeAll()
            state.emptyBuilder()
        }
    }

    /// Writes what a builder holds into a file that no manifest names yet; one that is only to be merged without lists of
    /// prefixes.
    func write(_ builder: SegmentBuilder, identifier: UInt64, hasPrefixLists: Bool = true) throws(IndexError) -> IndexPart {
        let name = Manifest.segmentName(identifier)
        do {
            let file = try files.create(name)
            _ = try builder.write(into: file, files: files, hasPrefixLists: hasPrefixLists)
            try file.sync()
            return IndexPart(identifier: identifier, segment: try Self.openSegment(name, files), isOnDisk: true)
        } catch {
            try? files.remove(name)
            throw error
        }
    }
}
