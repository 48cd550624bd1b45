/// Finds the best documents of one segment.
///
/// A window is passed over where the bounds of its blocks say that no document in it can come in (block-max: Ding and Suel,
/// SIGIR 2011; by windows as in A. Grand, R. Muir, J. Ferenczi and J. Lin, «From MaxScore to Block-Max Wand», ECIR 2020).
/// What is left is scored in full, so that the answer is that of scoring everything.
struct SegmentRanking {
    private let evaluation: SegmentEvaluation
    private let ranking: Ranking
    private let cancellation: SearchCancellation
    private let scores: UnsafeMutablePointer<Score>

    init(_ evaluation: SegmentEvaluation, _ ranking: Ranking, _ cancellation: SearchCancellation) {
        self.evaluation = evaluation
        self.ranking = ranking
        self.cancellation = cancellation
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
        if let parts = run.alternatives { return try run.any(of: parts, into: &top) }
        try run.windows(into: &top, isExhaustive: false)
    }

    private func windows(into top: inout TopHits, isExhaustive: Bool) throws {
        let segment = evaluation.segment
        var start: UInt32 = 0
        while start < segment.documentCount {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            let window = evaluation.window(from: start)
            start = window.upperBound
            let needed = isExhaustive ? 0 : ranking.unlifted(top.threshold, order: segment.order(window.lowerBound))
            if !isExhaustive {
                guard let bound = evaluation.root.bound(in: window), bound + ranking.greatestNearness >= needed else { continue }
            }
            let matches = evaluation.matches(window, needed: max(0, needed - ranking.greatestNearness))
            matches.forEach { place in
                scores[place] = 0
                return true
            }
            evaluation.root.addScores(matches, to: scores)
            take(matches, window, into: &top)
        }
    }

    /// Offers the documents of `matches` with their `scores`.
    private func take(_ matches: WindowBits, _ window: Range<UInt32>, into top: inout TopHits) {
        let greatest = ranking.greatestNearness
        let segment = evaluation.segment
        var needed = ranking.unlifted(top.threshold, order: segment.order(window.lowerBound)) - greatest
        matches.forEach { place in
            guard scores[place] >= needed else { return true }
            offer(window.lowerBound + UInt32(place), scores[place], to: &top)
            needed = ranking.unlifted(top.threshold, order: segment.order(window.lowerBound)) - greatest
            return true
        }
    }

    /// Adds what nearness and newness give, and offers the document.
    private func offer(_ document: UInt32, _ score: Score, to top: inout TopHits) {
        let order = evaluation.segment.order(document)
        let needed = ranking.unlifted(top.threshold, order: order)
        guard let near = nearness(in: document, needed: needed - score) else { return }
        top.insert(
            TopHits.Hit(
                score: ranking.lifted(score + near, order: order), order: order,
                article: evaluation.segment.article(document)))
    }

    /// What the document gets for words that stand near one another; nothing where that is less than `needed`.
    private func nearness(in document: UInt32, needed: Score) -> Score? {
        var sum: Score = 0
        var rest = ranking.greatestNearness
        var before: (leaf: Int, places: [UInt32])?
        for pair in ranking.neighbours {
            guard sum + rest >= needed else { return nil }
            let left = before.flatMap { $0.leaf == pair.left ? $0.places : nil } ?? places(pair.left, document)
            let right = left.isEmpty && pair.right != pair.left ? [] : places(pair.right, document)
            before = left.isEmpty ? nil : (pair.right, right)
            sum += Ranking.nearness(pair.greatest, Self.distance(left, right))
            rest -= pair.greatest
        }
        return sum >= needed ? sum : nil
    }

    private func places(_ leaf: Int, _ document: UInt32) -> [UInt32] {
        evaluation.leaves[leaf].sequences[0][0].placesForNearness(in: document)
    }

    /// The least distance between places of two words; 0 where one of them has none.
    private static func distance(_ left: [UInt32], _ right: [UInt32]) -> UInt32 {
        var least: UInt32 = 0
        var next = 0
        for place in left {
            while next < right.count, right[next] < place { next += 1 }
            // The same place is one word that answers both.
            var after = next
            while after < right.count, right[after] == place { after += 1 }
            if after < right.count { least = least == 0 ? right[after] - place : min(least, right[after] - place) }
            if next > 0 { least = least == 0 ? place - right[next - 1] : min(least, place - right[next - 1]) }
        }
        return least
    }
}

extension SegmentRanking {
    /// One posting list, block by block.
    private func word(_ leaf: SegmentLeaf, into top: inout TopHits) throws {
        let reader = leaf.sequences[0][0]
        var cursor = reader.freshCursor()
        let rarity = leaf.leaf.rarity
        let factor = evaluation.norms.boundFactor
        var first: UInt32 = 0
        while cursor.block < cursor.blockCount {
            if cursor.block & 63 == 0, cancellation.isCancelled { throw SearchCancelled() }
            let last = cursor.lastDocument(ofBlock: cursor.block)
            let needed = ranking.unlifted(top.threshold, order: evaluation.segment.order(first))
            if Scoring.bound(rarity, cursor.impact(ofBlock: cursor.block), factor: factor) >= needed {
                cursor.advance(to: first)
                let least = Scoring.leastWeight(rarity, for: needed)
                reader.forEachPosting(of: &cursor, through: last) { document, weight in
                    guard weight >= least else { return }
                    let score = Scoring.score(rarity, weight)
                    if score >= needed, !evaluation.tombstones.contains(document) { offer(document, score, to: &top) }
                }
            } else if !cursor.advanceBlock(to: last &+ 1) {
                return
            }
            first = last &+ 1
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

    /// MaxScore (H. Turtle and J. Flood, IPM 31(6), 1995) by windows: documents that hold only such words as could not lift
    /// them among the best, all taken together, are never looked at.
    private func any(of leaves: [SegmentLeaf], into top: inout TopHits) throws {
        let segment = evaluation.segment
        let greatest = ranking.greatestNearness
        let found = WindowMemory(hasWeights: false)
        var start: UInt32 = 0
        while start < segment.documentCount {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            let window = evaluation.window(from: start)
            start = window.upperBound
            let needed = ranking.unlifted(top.threshold, order: segment.order(window.lowerBound)) - greatest
            let bounds = leaves.compactMap { leaf in leaf.bound(in: window).map { (leaf: leaf, bound: $0) } }
                .sorted { $0.bound < $1.bound }
            guard !bounds.isEmpty, bounds.reduce(0, { $0 + $1.bound }) >= needed else { continue }
            let needless = needlessCount(bounds.map { ($0.leaf, $0.bound) }, needed)
            gather(bounds[needless...].map(\.leaf), window, found.bits)
            addRest(bounds[..<needless].reversed().map { ($0.leaf, $0.bound) }, window, found.bits, &top)
            take(found.bits, window, into: &top)
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
        let needed = ranking.unlifted(top.threshold, order: evaluation.segment.order(window.lowerBound)) - ranking.greatestNearness
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
