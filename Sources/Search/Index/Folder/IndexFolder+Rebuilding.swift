import Synchronization
import Text

extension IndexFolder {
    /// Makes the index anew from all articles of the store, and puts it in place of what there is, at once.
    ///
    /// `feed` gets a function that takes articles, any number at a time, best the newest first, and may throw what it
    /// likes, which ends the rebuild and leaves the old index. The articles must be those of the store at change
    /// `change`. Searches go on meanwhile on what there is, and so may adding. Takes less than 300 MB of
    /// memory for a million articles, and twice the place on the disk.
    public func rebuild(
        upTo change: Int64, cancellation: SearchCancellation? = nil,
        _ feed: (_ add: ([IndexedDocument]) throws -> Void) throws -> Void
    ) throws {
        guard !isReadOnly else { throw IndexError.readOnly(path: path) }
        let old = state.withLock { state in
            state.rebuilds += 1
            return Set(state.parts.map(\.identifier))
        }
        defer { state.withLock { $0.rebuilds -= 1 } }
        let rebuild = Rebuild()
        do {
            try gather(rebuild, cancellation, feed)
            let whole = try join(rebuild, MergePace(cancellation: cancellation))
            state.withLock { state in
                Self.exchange(&state, old, by: whole, upTo: change)
                publish(state)
            }
        } catch {
            for piece in rebuild.pieces { try? files.remove(Manifest.segmentName(piece.identifier)) }
            throw error
        }
        try persist()
        try removeDiscarded()
    }

    /// The segments of a rebuild before they are merged.
    private final class Rebuild {
        var pieces: [IndexPart] = []
        /// Every article as it came.
        let articles = Owned(LargeArray<Int64>())
        /// Some of the pieces have no lists of prefixes yet.
        var isUnfinished = false

        /// Articles that came more than once; mostly none. Sorts what came.
        func doubles() -> Set<Int64> {
            var all = UnsafeMutableBufferPointer(start: articles.value.base, count: articles.value.count)
            all.sort()
            var doubles: Set<Int64> = []
            for place in all.indices.dropFirst() where all[place] == all[place - 1] { doubles.insert(all[place]) }
            return doubles
        }
    }

    /// Writes the articles as segments of about as much as fits the memory that is allowed.
    private func gather(
        _ rebuild: Rebuild, _ cancellation: SearchCancellation?,
        _ feed: (_ add: ([IndexedDocument]) throws -> Void) throws -> Void
    ) throws {
        let sample = PairSample(limits, IndexAnalyser(capacity: 5 << 18))
        var builder: SegmentBuilder?
        func take(_ document: IndexedDocument, _ builder: SegmentBuilder) throws {
            if cancellation?.isCancelled == true { throw SearchCancelled() }
            builder.add(document)
            guard builder.size >= limits.buffer else { return }
            rebuild.pieces.append(try write(builder, identifier: newIdentifier(), hasPrefixLists: false))
            rebuild.isUnfinished = true
            builder.removeAll()
        }
        func endSample() throws {
            let made = sample.builder()
            builder = made
            for document in sample.taken() { try take(document, made) }
        }
        try feed { documents in
            for document in documents {
                rebuild.articles.value.append(document.article)
                if let builder {
                    try take(document, builder)
                } else if sample.isFull(with: document) {
                    try endSample()
                }
            }
        }
        if builder == nil { try endSample() }
        if let builder, builder.count > 0 {
            rebuild.pieces.append(try write(builder, identifier: newIdentifier(), hasPrefixLists: !rebuild.isUnfinished))
        }
    }

    private func newIdentifier() -> UInt64 { state.withLock { $0.newIdentifier() } }

    /// Merges the pieces into one, of two versions of an article the later piece's.
    private func join(_ rebuild: Rebuild, _ pace: MergePace) throws -> IndexPart? {
        guard rebuild.pieces.count > 1 || rebuild.isUnfinished else { return rebuild.pieces.first }
        for article in rebuild.doubles() {
            let holders = rebuild.pieces.indices.filter { rebuild.pieces[$0].liveDocument(article) != nil }
            for index in holders.dropLast() {
                guard let document = rebuild.pieces[index].liveDocument(article) else { continue }
                rebuild.pieces[index].tombstones.insert(document)
            }
        }
        let job = MergeJob(rebuild.pieces, identifier: newIdentifier(), files: files, pace: pace)
        let whole = try job.run()
        for piece in rebuild.pieces { try? files.remove(Manifest.segmentName(piece.identifier)) }
        rebuild.pieces = whole.map { [$0] } ?? []
        return whole
    }

    /// Puts `whole` in the place of the parts `old`, and over it those that came since, which no merge has mixed with
    /// `old`.
    private static func exchange(_ state: inout IndexState, _ old: Set<UInt64>, by whole: IndexPart?, upTo change: Int64) {
        let since = state.parts.filter { !old.contains($0.identifier) }
        for part in state.parts where old.contains(part.identifier) { state.drop(part) }
        state.parts = []
        if let whole { state.adopt(whole, isFresh: false) }
        for part in since { state.adopt(part, isFresh: false) }
        // Alone it says what is known, also where the store went back to earlier numbers.
        state.completeUpTo = since.isEmpty ? change : max(state.completeUpTo, change)
        state.writtenUpTo = since.isEmpty ? change : max(state.writtenUpTo, change)
    }

    /// Removes the files of an index that was not read when this one was opened.
    private func removeDiscarded() throws(IndexError) {
        let (first, needed) = state.withLock { ($0.firstIdentifier, $0.manifest.names) }
        for name in try files.names() where !needed.contains(name) {
            guard let identifier = Self.identifier(ofFile: name), identifier < first else { continue }
            try files.remove(name)
        }
    }
}
