// Queries of which any word will do, each with one list: MaxScore (H. Turtle and J. Flood, IPM 31(6), 1995), list by list. The first
// pass looks at the documents of the word that can give the most, the next at those that hold the second and not the first, and so on,
// until all words that are left could not bring a document in, taken together. Mostly that is after the first pass, since the rarest
// words give the most. In each pass blocks that cannot bring in any document are passed over (Ding and Suel, SIGIR 2011).

/// The words of such a query, the one that can give the most first.
private final class AlternativeWords {
    struct Word {
        let rarity: Float
        /// More than any document gets for it.
        let greatest: Score
        let weights: PostingWeights
        var cursor: PostingsCursor
        /// More than any document gets for the words behind it.
        var rest: Score = 0
        /// The most that nearness gives among it and the words behind it.
        var nearness: Score = 0
    }

    let words: UnsafeMutableBufferPointer<Word>
    let leaves: [SegmentLeaf]
    let pairs: UnsafeMutableBufferPointer<SegmentRanking.NearPair>

    init(_ leaves: [SegmentLeaf], _ ranking: SegmentRanking) {
        let factor = ranking.evaluation.norms.boundFactor
        let bounds = leaves.map { Scoring.bound($0.leaf.rarity, $0.sequences[0][0].impact, factor: factor) }
        let order = leaves.indices.sorted { (bounds[$1], $0) < (bounds[$0], $1) }
        self.leaves = order.map { leaves[$0] }
        pairs = ranking.pairs(among: self.leaves)
        words = .allocate(capacity: leaves.count)
        _ = words.initialize(
            fromContentsOf: order.map { index in
                let reader = leaves[index].sequences[0][0]
                let cursor = reader.freshCursor()
                return Word(
                    rarity: leaves[index].leaf.rarity, greatest: bounds[index], weights: PostingWeights(reader, cursor.entry),
                    cursor: cursor)
            })
        var rest: Score = 0
        for index in words.indices.reversed() {
            words[index].rest = rest
            rest += words[index].greatest
            for pair in pairs where min(pair.left, pair.right) >= index { words[index].nearness += pair.greatest }
        }
    }

    deinit {
        words.deinitialize().deallocate()
        pairs.deallocate()
    }

    /// Has all lists read from their beginnings again.
    func rewind() {
        for index in words.indices {
            words[index].cursor = PostingsCursor(words[index].cursor.segment, words[index].cursor.entry, words[index].cursor.buffer)
        }
    }

    /// What the word gives to `document`, which ascends between two rewinds; nothing where it does not hold it.
    @inline(__always)
    func score(_ index: Int, _ document: UInt32) -> Score? {
        guard words[index].cursor.advance(to: document) == document else { return nil }
        let weight = words[index].weights.of(&words[index].cursor, at: words[index].cursor.index)
        return weight > 0 ? Scoring.score(words[index].rarity, weight) : nil
    }
}

extension SegmentRanking {
    /// Each of `leaves` is a word with one list.
    func any(ofWords leaves: [SegmentLeaf], into top: inout TopHits) throws {
        let all = AlternativeWords(leaves, self)
        for index in all.words.indices {
            let word = all.words[index]
            guard word.greatest + word.rest + word.nearness >= ranking.needed(top, order: evaluation.segment.order(0)) else { return }
            if index > 0 { all.rewind() }
            try pass(index, all, into: &top)
        }
    }

    /// Offers the documents that hold word `number` and none before it.
    private func pass(_ number: Int, _ all: AlternativeWords, into top: inout TopHits) throws {
        let rarity = all.words[number].rarity
        let others = all.words[number].rest + all.words[number].nearness
        let factor = evaluation.norms.boundFactor
        let weights = all.words[number].weights
        let cursor = all.words.baseAddress.map { $0 + number }
        guard let cursor else { return }
        var first: UInt32 = 0
        while cursor.pointee.cursor.block < cursor.pointee.cursor.blockCount {
            let block = cursor.pointee.cursor.block
            if block & 63 == 0, cancellation.isCancelled { throw SearchCancelled() }
            let last = cursor.pointee.cursor.lastDocument(ofBlock: block)
            var needed = ranking.needed(top, order: evaluation.segment.order(first)) - others
            if Scoring.bound(rarity, cursor.pointee.cursor.impact(ofBlock: block), factor: factor) >= needed {
                guard cursor.pointee.cursor.advance(to: first) != PostingsCursor.end else { return }
                var least = max(Scoring.leastWeight(rarity, for: needed), .leastNonzeroMagnitude)
                for place in 0..<cursor.pointee.cursor.count {
                    let weight = weights.of(&cursor.pointee.cursor, at: place)
                    guard weight >= least else { continue }
                    cursor.pointee.cursor.move(toPosting: place)
                    let document = cursor.pointee.cursor.document
                    guard offer(document, Scoring.score(rarity, weight), number, all, to: &top) else { continue }
                    needed = ranking.needed(top, order: evaluation.segment.order(document)) - others
                    least = max(Scoring.leastWeight(rarity, for: needed), .leastNonzeroMagnitude)
                }
                cursor.pointee.cursor.nextBlock()
            } else if !cursor.pointee.cursor.advanceBlock(to: last &+ 1) {
                return
            }
            first = last &+ 1
        }
    }

    /// Offers `document`, which gets `score` for word `number`, unless it holds a word before it. False where it does not come in.
    @inline(never)
    private func offer(
        _ document: UInt32, _ score: Score, _ number: Int, _ all: AlternativeWords, to top: inout TopHits
    ) -> Bool {
        let needed = ranking.needed(top)
        var score = score
        var rest = all.words[number].rest
        var held: UInt64 = number < 64 ? 1 &<< UInt64(number) : 0
        for index in (number + 1)..<max(number + 1, all.words.count) {
            guard score + rest + all.words[number].nearness >= needed else { return false }
            rest -= all.words[index].greatest
            guard let more = all.score(index, document) else { continue }
            score += more
            if index < 64 { held |= 1 &<< UInt64(index) }
        }
        guard score + nearness(all.pairs, ofHeld: held) >= needed, !evaluation.tombstones.contains(document) else { return false }
        for index in 0..<number where all.score(index, document) != nil { return false }
        var near: Score = 0
        for pair in all.pairs where Self.holds(held, pair) {
            let left = all.words[pair.left].cursor.positions()
            near += Ranking.nearness(pair.greatest, PhraseMatcher.distance(left, all.words[pair.right].cursor.positions()))
        }
        return insert(document, score + near, into: &top)
    }

    @inline(__always)
    private func nearness(_ pairs: UnsafeMutableBufferPointer<NearPair>, ofHeld held: UInt64) -> Score {
        var sum: Score = 0
        for pair in pairs where Self.holds(held, pair) { sum += pair.greatest }
        return sum
    }

    /// Whether both words of a pair are among those `held`.
    @inline(__always)
    private static func holds(_ held: UInt64, _ pair: NearPair) -> Bool {
        pair.left < 64 && pair.right < 64 && held &>> UInt64(pair.left) & held &>> UInt64(pair.right) & 1 == 1
    }
}
