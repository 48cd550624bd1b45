// Phrases and nearness document by document, led by the rarest word.

/// A walk through the documents that hold all words of a phrase, or of two texts that are to be near one another.
final class SequenceWalk {
    let postings: PostingsWalk
    /// The words of the first text and of the second, by their places in the walk.
    let texts: [[Int]]
    /// Where a text begins in the document that was looked at last.
    fileprivate var starts: [UInt32] = []
    fileprivate var places: [[UnsafeBufferPointer<UInt32>]]
    /// The two words of a phrase of two, by their places in the walk.
    fileprivate let pair: (first: Int, second: Int)?

    /// Each word of `texts` has one list.
    init(_ texts: [[WordReader]]) {
        let readers = texts.enumerated().flatMap { text, readers in readers.enumerated().map { (text: text, place: $0, reader: $1) } }
            .sorted { $0.reader.documents < $1.reader.documents }
        postings = PostingsWalk(readers.map(\.reader))
        var found = texts.map { Array(repeating: 0, count: $0.count) }
        for (index, reader) in readers.enumerated() { found[reader.text][reader.place] = index }
        self.texts = found
        places = texts.map { $0.map { _ in UnsafeBufferPointer(start: nil, count: 0) } }
        pair = found.count == 1 && found[0].count == 2 ? (found[0][0], found[0][1]) : nil
    }

    func next(from start: UInt32) -> UInt32 {
        postings.advance(to: start)
        return postings.document
    }

    /// What no word of the first text exceeds in the current blocks.
    var impact: UInt16 { texts[0].map { postings.impact($0) }.min() ?? 0 }

    /// Calls `body` with the documents of the current blocks up to `last` that hold all words.
    @inline(__always)
    func forEachCandidate(through last: UInt32, _ body: (UInt32) -> Void) {
        postings.forEachOfTwo(through: last) { document in
            if postings.othersHold(document) { body(document) }
        }
    }

    fileprivate func readPlaces() {
        for (text, words) in texts.enumerated() {
            for (place, index) in words.enumerated() { places[text][place] = postings.places(index) }
        }
    }
}

extension SegmentLeaf {
    /// A walk for the leaf, where each of its words has one list and it is a phrase, or has one text on either side.
    func makeWalk() -> SequenceWalk? {
        switch leaf.kind {
        case .word: return nil
        case .phrase: break
        case .near: if sequences.count != 2 { return nil }
        }
        guard sequences.allSatisfy({ $0.allSatisfy(\.isSingle) }) else { return nil }
        return SequenceWalk(sequences)
    }

    /// What the leaf weighs in `document`, the current one of `walk`; nothing where it does not match, or where its words weigh less
    /// than `least`.
    func weight(_ walk: SequenceWalk, _ document: UInt32, atLeast least: Float) -> Float? {
        if let pair = walk.pair { return weight(of: pair, walk, document, atLeast: least) }
        var greatest = Float.infinity
        for index in walk.texts[0] {
            greatest = min(greatest, walk.postings.blocks[index].weight())
            guard greatest >= least, greatest > 0 else { return nil }
        }
        guard start(walk, document), let counts = counts(walk.starts, in: document) else { return nil }
        return min(greatest, norms.weight(counts, document))
    }

    /// The same for a phrase of two words.
    private func weight(
        of pair: (first: Int, second: Int), _ walk: SequenceWalk, _ document: UInt32, atLeast least: Float
    ) -> Float? {
        let first = walk.postings.blocks[pair.first].weight()
        guard first >= least, first > 0 else { return nil }
        let greatest = min(first, walk.postings.blocks[pair.second].weight())
        guard greatest >= least, greatest > 0 else { return nil }
        guard let counts = counts(of: pair, walk, document) else { return nil }
        return min(greatest, norms.weight(counts, document))
    }

    /// How often two words stand side by side in each field of `document`; nothing where they do not in the field that is asked for.
    private func counts(of pair: (first: Int, second: Int), _ walk: SequenceWalk, _ document: UInt32) -> FieldCounts? {
        let (firsts, seconds) = (walk.postings.places(pair.first), walk.postings.places(pair.second))
        let bounds = FieldBounds(segment, document)
        var counts = FieldCounts(bits: 0)
        PhraseMatcher.forEachStart(firsts, seconds) { start in
            let field = bounds.field(of: start)
            if leaf.field == nil || leaf.field == field { counts[IndexField(field)] += 1 }
        }
        return counts.bits == 0 ? nil : counts
    }

    /// Finds where the leaf begins in `document`, the current one of `walk`. False where it does not.
    private func start(_ walk: SequenceWalk, _ document: UInt32) -> Bool {
        walk.readPlaces()
        switch leaf.kind {
        case .word: return false
        case .phrase: PhraseMatcher.starts(of: walk.places[0], into: &walk.starts)
        case .near(_, let distance):
            if walk.places[0].count == 1, walk.places[1].count == 1 {
                // Mostly they are far from one another.
                let found = PhraseMatcher.distance(walk.places[0][0], walk.places[1][0])
                if found == 0 || Int(found) > distance + 1 { return false }
            }
            walk.starts = PhraseMatcher.starts(
                of: PhraseMatcher.spans(of: walk.places[0]), near: PhraseMatcher.spans(of: walk.places[1]), within: distance,
                FieldBounds(segment, document))
        }
        return !walk.starts.isEmpty
    }

    /// Sets the bits of the documents in the window that match, without what they weigh.
    func fill(_ window: Range<UInt32>, walking walk: SequenceWalk, within: WindowBits?) {
        if let pair = walk.pair, leaf.field == nil { return fill(window, walking: walk, pair, within: within) }
        walk.postings.advance(to: window.lowerBound)
        while walk.postings.document < window.upperBound, let last = walk.postings.lastOfBlocks() {
            guard walk.postings.load() else { return }
            walk.forEachCandidate(through: min(last, window.upperBound - 1)) { document in
                let place = Int(document &- window.lowerBound)
                guard within?.contains(place) != false else { return }
                if let pair = walk.pair {
                    if counts(of: pair, walk, document) != nil { memory.bits.set(place) }
                    return
                }
                guard start(walk, document) else { return }
                if leaf.field == nil || counts(walk.starts, in: document) != nil { memory.bits.set(place) }
            }
            walk.postings.advance(to: min(last &+ 1, window.upperBound))
        }
    }

    /// The same for two words in whatever field: the first place where they follow one another will do.
    private func fill(_ window: Range<UInt32>, walking walk: SequenceWalk, _ pair: (first: Int, second: Int), within: WindowBits?) {
        let (postings, bits, base) = (walk.postings, memory.bits, window.lowerBound)
        postings.advance(to: base)
        while postings.document < window.upperBound, let last = postings.lastOfBlocks() {
            guard postings.load() else { return }
            postings.forEachOfTwo(through: min(last, window.upperBound - 1)) { document in
                let place = Int(document &- base)
                if let within, !within.contains(place) { return }
                if PhraseMatcher.follow(postings.places(pair.first), postings.places(pair.second)) { bits.set(place) }
            }
            postings.advance(to: min(last &+ 1, window.upperBound))
        }
    }
}
