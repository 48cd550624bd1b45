/// Finds where one leaf of a query, a word, a phrase or two texts near one another, stands in one segment.
final class SegmentLeaf {
    let leaf: PlannedQuery.Leaf
    /// One reader a word, sequence after sequence.
    let sequences: [[WordReader]]
    /// Which documents of the window match, and what they weigh: for a single word the word's own.
    let memory: WindowMemory
    let segment: IndexSegment
    let norms: SegmentNorms
    /// Of a phrase of two words with a list of its own: that.
    let pair: WordReader?
    /// For finding what matches without weighing it.
    private var walk: SequenceWalk?
    private let scratch: WindowMemory?

    init(
        _ leaf: PlannedQuery.Leaf, readers: [[WordReader]], pair: WordReader?, _ segment: IndexSegment, norms: SegmentNorms, isRanked: Bool
    ) {
        self.leaf = leaf
        self.pair = pair
        sequences = readers
        self.segment = segment
        self.norms = norms
        switch leaf.kind {
        case .word:
            memory = readers[0][0].memory
            scratch = nil
        case .phrase, .near:
            memory = WindowMemory(hasWeights: isRanked)
            scratch = WindowMemory(hasWeights: false)
            if !isRanked, pair == nil { walk = makeWalk() }
        }
    }

    /// At most so many documents match.
    var documents: Int {
        if let pair { return pair.documents }
        return switch leaf.kind {
        case .word, .phrase: sequences[0].map(\.documents).min() ?? 0
        case .near: sequences.map { $0.map(\.documents).min() ?? 0 }.reduce(0, +)
        }
    }

    /// Whether it is one word with one list.
    var isSingleWord: Bool { leaf.kind == .word && sequences[0][0].isSingle }

    /// A document from `start`, which never decreases, on before which none from there on matches.
    func next(from start: UInt32) -> UInt32 {
        if let walk { return walk.next(from: start) }
        if let pair { return pair.next(from: start) }
        switch leaf.kind {
        case .word, .phrase: return sequences[0].reduce(start) { max($0, $1.next(from: $0)) }
        case .near: return start
        }
    }

    /// More than any document of the window gets; nothing where none of them matches.
    func bound(in window: Range<UInt32>) -> Score? {
        if let pair {
            return pair.impact(in: window).map { Scoring.bound(leaf.rarity, $0, factor: norms.boundFactor) }
        }
        switch leaf.kind {
        case .word, .phrase:
            guard let least = impact(of: sequences[0], in: window) else { return nil }
            return Scoring.bound(leaf.rarity, least, factor: norms.boundFactor)
        case .near(let left, _):
            let impacts = sequences.map { impact(of: $0, in: window) }
            guard impacts[..<left].contains(where: { $0 != nil }), impacts[left...].contains(where: { $0 != nil }) else {
                return nil
            }
            return Scoring.bound(leaf.rarity, left == 1 ? impacts[0] ?? 0 : .max, factor: norms.boundFactor)
        }
    }

    /// The least of what the words of a sequence reach in the window; nothing where one of them is not there.
    private func impact(of readers: [WordReader], in window: Range<UInt32>) -> UInt16? {
        var least = UInt16.max
        for reader in readers {
            guard let impact = reader.impact(in: window) else { return nil }
            least = min(least, impact)
        }
        return least
    }

    @inline(__always)
    func score(_ place: Int) -> Score { Scoring.score(leaf.rarity, memory.weights[place]) }

    /// Sets the bits, and where ranked the weights, of the documents in the window that match, of those `within` alone where
    /// that is given. Documents that cannot get `needed` may be left out.
    func fill(_ window: Range<UInt32>, within: WindowBits?, isRanked: Bool, needed: Score) {
        switch leaf.kind {
        case .word: sequences[0][0].fill(window, within: within, isRanked: isRanked)
        case .phrase:
            if let pair {
                fill(window, pair, within: within, isRanked: isRanked)
            } else {
                fillPhrase(window, within: within, isRanked: isRanked, needed: needed)
            }
        case .near(let left, let distance):
            fillNear(window, left, distance, within: within, isRanked: isRanked, needed: needed)
        }
    }

    /// The documents of the window that hold all words of a sequence.
    private func candidates(_ readers: [WordReader], _ window: Range<UInt32>, _ within: WindowBits?, isRanked: Bool) -> WindowBits? {
        var found = within
        for reader in readers.sorted(by: { $0.documents < $1.documents }) {
            reader.fill(window, within: found, isRanked: isRanked)
            found = reader.memory.bits
            if reader.memory.bits.isEmpty { return nil }
        }
        return found
    }

    private func documents(_ bits: WindowBits, _ window: Range<UInt32>) -> [UInt32] {
        var documents: [UInt32] = []
        documents.reserveCapacity(bits.count)
        bits.forEach { place in
            documents.append(window.lowerBound + UInt32(place))
            return true
        }
        return documents
    }
}

