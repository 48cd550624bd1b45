// Queries of which any word will do: MaxScore (H. Turtle and J. Flood, IPM 31(6), 1995) by windows, the words that can give most first. As
// soon as the words that are left could not bring in a document by themselves, only the documents that may yet come in are of interest;
// where these are few, they alone are looked for in the lists that are left.

extension SegmentRanking {
    /// Looking for a document costs about as much as adding so many.
    private static let lookup = 6

    /// Each of `leaves` is a word with one list.
    func any(ofWords leaves: [SegmentLeaf], into top: inout TopHits) throws {
        let words = AlternativeWords(leaves, evaluation)
        let pairs = pairs(among: leaves)
        defer { pairs.deallocate() }
        var start: UInt32 = 0
        while start < evaluation.segment.documentCount {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            let next = words.next(from: start)
            guard next < evaluation.segment.documentCount else { return }
            let window = evaluation.window(from: max(start, next & ~63))
            start = window.upperBound
            let bound = words.begin(window)
            if bound + greatestNearness < neededInAll(window.lowerBound, top) { continue }
            take(window, words, pairs, rest: bound, into: &top)
            words.clear()
        }
    }

    /// `rest` is more than any document of the window gets.
    private func take(
        _ window: Range<UInt32>, _ words: AlternativeWords, _ pairs: UnsafeMutableBufferPointer<NearPair>, rest: Score,
        into top: inout TopHits
    ) {
        let needed = neededInAll(window.lowerBound, top) - greatestNearness
        var rest = rest
        // Once documents that hold none of the words so far are of no interest any more.
        var left: Int?
        for place in 0..<words.present {
            let index = words.order[place]
            if rest < needed {
                let count = left.map { words.keep($0, atLeast: needed - rest) } ?? words.gather(atLeast: needed - rest)
                if count == 0 { return }
                left = count
            }
            if let left, left * Self.lookup < words.words[index].expected {
                words.add(index, window, toFirst: left)
            } else {
                words.add(index, window)
            }
            rest -= words.words[index].bound ?? 0
        }
        let count = left.map { words.keep($0, atLeast: needed) } ?? words.gather(atLeast: needed)
        offer(count, window, words, pairs, into: &top)
    }

    /// Offers the first `count` of the candidates, all of whose words are known.
    private func offer(
        _ count: Int, _ window: Range<UInt32>, _ words: AlternativeWords, _ pairs: UnsafeMutableBufferPointer<NearPair>,
        into top: inout TopHits
    ) {
        let live = evaluation.tombstones.isEmpty ? count : words.keep(count) { place in
            !evaluation.tombstones.contains(window.lowerBound + UInt32(place))
        }
        // With what the words give alone, so many are as good.
        let floor = ranking.needed(for: words.greatest(top.capacity, ofFirst: live))
        for candidate in 0..<live {
            let place = Int(words.candidates[candidate])
            let held = words.held(place)
            let needed = max(floor, ranking.needed(top))
            var greatest: Score = 0
            for pair in pairs where Self.holds(held, pair) { greatest += pair.greatest }
            let score = words.score(place)
            let document = window.lowerBound + UInt32(place)
            guard score + greatest >= needed else { continue }
            if greatest == 0 { _ = insert(document, score, into: &top) } else { offer(document, score, to: &top) }
        }
    }

    /// Whether both words of a pair are among those `held`.
    @inline(__always)
    private static func holds(_ held: UInt32, _ pair: NearPair) -> Bool {
        held &>> UInt32(pair.left) & held &>> UInt32(pair.right) & 1 == 1
    }
}
