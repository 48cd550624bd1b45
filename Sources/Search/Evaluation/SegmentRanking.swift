/// Finds the best documents of one segment.
///
/// A window is passed over where the bounds of its blocks say that no document in it can come in (block-max: Ding and Suel,
/// SIGIR 2011; by windows as in A. Grand, R. Muir, J. Ferenczi and J. Lin, «From MaxScore to Block-Max Wand», ECIR 2020).
/// What is left is scored in full, so that the answer is that of scoring everything.
struct SegmentRanking {
    let evaluation: SegmentEvaluation
    let ranking: Ranking
    let cancellation: SearchCancellation
    /// The pairs of words that can stand near one another: those whose places the segment knows.
    let neighbours: [Ranking.Neighbours]
    /// The most that nearness gives.
    let greatestNearness: Score
    private let scores: UnsafeMutablePointer<Score>

    init(_ evaluation: SegmentEvaluation, _ ranking: Ranking, _ cancellation: SearchCancellation) {
        self.evaluation = evaluation
        self.ranking = ranking
        self.cancellation = cancellation
        neighbours = ranking.neighbours.filter { pair in
            [pair.left, pair.right].allSatisfy { evaluation.leaves[$0].sequences[0][0].hasPlacesForNearness }
        }
        greatestNearness = neighbours.reduce(0) { $0 + $1.greatest }
        scores = .allocate(capacity: WindowBits.capacity)
    }

    /// Adds the documents that are among the best to `top`. `isExhaustive` to score every match, for tests.
    static func run(
        _ evaluation: SegmentEvaluation, _ ranking: Ranking, into top: inout TopHits, cancellation: SearchCancellation,
        isExhaustive: Bool = false
    ) throws {
        let run = SegmentRanking(evaluation, ranking, cancellation)
        defer { run.scores.deallocate() }
        if isExhaustive { return try run.windows(into: &top, isExhaustive: true) }
        if case .leaf(let leaf) = evaluation.root.kind, leaf.leaf.kind == .word, leaf.sequences[0][0].isSingle {
            return try run.word(leaf, into: &top)
        }
        if case .leaf(let leaf) = evaluation.root.kind, leaf.leaf.kind == .word { return try run.expansion(leaf, into: &top) }
        if case .leaf(let leaf) = evaluation.root.kind, let pair = leaf.pair {
            return pair.isSingle ? try run.pair(leaf, pair, into: &top) : ()
        }
        if case .leaf(let leaf) = evaluation.root.kind, let walk = leaf.makeWalk() {
            return try run.sequence(leaf, walk, into: &top)
        }
        if let parts = run.required { return try run.all(of: parts, into: &top) }
        if let parts = run.alternatives {
            return try AlternativeWords.areSuited(parts) ? run.any(ofWords: parts, into: &top) : run.any(of: parts, into: &top)
        }
        try run.windows(into: &top, isExhaustive: false)
    }

    private func windows(into top: inout TopHits, isExhaustive: Bool) throws {
        let segment = evaluation.segment
        var start: UInt32 = 0
        while let window = evaluation.nextWindow(from: start) {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            start = window.upperBound
            let needed = isExhaustive ? 0 : ranking.needed(top, order: segment.order(window.lowerBound))
            if !isExhaustive {
                guard let bound = evaluation.root.bound(in: window), bound + greatestNearness >= needed else { continue }
            }
            let matches = evaluation.matches(window, needed: max(0, needed - greatestNearness))
            matches.forEach { place in
                scores[place] = 0
                return true
            }
            evaluation.root.addScores(matches, to: scores)
            take(matches, window, into: &top)
        }
    }

    /// Offers the documents of `matches` with their `scores`.
    private func take(
        _ matches: WindowBits, _ window: Range<UInt32>, into top: inout TopHits, areWordsKnown: Bool = false
    ) {
        let greatest = greatestNearness
        let segment = evaluation.segment
        var needed = ranking.needed(top, order: segment.order(window.lowerBound)) - greatest
        matches.forEach { place in
            guard scores[place] >= needed else { return true }
            if areWordsKnown, greatest > 0, scores[place] + greatestNearness(at: place) < needed + greatest { return true }
            if offer(window.lowerBound + UInt32(place), scores[place], to: &top) {
                needed = ranking.needed(top, order: segment.order(window.lowerBound)) - greatest
            }
            return true
        }
    }

