/// A part of a query over one segment: finds which documents of a window match, and what they get for it.
///
/// A document gets for a conjunction what it gets for all parts, for alternatives what it gets for those that match, for a word, a phrase
/// or nearness what BM25F says, and nothing for all else.
final class MatchNode {
    enum Kind {
        case all, none
        case leaf(SegmentLeaf)
        case documents(SegmentCondition)
        /// A run of documents: dates, since documents are ordered by them.
        case range(Range<UInt32>)
        case and, or, not
    }

    let kind: Kind
    let children: [MatchNode]
    /// Whether documents get anything for it.
    let hasScore: Bool
    /// About how many documents match.
    let documents: Int
    let bits: WindowBits
    private let memory: WindowMemory
    /// For alternatives.
    private let scratch: WindowMemory?

    init(_ kind: Kind, _ children: [MatchNode] = [], documents: Int) {
        self.kind = kind
        self.documents = documents
        switch kind {
        case .leaf(let leaf):
            memory = leaf.memory
            hasScore = true
            self.children = children
        case .and:
            memory = WindowMemory(hasWeights: false)
            hasScore = children.contains(where: \.hasScore)
            // The rarest first; what must not be there at the end.
            self.children = children.enumerated()
                .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
        case .or:
            memory = WindowMemory(hasWeights: false)
            hasScore = children.contains(where: \.hasScore)
            self.children = children
        case .all, .none, .documents, .range, .not:
            memory = WindowMemory(hasWeights: false)
            hasScore = false
            self.children = children
        }
        bits = memory.bits
        if case .or = kind { scratch = WindowMemory(hasWeights: false) } else { scratch = nil }
    }

    private var cost: Int {
        switch kind {
        case .not: .max
        case .all, .none, .range: 0
        case .leaf, .documents, .and, .or: documents
        }
    }

    /// Sets ``bits`` for the window, of the documents `within` alone where that is given. Windows ascend.
    func fill(_ window: Range<UInt32>, within: WindowBits?, isRanked: Bool, needed: Score = 0) {
        switch kind {
        case .leaf(let leaf): leaf.fill(window, within: within, isRanked: isRanked, needed: needed)
        case .none: bits.clear()
        case .all: keep(within, window)
        case .range(let range):
            bits.clear()
            let part = range.clamped(to: window)
            bits.fill(Int(part.lowerBound - window.lowerBound)..<Int(part.upperBound - window.lowerBound))
            if let within { bits.formIntersection(within) }
        case .documents(let condition):
            condition.fill(bits, window, within: within)
        case .and:
            var found = within
            for child in children {
                child.fill(window, within: found, isRanked: isRanked)
                found = child.bits
                if child.bits.isEmpty { break }
            }
            keep(found, window)
        case .or:
            bits.clear()
            for child in children {
                child.fill(window, within: within, isRanked: isRanked)
                bits.formUnion(child.bits)
            }
        case .not:
            keep(within, window)
            for child in children {
                child.fill(window, within: bits, isRanked: false)
                bits.subtract(child.bits)
            }
        }
    }

    /// A document from `start` on before which none from there on matches; past the last where none does. `start` never
    /// decreases, and no window that was asked for begins before it.
    func next(from start: UInt32) -> UInt32 {
        switch kind {
        case .leaf(let leaf): leaf.next(from: start)
        case .none: .max
        case .range(let range): start >= range.upperBound ? .max : max(start, range.lowerBound)
        case .and: children.reduce(start) { max($0, $1.next(from: $0)) }
        case .or: children.reduce(UInt32.max) { min($0, $1.next(from: start)) }
        case .all, .documents, .not: start
        }
    }

    private func keep(_ within: WindowBits?, _ window: Range<UInt32>) {
        if let within { bits.copy(within) } else { bits.fill(below: window.count) }
    }

    /// Adds to `scores` what the documents of `wanted`, all of which match, get. After ``fill(_:within:isRanked:needed:)``.
    func addScores(_ wanted: WindowBits, to scores: UnsafeMutablePointer<Score>) {
        guard hasScore else { return }
        switch kind {
        case .leaf(let leaf):
            let rarity = leaf.leaf.rarity
            let weights = leaf.memory.weights
            wanted.forEach { place in
                scores[place] += Scoring.score(rarity, weights[place])
                return true
            }
        case .and:
            for child in children { child.addScores(wanted, to: scores) }
        case .or:
            guard let scratch else { return }
            for child in children where child.hasScore {
                scratch.bits.copy(wanted)
                scratch.bits.formIntersection(child.bits)
                child.addScores(scratch.bits, to: scores)
            }
        case .all, .none, .documents, .range, .not: break
        }
    }

    /// More than any document of the window gets; nothing where none of them can match.
    func bound(in window: Range<UInt32>) -> Score? {
        switch kind {
        case .leaf(let leaf): return leaf.bound(in: window)
        case .none: return nil
        case .range(let range): return range.overlaps(window) ? 0 : nil
        case .and:
            var sum: Score = 0
            for child in children {
                guard let bound = child.bound(in: window) else { return nil }
                sum += bound
            }
            return sum
        case .or:
            let bounds = children.compactMap { $0.bound(in: window) }
            return bounds.isEmpty ? nil : bounds.reduce(0, +)
        case .all, .documents, .not: return 0
        }
    }
}
