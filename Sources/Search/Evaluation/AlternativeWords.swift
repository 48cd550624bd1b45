/// The words of a query of which any will do, each with one list, read window by window into sums of scores: one addition a posting,
/// and no memory that would not fit the fastest cache.
///
/// Scores are whole numbers, so that the order of additions does not matter.
final class AlternativeWords {
    struct Word {
        let rarity: Float
        let weights: PostingWeights
        var cursor: PostingsCursor
        /// More than any document of the window gets for it; nothing where none of them holds it.
        var bound: Score?
        /// About how many documents of a window hold it.
        let expected: Int
        /// Where the next window's blocks begin, at most.
        fileprivate var boundBlock = 0
    }

    /// With more words, what is noted of each would not fit.
    private static let most = 32
    private static let mostGreatest = 100
    /// Sums of scores would not fit with more.
    private static let greatestRarity: Float = 4_096

    /// Whether each of `leaves` is a word with one list, and there are not too many.
    static func areSuited(_ leaves: [SegmentLeaf]) -> Bool {
        leaves.count <= most && leaves.allSatisfy(\.isSingleWord) && leaves.reduce(0) { $0 + $1.leaf.rarity } < greatestRarity
    }

    let words: UnsafeMutableBufferPointer<Word>
    /// The words from the one that can give most in the window to the one that can give least, those left out that stand nowhere in it.
    let order: UnsafeMutableBufferPointer<Int>
    private(set) var present = 0
    /// What each document of the window gets for the words that were added, and above that a bit for each of these that it holds.
    private let sums: UnsafeMutablePointer<UInt64>
    /// The documents of the window that were added to.
    private let bits: WindowBits
    private let memory = WindowMemory(hasWeights: false)
    /// The places in the window that are still of interest.
    let candidates: UnsafeMutablePointer<UInt16>
    private let factor: Float

    init(_ leaves: [SegmentLeaf], _ evaluation: SegmentEvaluation) {
        factor = evaluation.norms.boundFactor
        words = .allocate(capacity: leaves.count)
        _ = words.initialize(
            fromContentsOf: leaves.map { leaf in
                let reader = leaf.sequences[0][0]
                let cursor = reader.freshCursor()
                return Word(
                    rarity: leaf.leaf.rarity, weights: PostingWeights(reader, cursor.entry), cursor: cursor,
                    expected: reader.documents * WindowBits.capacity / max(1, evaluation.segment.documentCount))
            })
        order = .allocate(capacity: leaves.count)
        order.initialize(repeating: 0)
        sums = .allocate(capacity: WindowBits.capacity)
        sums.initialize(repeating: 0, count: WindowBits.capacity)
        candidates = .allocate(capacity: WindowBits.capacity + 1)
        bits = memory.bits
    }

    deinit {
        words.deinitialize().deallocate()
        order.deallocate()
        sums.deallocate()
        candidates.deallocate()
    }

    /// The first document from `start` on that holds a word; past the last where none does.
    func next(from start: UInt32) -> UInt32 {
        var next = UInt32.max
        for index in words.indices { next = min(next, words[index].cursor.advance(to: start)) }
        return next
    }