    /// Adds what nearness and newness give, and offers the document. False where it does not come in.
    @discardableResult
    func offer(_ document: UInt32, _ score: Score, to top: inout TopHits) -> Bool {
        guard let near = nearness(in: document, needed: ranking.needed(top) - score) else { return false }
        return insert(document, score + near, into: &top)
    }

    /// Offers a document with all that it gets but for newness.
    func insert(_ document: UInt32, _ score: Score, into top: inout TopHits) -> Bool {
        // Mostly that tells already, without a look at the document's columns.
        guard score >= ranking.needed(top) else { return false }
        let order = evaluation.segment.order(document)
        return top.insert(
            TopHits.Hit(
                score: ranking.lifted(score, order: order), order: order, article: evaluation.segment.article(document)))
    }

    /// What the document gets for words that stand near one another; nothing where that is less than `needed`.
    private func nearness(in document: UInt32, needed: Score) -> Score? {
        var sum: Score = 0
        var rest = greatestNearness
        for pair in neighbours {
            guard sum + rest >= needed else { return nil }
            let left = evaluation.leaves[pair.left].sequences[0][0].placesForNearness(in: document)
            if !left.isEmpty {
                let right = evaluation.leaves[pair.right].sequences[0][0].placesForNearness(in: document)
                sum += Ranking.nearness(pair.greatest, PhraseMatcher.distance(left, right))
            }
            rest -= pair.greatest
        }
        return sum >= needed ? sum : nil
    }

    /// The most that nearness gives to the document at `place` of the window, all words of which were looked for there.
    private func greatestNearness(at place: Int) -> Score {
        var sum: Score = 0
        for pair in neighbours
        where evaluation.leaves[pair.left].memory.bits.contains(place) && evaluation.leaves[pair.right].memory.bits.contains(place) {
            sum += pair.greatest
        }
        return sum
    }
}

extension SegmentRanking {
    /// One word with one list.
    private func word(_ leaf: SegmentLeaf, into top: inout TopHits) throws {
        try postings(of: leaf.sequences[0][0], leaf.leaf.rarity, into: &top) { document, weight, needed, top in
            let score = Scoring.score(leaf.leaf.rarity, weight)
            if score >= needed, !evaluation.tombstones.contains(document) { offer(document, score, to: &top) }
        }
    }

    /// A phrase with a list of its own. The words are looked at only where the phrase itself weighs enough.
    private func pair(_ leaf: SegmentLeaf, _ pair: WordReader, into top: inout TopHits) throws {
        try postings(of: pair, leaf.leaf.rarity, into: &top) { document, weight, needed, top in
            // Others may have come in since.
            guard Scoring.score(leaf.leaf.rarity, weight) >= neededInAll(document, top), !evaluation.tombstones.contains(document) else { return }
            let score = Scoring.score(leaf.leaf.rarity, leaf.weightOfPair(weight, in: document))
            if score >= needed { _ = insert(document, score, into: &top) }
        }
    }

    /// One posting list, block by block: calls `body` with the documents that may come in, what they weigh, and what is needed.
    @inline(__always)
    private func postings(
        of reader: WordReader, _ rarity: Float, into top: inout TopHits, _ body: (UInt32, Float, Score, inout TopHits) -> Void
    ) throws {
        var cursor = reader.freshCursor()
        let factor = evaluation.norms.boundFactor
        var first: UInt32 = 0
        while cursor.block < cursor.blockCount {
            if cursor.block & 63 == 0, cancellation.isCancelled { throw SearchCancelled() }
            let last = cursor.lastDocument(ofBlock: cursor.block)
            let needed = neededInAll(first, top)
            if Scoring.bound(rarity, cursor.impact(ofBlock: cursor.block), factor: factor) >= needed {
                cursor.advance(to: first)
                let least = Scoring.leastWeight(rarity, for: needed)
                reader.forEachPosting(of: &cursor, through: last) { document, weight in
                    if weight >= least { body(document, weight, needed, &top) }
                }
            } else if !cursor.advanceBlock(to: last &+ 1) {
                return
            }
            first = last &+ 1
        }
    }
}