extension SegmentLeaf {
    /// Words in a row. What the phrase weighs is BM25F's `x` of its own counts.
    private func fillPhrase(_ window: Range<UInt32>, within: WindowBits?, isRanked: Bool, needed: Score) {
        memory.bits.clear()
        if let walk { return fill(window, walking: walk, within: within) }
        let readers = sequences[0]
        guard let bits = candidates(readers, window, within, isRanked: isRanked) else { return }
        if isRanked, needed > 0 { drop(bits, needed) }
        let documents = documents(bits, window)
        if documents.isEmpty { return }
        let places = readers.map { $0.places(in: documents) }
        var starts: [UInt32] = []
        for (index, document) in documents.enumerated() {
            PhraseMatcher.starts(of: places, document: index, into: &starts)
            note(starts, in: document, window, isRanked)
            let place = Int(document - window.lowerBound)
            // No phrase weighs more than the least of its words: so those that cannot come in are known without their places.
            if isRanked, !starts.isEmpty { memory.weights[place] = min(memory.weights[place], leastWeight(place)) }
        }
    }

    /// A phrase with a list of its own.
    private func fill(_ window: Range<UInt32>, _ pair: WordReader, within: WindowBits?, isRanked: Bool) {
        pair.fill(window, within: within, isRanked: isRanked)
        memory.bits.clear()
        memory.bits.formUnion(pair.memory.bits)
        guard isRanked else { return }
        memory.bits.forEach { place in
            memory.weights[place] = weightOfPair(pair.memory.weights[place], in: window.lowerBound + UInt32(place))
            return true
        }
    }

    /// What a phrase weighs in `document`, whose list says `weight`: no more than the least of its words, as everywhere.
    func weightOfPair(_ weight: Float, in document: UInt32) -> Float {
        min(weight, sequences[0][0].weight(in: document), sequences[0][1].weight(in: document))
    }

    private func leastWeight(_ place: Int) -> Float {
        var least = Float.infinity
        for reader in sequences[0] { least = min(least, reader.memory.weights[place]) }
        return least
    }

    /// Drops the documents whose words weigh too little.
    private func drop(_ bits: WindowBits, _ needed: Score) {
        bits.forEach { place in
            if Scoring.score(leaf.rarity, leastWeight(place)) < needed { bits.words[place >> 6] &= ~(1 << UInt64(place & 63)) }
            return true
        }
    }

    /// Two texts near one another.
    private func fillNear(
        _ window: Range<UInt32>, _ left: Int, _ distance: Int, within: WindowBits?, isRanked: Bool, needed: Score
    ) {
        memory.bits.clear()
        if let walk { return fill(window, walking: walk, within: within) }
        guard let scratch else { return }
        let sides = [sequences[..<left], sequences[left...]]
        scratch.bits.fill(below: window.count)
        if let within { scratch.bits.formIntersection(within) }
        let side = WindowMemory(hasWeights: false)
        for sequences in sides {
            side.bits.clear()
            for readers in sequences {
                // What the only left text weighs bounds what nearness to it does.
                if let found = candidates(readers, window, within, isRanked: isRanked && left == 1) { side.bits.formUnion(found) }
            }
            scratch.bits.formIntersection(side.bits)
        }
        if isRanked, left == 1, needed > 0 { drop(scratch.bits, needed) }
        let documents = documents(scratch.bits, window)
        guard !documents.isEmpty else { return }
        let places = sequences.map { $0.map { $0.places(in: documents) } }
        var lefts: [PhraseMatcher.Span] = []
        var rights: [PhraseMatcher.Span] = []
        for (index, document) in documents.enumerated() {
            lefts.removeAll(keepingCapacity: true)
            rights.removeAll(keepingCapacity: true)
            for words in places[..<left] { PhraseMatcher.add(to: &lefts, spansOf: words, document: index) }
            for words in places[left...] { PhraseMatcher.add(to: &rights, spansOf: words, document: index) }
            let starts = PhraseMatcher.starts(of: lefts, near: rights, within: distance, FieldBounds(segment, document))
            note(starts, in: document, window, isRanked)
            let place = Int(document - window.lowerBound)
            if isRanked, left == 1, !starts.isEmpty { memory.weights[place] = min(memory.weights[place], leastWeight(place)) }
        }
    }

    /// Marks `document`, where the phrase, or the left text, begins at `starts`, unless none lies in the field that is asked for.
    private func note(_ starts: [UInt32], in document: UInt32, _ window: Range<UInt32>, _ isRanked: Bool) {
        guard !starts.isEmpty else { return }
        let place = Int(document - window.lowerBound)
        guard isRanked || leaf.field != nil else { return memory.bits.set(place) }
        guard let counts = counts(starts, in: document) else { return }
        memory.bits.set(place)
        if isRanked { memory.weights[place] = norms.weight(counts, document) }
    }

    /// How often the leaf stands in each field of `document`, where it begins at `starts`; nothing where it does not in the field that
    /// is asked for.
    func counts(_ starts: [UInt32], in document: UInt32) -> FieldCounts? {
        let bounds = FieldBounds(segment, document)
        var counts = FieldCounts(bits: 0)
        for start in starts {
            let field = bounds.field(of: start)
            if leaf.field == nil || leaf.field == field { counts[IndexField(field)] += 1 }
        }
        return counts.bits == 0 ? nil : counts
    }
}

/// Where the fields of one document begin; asked only for what is needed.
struct FieldBounds {
    private let segment: IndexSegment
    private let document: UInt32

    init(_ segment: IndexSegment, _ document: UInt32) {
        self.segment = segment
        self.document = document
    }

    func field(of place: UInt32) -> TextField {
        // Mostly the body.
        if place >= segment.start(of: .body, document) { return .body }
        return segment.field(ofPosition: place, document)
    }
}