    /// Finds bounds and order of the words for a window. More than any document of it gets, all words taken together.
    func begin(_ window: Range<UInt32>) -> Score {
        present = 0
        var sum: Score = 0
        for index in words.indices {
            guard let bound = bound(index, window) else { continue }
            words[index].bound = bound
            sum += bound
            var place = present
            while place > 0, (words[order[place - 1]].bound ?? 0) < bound {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = index
            present += 1
        }
        return sum
    }

    private func bound(_ index: Int, _ window: Range<UInt32>) -> Score? {
        let (skips, count) = (words[index].cursor.skipEntries, words[index].cursor.blockCount)
        var block = words[index].boundBlock
        while block < count, skips.lastDocument(ofBlock: block) < window.lowerBound { block += 1 }
        words[index].boundBlock = block
        guard block < count else { return nil }
        var greatest: UInt16 = 0
        while block < count {
            greatest = max(greatest, skips.impact(ofBlock: block))
            if skips.lastDocument(ofBlock: block) >= window.upperBound - 1 { break }
            block += 1
        }
        return Scoring.bound(words[index].rarity, greatest, factor: factor)
    }

    /// Adds what all documents of the window get for a word.
    func add(_ index: Int, _ window: Range<UInt32>) {
        guard let word = words.baseAddress.map({ $0 + index }) else { return }
        var document = word.pointee.cursor.advance(to: window.lowerBound)
        while document < window.upperBound {
            let first = word.pointee.cursor.index
            var end = word.pointee.cursor.count
            let documents = word.pointee.cursor.documents
            if documents[end - 1] >= window.upperBound {
                end = first
                while documents[end] < window.upperBound { end &+= 1 }
            }
            add(word, first..<end, after: window.lowerBound, bit: 1 &<< UInt64(index))
            if end < word.pointee.cursor.count { return word.pointee.cursor.move(toPosting: end) }
            document = word.pointee.cursor.nextBlock()
        }
    }

    /// Adds what the postings at `places` of the current block get.
    private func add(_ word: UnsafeMutablePointer<Word>, _ places: Range<Int>, after base: UInt32, bit: UInt64) {
        let (rarity, documents) = (word.pointee.rarity, word.pointee.cursor.documents)
        let (sums, bits) = (sums, bits.words)
        // Who holds it stands above what it gets, so that both are added at once.
        func value(_ weight: Float) -> UInt64 {
            weight > 0 ? UInt64(truncatingIfNeeded: Scoring.score(rarity, weight)) | bit &<< 32 : 0
        }
        word.pointee.weights.forEach(&word.pointee.cursor, places) { place, weight in
            let target = Int(documents[place] &- base)
            sums[target] &+= value(weight)
            bits[target &>> 6] |= 1 &<< UInt64(target & 63)
        } correct: { place, wrong, weight in
            let target = Int(documents[place] &- base)
            sums[target] &+= value(weight) &- value(wrong)
        }
    }

    /// Adds what the first `count` of ``candidates`` get for a word.
    func add(_ index: Int, _ window: Range<UInt32>, toFirst count: Int) {
        guard let word = words.baseAddress.map({ $0 + index }) else { return }
        for candidate in 0..<count {
            let target = Int(candidates[candidate])
            let document = window.lowerBound + UInt32(target)
            guard word.pointee.cursor.advance(to: document) == document else { continue }
            let weight = word.pointee.weights.of(&word.pointee.cursor, at: word.pointee.cursor.index)
            guard weight > 0 else { continue }
            let score = Scoring.score(word.pointee.rarity, weight)
            sums[target] &+= UInt64(truncatingIfNeeded: score) | 1 &<< UInt64(32 + index)
        }
    }

    /// What the document at `place` of the window gets for the words that were added.
    @inline(__always)
    func score(_ place: Int) -> Score { Score(sums[place] & 0xFFFF_FFFF) }

    /// A bit for each of the words that were added and that it holds.
    @inline(__always)
    func held(_ place: Int) -> UInt32 { UInt32(truncatingIfNeeded: sums[place] &>> 32) }

    /// Notes in ``candidates``, ascending, the places of the window that hold a word that was added and have at least `least`. Their
    /// count.
    func gather(atLeast least: Score) -> Int {
        let least = max(0, least)
        var found = 0
        bits.forEach { place in
            candidates[found] = UInt16(truncatingIfNeeded: place)
            found &+= score(place) >= least && sums[place] != 0 ? 1 : 0
            return true
        }
        return found
    }

    /// Keeps of the first `count` candidates those that have at least `least`. Their count.
    func keep(_ count: Int, atLeast least: Score) -> Int {
        keep(count) { score($0) >= least }
    }

    /// Keeps of the first `count` candidates those whose place in the window is wanted. Their count.
    @inline(__always)
    func keep(_ count: Int, where isWanted: (Int) -> Bool) -> Int {
        var kept = 0
        for candidate in 0..<count {
            let place = candidates[candidate]
            candidates[kept] = place
            kept &+= isWanted(Int(place)) ? 1 : 0
        }
        return kept
    }

    /// What `wanted` of the first `count` candidates have at least; 0 where there are not so many, or more are wanted than is worth
    /// the trouble.
    func greatest(_ wanted: Int, ofFirst count: Int) -> Score {
        guard (1...Self.mostGreatest).contains(wanted), count > wanted else { return 0 }
        // Descending.
        return withUnsafeTemporaryAllocation(of: Score.self, capacity: wanted) { best in
            best.initialize(repeating: 0)
            for candidate in 0..<count {
                let score = score(Int(candidates[candidate]))
                guard score > best[wanted - 1] else { continue }
                var place = wanted - 1
                while place > 0, best[place - 1] < score {
                    best[place] = best[place - 1]
                    place -= 1
                }
                best[place] = score
            }
            return best[wanted - 1]
        }
    }

    /// Forgets the sums of the window.
    func clear() {
        bits.forEach { place in
            sums[place] = 0
            return true
        }
        bits.clear()
    }
}
