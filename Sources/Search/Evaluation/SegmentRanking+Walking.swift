// Queries that are one conjunction of posting lists are walked document by document, led by the rarest list: only what the others say of
// its documents is decoded, and of those only what can come in is scored. Where the blocks on which all lists stand cannot
// bring in any document, taken together, they are passed over as they are (block-max: Ding and Suel, SIGIR 2011, section 4.3).

extension SegmentRanking {
    /// Blocks between two looks whether the search was cancelled.
    private static var patience: Int { 256 }

    /// The words of a query that must all be there, where it is that and each of them has one list; the rarest first.
    var required: [SegmentLeaf]? {
        guard case .and = evaluation.root.kind else { return nil }
        var leaves: [SegmentLeaf] = []
        for child in evaluation.root.children {
            guard case .leaf(let leaf) = child.kind, leaf.leaf.kind == .word, leaf.sequences[0][0].isSingle else { return nil }
            leaves.append(leaf)
        }
        return leaves.count > 1 ? leaves : nil
    }

    func all(of leaves: [SegmentLeaf], into top: inout TopHits) throws {
        let walk = PostingsWalk(leaves.map { $0.sequences[0][0] })
        let parts = UnsafeMutableBufferPointer<Part>.allocate(capacity: leaves.count)
        _ = parts.initialize(fromContentsOf: leaves.map { Part(rarity: $0.leaf.rarity) })
        let near = pairs(among: leaves)
        defer {
            parts.deallocate()
            near.deallocate()
        }
        var blocks = 0
        while walk.document != PostingsCursor.end, let last = walk.lastOfBlocks() {
            blocks += 1
            if blocks % Self.patience == 0, cancellation.isCancelled { throw SearchCancelled() }
            var sum: Score = 0
            for index in parts.indices {
                parts[index].bound = Scoring.bound(parts[index].rarity, walk.impact(index), factor: evaluation.norms.boundFactor)
                sum += parts[index].bound
            }
            if sum >= needed(walk.document, top) {
                guard walk.load() else { return }
                offer(walk, parts, near, through: last, to: &top)
            }
            walk.advance(to: last &+ 1)
        }
    }

    /// Two words that are to be near one another, by their places among those that are walked.
    struct NearPair {
        var left: Int
        var right: Int
        /// What documents get in which both stand side by side.
        var greatest: Score
    }

    /// The pairs among `leaves`. To be deallocated.
    func pairs(among leaves: [SegmentLeaf]) -> UnsafeMutableBufferPointer<NearPair> {
        let pairs = neighbours.compactMap { pair -> NearPair? in
            guard let left = leaves.firstIndex(where: { $0 === evaluation.leaves[pair.left] }),
                let right = leaves.firstIndex(where: { $0 === evaluation.leaves[pair.right] })
            else { return nil }
            return NearPair(left: left, right: right, greatest: pair.greatest)
        }
        let buffer = UnsafeMutableBufferPointer<NearPair>.allocate(capacity: pairs.count)
        _ = buffer.initialize(fromContentsOf: pairs)
        return buffer
    }

    /// What a document gets for `pairs`, of which it holds both words; `places` gives where they stand. Nothing where that is less
    /// than `needed`.
    @inline(__always)
    func nearness(
        _ pairs: UnsafeMutableBufferPointer<NearPair>, needed: Score, _ places: (Int) -> UnsafeBufferPointer<UInt32>
    ) -> Score? {
        var sum: Score = 0
        var rest: Score = 0
        for pair in pairs { rest += pair.greatest }
        for pair in pairs {
            guard sum + rest >= needed else { return nil }
            sum += Ranking.nearness(pair.greatest, PhraseMatcher.distance(places(pair.left), places(pair.right)))
            rest -= pair.greatest
        }
        return sum >= needed ? sum : nil
    }

    /// A word of a conjunction.
    private struct Part {
        var rarity: Float
        /// More than any document of the current block gets for it.
        var bound: Score = 0
    }