extension SegmentRanking {
    /// A word that stands for several, as the beginning of words does: what it weighs in a window's documents is all that they get.
    private func expansion(_ leaf: SegmentLeaf, into top: inout TopHits) throws {
        let rarity = leaf.leaf.rarity
        let weights = leaf.memory.weights
        var start: UInt32 = 0
        while let window = evaluation.nextWindow(from: start) {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            start = window.upperBound
            var needed = neededInAll(window.lowerBound, top)
            var least = Scoring.leastWeight(rarity, for: needed)
            evaluation.matches(window).forEach { place in
                guard weights[place] >= least else { return true }
                let document = window.lowerBound + UInt32(place)
                let score = Scoring.score(rarity, weights[place])
                if score >= needed, insert(document, score, into: &top) {
                    needed = neededInAll(document, top)
                    least = Scoring.leastWeight(rarity, for: needed)
                }
                return true
            }
        }
    }
}

extension SegmentRanking {
    /// The words and phrases of a query of which any will do, where it is one.
    private var alternatives: [SegmentLeaf]? {
        guard case .or = evaluation.root.kind else { return nil }
        var leaves: [SegmentLeaf] = []
        for child in evaluation.root.children {
            guard case .leaf(let leaf) = child.kind else { return nil }
            leaves.append(leaf)
        }
        return leaves
    }

    /// For alternatives that are more than words with a list each: MaxScore by windows: documents that hold only such words as could not lift
    /// them among the best, all taken together, are never looked at.
    private func any(of leaves: [SegmentLeaf], into top: inout TopHits) throws {
        let segment = evaluation.segment
        let greatest = greatestNearness
        let found = WindowMemory(hasWeights: false)
        var start: UInt32 = 0
        while let window = evaluation.nextWindow(from: start) {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            start = window.upperBound
            let needed = ranking.needed(top, order: segment.order(window.lowerBound)) - greatest
            var bounds: [(leaf: SegmentLeaf, bound: Score)] = []
            for leaf in leaves {
                if let bound = leaf.bound(in: window) { bounds.append((leaf, bound)) } else { leaf.memory.bits.clear() }
            }
            bounds.sort { $0.bound < $1.bound }
            guard !bounds.isEmpty, bounds.reduce(0, { $0 + $1.bound }) >= needed else { continue }
            let needless = needlessCount(bounds.map { ($0.leaf, $0.bound) }, needed)
            gather(bounds[needless...].map(\.leaf), window, found.bits)
            addRest(bounds[..<needless].reversed().map { ($0.leaf, $0.bound) }, window, found.bits, &top)
            take(found.bits, window, into: &top, areWordsKnown: true)
        }
    }

    /// How many of the leaves with the lowest bounds cannot bring a document in by themselves.
    private func needlessCount(_ leaves: [(SegmentLeaf, Score)], _ needed: Score) -> Int {
        var sum: Score = 0
        var count = 0
        for (leaf, bound) in leaves {
            sum += bound
            guard sum < needed, leaf.leaf.kind == .word, leaf.sequences[0][0].isSingle else { break }
            count += 1
        }
        return count
    }

    /// Scores the documents of the window that hold any of `leaves`.
    private func gather(_ leaves: [SegmentLeaf], _ window: Range<UInt32>, _ found: WindowBits) {
        found.clear()
        for leaf in leaves {
            leaf.fill(window, within: nil, isRanked: true, needed: 0)
            let rarity = leaf.leaf.rarity
            let weights = leaf.memory.weights
            leaf.memory.bits.forEach { place in
                let score = Scoring.score(rarity, weights[place])
                if found.contains(place) { scores[place] += score } else { scores[place] = score }
                found.set(place)
                return true
            }
        }
        guard !evaluation.tombstones.isEmpty else { return }
        for word in 0..<WindowBits.wordCount {
            found.words[word] &= ~evaluation.tombstones.word(Int(window.lowerBound >> 6) + word)
        }
    }

    /// Adds what the other leaves give to those documents that may yet come in; the rest are dropped.
    private func addRest(
        _ leaves: [(SegmentLeaf, Score)], _ window: Range<UInt32>, _ found: WindowBits, _ top: inout TopHits
    ) {
        var rest = leaves.reduce(0) { $0 + $1.1 }
        let needed = ranking.needed(top, order: evaluation.segment.order(window.lowerBound)) - greatestNearness
        for (leaf, bound) in leaves {
            found.forEach { place in
                if scores[place] + rest < needed { found.words[place >> 6] &= ~(1 << UInt64(place & 63)) }
                return true
            }
            if found.isEmpty { return }
            leaf.fill(window, within: found, isRanked: true, needed: 0)
            leaf.memory.bits.forEach { place in
                scores[place] += leaf.score(place)
                return true
            }
            rest -= bound
        }
    }
}
