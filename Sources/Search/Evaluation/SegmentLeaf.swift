/// Finds where one leaf of a query, a word, a phrase or two texts near one another, stands in one segment.
final class SegmentLeaf {
    let leaf: PlannedQuery.Leaf
    /// One reader a word, sequence after sequence.
    let sequences: [[WordReader]]
    /// Which documents of the window match, and what they weigh: for a single word the word's own.
    let memory: WindowMemory
    private let segment: IndexSegment
    private let norms: SegmentNorms
    private let scratch: WindowMemory?

    init(_ leaf: PlannedQuery.Leaf, readers: [[WordReader]], _ segment: IndexSegment, norms: SegmentNorms, isRanked: Bool) {
        self.leaf = leaf
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
        }
    }

    /// At most so many documents match.
    var documents: Int {
        switch leaf.kind {
        case .word, .phrase: sequences[0].map(\.documents).min() ?? 0
        case .near: sequences.map { $0.map(\.documents).min() ?? 0 }.reduce(0, +)
        }
    }

    /// More than any document of the window gets; nothing where none of them matches.
    func bound(in window: Range<UInt32>) -> Score? {
        switch leaf.kind {
        case .word, .phrase:
            var least = UInt16.max
            for reader in sequences[0] {
                guard let impact = reader.impact(in: window) else { return nil }
                least = min(least, impact)
            }
            return Scoring.bound(leaf.rarity, least, factor: norms.boundFactor)
        case .near:
            return Scoring.bound(leaf.rarity, .max, factor: 1)
        }
    }

    @inline(__always)
    func score(_ place: Int) -> Score { Scoring.score(leaf.rarity, memory.weights[place]) }

    /// Sets the bits, and where ranked the weights, of the documents in the window that match, of those `within` alone where
    /// that is given. Documents that cannot get `needed` may be left out.
    func fill(_ window: Range<UInt32>, within: WindowBits?, isRanked: Bool, needed: Score) {
        switch leaf.kind {
        case .word: sequences[0][0].fill(window, within: within, isRanked: isRanked)
        case .phrase: fillPhrase(window, within: within, isRanked: isRanked, needed: needed)
        case .near(let left, let distance):
            fillNear(window, left, distance, within: within, isRanked: isRanked)
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
        _ window: Range<UInt32>, _ left: Int, _ distance: Int, within: WindowBits?, isRanked: Bool
    ) {
        memory.bits.clear()
        guard let scratch else { return }
        let sides = [sequences[..<left], sequences[left...]]
        scratch.bits.fill(below: window.count)
        if let within { scratch.bits.formIntersection(within) }
        let side = WindowMemory(hasWeights: false)
        for sequences in sides {
            side.bits.clear()
            for readers in sequences {
                if let found = candidates(readers, window, within, isRanked: false) { side.bits.formUnion(found) }
            }
            scratch.bits.formIntersection(side.bits)
        }
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
        }
    }

    /// Marks `document`, where the phrase, or the left text, begins at `starts`, unless none lies in the field that is asked for.
    private func note(_ starts: [UInt32], in document: UInt32, _ window: Range<UInt32>, _ isRanked: Bool) {
        guard !starts.isEmpty else { return }
        let place = Int(document - window.lowerBound)
        guard isRanked || leaf.field != nil else { return memory.bits.set(place) }
        let bounds = FieldBounds(segment, document)
        var counts = FieldCounts(bits: 0)
        for start in starts {
            let field = bounds.field(of: start)
            if leaf.field == nil || leaf.field == field { counts[IndexField(field)] += 1 }
        }
        guard counts.bits != 0 else { return }
        memory.bits.set(place)
        if isRanked { memory.weights[place] = norms.weight(counts, document) }
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