    /// The least score for its words with which `document`, or an older one, comes in.
    @inline(__always)
    private func needed(_ document: UInt32, _ top: TopHits) -> Score {
        neededInAll(document, top) - greatestNearness
    }

    /// The least score with which `document`, or an older one, comes in, or less.
    @inline(__always)
    func neededInAll(_ document: UInt32, _ top: TopHits) -> Score {
        // Where newness counts for nothing, orders tell only documents apart that are equally good.
        ranking.now == nil ? ranking.needed(top) : ranking.needed(top, order: evaluation.segment.order(document))
    }

    /// Offers the documents of the current blocks up to `last`.
    private func offer(
        _ walk: PostingsWalk, _ parts: UnsafeMutableBufferPointer<Part>, _ near: UnsafeMutableBufferPointer<NearPair>,
        through last: UInt32, to top: inout TopHits
    ) {
        let blocks = walk.blocks
        let rarity = parts[0].rarity
        let others = parts.dropFirst().reduce(0) { $0 + $1.bound }
        var needed = needed(walk.document, top)
        var least = max(Scoring.leastWeight(rarity, for: needed - others), .leastNonzeroMagnitude)
        walk.forEachOfTwo(through: last) { document in
            let weight = blocks[0].weight()
            guard weight >= least, let score = score(walk, parts, document, Scoring.score(rarity, weight), others, needed),
                !evaluation.tombstones.contains(document),
                let near = nearness(near, needed: self.ranking.needed(top) - score, { walk.places($0) }),
                insert(document, score + near, into: &top)
            else { return }
            needed = self.needed(document, top)
            least = max(Scoring.leastWeight(rarity, for: needed - others), .leastNonzeroMagnitude)
        }
    }

    /// What `document` gets for all words, of which the first gives `score` and the others at most `rest`; nothing where one is missing
    /// or that is less than `needed`.
    @inline(__always)
    private func score(
        _ walk: PostingsWalk, _ parts: UnsafeMutableBufferPointer<Part>, _ document: UInt32, _ score: Score, _ rest: Score,
        _ needed: Score
    ) -> Score? {
        var (score, rest) = (score, rest)
        for index in 1..<parts.count {
            guard score + rest >= needed, walk.blocks[index].seek(document) else { return nil }
            let weight = walk.blocks[index].weight()
            guard weight > 0 else { return nil }
            score += Scoring.score(parts[index].rarity, weight)
            rest -= parts[index].bound
        }
        return score >= needed ? score : nil
    }

    /// A phrase, or two texts near one another: places are read only where the words weigh enough.
    func sequence(_ leaf: SegmentLeaf, _ walk: SequenceWalk, into top: inout TopHits) throws {
        var blocks = 0
        let postings = walk.postings
        while postings.document != PostingsCursor.end, let last = postings.lastOfBlocks() {
            blocks += 1
            if blocks % Self.patience == 0, cancellation.isCancelled { throw SearchCancelled() }
            let bound = Scoring.bound(leaf.leaf.rarity, walk.impact, factor: evaluation.norms.boundFactor)
            if bound >= neededInAll(postings.document, top) {
                guard postings.load() else { return }
                offer(leaf, walk, through: last, to: &top)
            }
            postings.advance(to: last &+ 1)
        }
    }

    private func offer(_ leaf: SegmentLeaf, _ walk: SequenceWalk, through last: UInt32, to top: inout TopHits) {
        let rarity = leaf.leaf.rarity
        var needed = neededInAll(walk.postings.document, top)
        var least = Scoring.leastWeight(rarity, for: needed)
        walk.forEachCandidate(through: last) { document in
            guard let weight = leaf.weight(walk, document, atLeast: least), !evaluation.tombstones.contains(document) else { return }
            let score = Scoring.score(rarity, weight)
            guard score >= needed, insert(document, score, into: &top) else { return }
            needed = neededInAll(document, top)
            least = Scoring.leastWeight(rarity, for: needed)
        }
    }
}
