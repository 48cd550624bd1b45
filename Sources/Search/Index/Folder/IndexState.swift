/// What an open index holds: changed under its lock, published as ``IndexSnapshot``.
struct IndexState: ~Copyable {
    var parts: [IndexPart] = []
    var nextIdentifier: UInt64 = 1
    /// Every change up to here is in the parts.
    var completeUpTo: Int64 = 0
    /// Every change up to here is in the parts on the disk.
    var writtenUpTo: Int64 = 0
    /// When the first change that is not on the disk was committed, in seconds of the index's clock.
    var dirtySince: Double?
    /// The last manifest read or written.
    var manifest = Manifest()
    /// In an index opened for reading, its file, once a look has found nothing newer.
    var heldManifest: HeldFile?
    /// Articles taken in since the last commit.
    var builder: SegmentBuilder
    /// The pairs that new segments have lists of, and the part that they were read from.
    private var pairs = PairTable.none
    private var pairsOrigin: UInt64?
    /// Articles removed since the last commit, and since the last of ``uncommitted``.
    var removals: [Int64] = []
    /// What was taken in since the last commit and did not fit the builder: removals, and the part that came after them.
    var uncommitted: [(removals: [Int64], part: IndexPart)] = []
    /// Removals that a manifest read later may not know yet: article, and the change that they came with.
    var removedAt: [Int64: Int64] = [:]
    /// Files of segments that are no longer in use, to be removed once no manifest names them.
    var dropped: Set<String> = []
    /// Rebuilds that are going on: they need to know of all removals since they began.
    var rebuilds = 0

    /// Files of segments with a lower identifier that the manifest does not name are of an index that was discarded.
    var firstIdentifier: UInt64 = 0

    init(analyser: IndexAnalyser) { builder = SegmentBuilder(analyser: analyser) }

    var snapshot: IndexSnapshot {
        IndexSnapshot(
            parts.filter { $0.live > 0 }.map { IndexSnapshot.Part($0.segment, tombstones: $0.tombstones, identifier: $0.identifier) },
            completeUpTo: completeUpTo)
    }

    mutating func newIdentifier() -> UInt64 {
        defer { nextIdentifier += 1 }
        return nextIdentifier
    }

    private var largestPart: IndexPart? { parts.max { $0.live < $1.live } }

    /// Begins to take in articles anew, with the pairs of the largest part.
    mutating func emptyBuilder() {
        let largest = largestPart
        if let largest, largest.identifier != pairsOrigin {
            let stems = largest.segment.pairedStems
            if pairs.stems != stems { pairs = PairTable(stems) }
        }
        pairsOrigin = largest?.identifier
        builder = builder.emptied(pairs: largest == nil ? .none : pairs)
    }

    /// Called before articles are taken in. Reads nothing before that: most who open an index never add.
    mutating func prepareBuilder() {
        if builder.isEmpty, largestPart?.identifier != pairsOrigin { emptyBuilder() }
    }

    /// Has the file of a part that is no longer used removed.
    mutating func drop(_ part: IndexPart) {
        if part.isOnDisk { dropped.insert(Manifest.segmentName(part.identifier)) }
    }

    /// Marks `article` in all parts but the one with `kept`.
    mutating func bury(_ article: Int64, except kept: UInt64? = nil) {
        for index in parts.indices where parts[index].identifier != kept {
            if let document = parts[index].liveDocument(article) { parts[index].tombstones.insert(document) }
        }
    }

    /// Takes out `articles`; `change` is the store's number for it.
    mutating func remove(_ articles: [Int64], at change: Int64) {
        for article in articles {
            bury(article)
            removedAt[article] = change
        }
    }

    /// Adds a part: its articles replace earlier versions, unless a part holds a later one. With `isFresh` it was made just
    /// now, after all removals; else an article that was removed after the part's version stays away.
    mutating func adopt(_ part: IndexPart, isFresh: Bool) {
        var part = part
        for document in 0..<UInt32(part.segment.documentCount) where !part.tombstones.contains(document) {
            let article = part.segment.article(document)
            if isFresh { removedAt[article] = nil }
            if isNewer(than: part.segment.change(document), article) {
                part.tombstones.insert(document)
            } else {
                bury(article)
            }
        }
        parts.append(part)
    }

    /// Whether a part holds a version of `article` that is later than `change`, or it was removed later.
    private func isNewer(than change: Int64, _ article: Int64) -> Bool {
        if let removed = removedAt[article], removed > change { return true }
        return parts.contains { part in
            part.liveDocument(article).map { part.segment.change($0) > change } ?? false
        }
    }

    /// Takes out `inputs`, which were merged into `part`. What was marked in them since the merge began, when
    /// they were as `inputs` say, is marked in it.
    mutating func replace(_ inputs: [IndexPart], by part: IndexPart?, places: [[UInt32]]) {
        var part = part
        for (input, places) in zip(inputs, places) {
            guard let index = parts.firstIndex(where: { $0.identifier == input.identifier }) else { continue }
            let now = parts[index].tombstones
            for document in 0..<UInt32(places.count)
            where now.contains(document) && !input.tombstones.contains(document) && places[Int(document)] != MergeInput.gone {
                part?.tombstones.insert(places[Int(document)])
            }
            drop(parts.remove(at: index))
        }
        if let part { parts.append(part) }
    }
}
