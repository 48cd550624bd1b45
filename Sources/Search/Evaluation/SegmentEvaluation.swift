/// A query over one segment of the index, for one walk through its documents from the newest to the oldest.
final class SegmentEvaluation {
    let segment: IndexSegment
    let tombstones: Tombstones
    let norms: SegmentNorms
    let root: MatchNode
    let leaves: [SegmentLeaf]
    private let isRanked: Bool
    private let live: WindowMemory?

    /// `number` is the segment's place in the snapshot that `plan` was made for.
    init(_ plan: PlannedQuery, _ part: IndexSnapshot.Part, number: Int, norms: SegmentNorms, isRanked: Bool) {
        segment = part.segment
        tombstones = part.tombstones
        self.norms = norms
        self.isRanked = isRanked
        live = part.tombstones.isEmpty ? nil : WindowMemory(hasWeights: false)
        let segment = part.segment
        leaves = plan.leaves.map { leaf in
            let readers = leaf.sequences.map { words in
                words.map { word in
                    WordReader(
                        segment, plan.words[word].lists[number], mask: plan.words[word].mask, norms: norms,
                        hasWeights: isRanked)
                }
            }
            let pair = leaf.pairs.isEmpty ? nil : leaf.pairs[number].map {
                WordReader(segment, $0, mask: WordReader.everyField, norms: norms, hasWeights: isRanked)
            }
            return SegmentLeaf(leaf, readers: readers, pair: pair, segment, norms: norms, isRanked: isRanked)
        }
        root = Self.node(plan.root, plan, leaves, segment)
    }

    private static func node(
        _ node: PlannedQuery.Node, _ plan: PlannedQuery, _ leaves: [SegmentLeaf], _ segment: IndexSegment
    ) -> MatchNode {
        let all = segment.documentCount
        switch node {
        case .all: return MatchNode(.all, documents: all)
        case .none: return MatchNode(.none, documents: 0)
        case .leaf(let number): return MatchNode(.leaf(leaves[number]), documents: leaves[number].documents)
        case .condition(let number):
            let condition = SegmentCondition(plan.conditions[number], in: segment)
            return MatchNode(.documents(condition), documents: condition.count)
        case .orders(let orders):
            let first = orders.upperBound == .max ? 0 : segment.firstDocument(below: orders.upperBound + 1)
            let last = max(first, segment.firstDocument(below: orders.lowerBound))
            return MatchNode(.range(first..<last), documents: Int(last - first))
        case .and(let parts):
            let children = parts.map { self.node($0, plan, leaves, segment) }
            return MatchNode(.and, children, documents: children.map(\.documents).min() ?? all)
        case .or(let parts):
            let children = parts.map { self.node($0, plan, leaves, segment) }
            return MatchNode(.or, children, documents: min(all, children.reduce(0) { $0 + $1.documents }))
        case .not(let inner): return MatchNode(.not, [self.node(inner, plan, leaves, segment)], documents: all)
        }
    }

    /// The window that begins at `start`, as long as windows are, or shorter where so many documents will do.
    func window(from start: UInt32, atMost count: Int = WindowBits.capacity) -> Range<UInt32> {
        start..<min(UInt32(segment.documentCount), start + UInt32(min(count, WindowBits.capacity)))
    }

    /// The first window from `start` on, a multiple of 64 as all windows begin, in which a document may match; nothing where none does.
    func nextWindow(from start: UInt32, atMost count: Int = WindowBits.capacity) -> Range<UInt32>? {
        guard start < segment.documentCount else { return nil }
        let next = root.next(from: start)
        return next < segment.documentCount ? window(from: max(start, next & ~63), atMost: count) : nil
    }

    /// The documents of the window that match and were not replaced or removed. Windows ascend.
    func matches(_ window: Range<UInt32>, needed: Score = 0) -> WindowBits {
        root.fill(window, within: liveDocuments(window), isRanked: isRanked, needed: needed)
        return root.bits
    }

    private func liveDocuments(_ window: Range<UInt32>) -> WindowBits? {
        guard let live else { return nil }
        live.bits.fill(below: window.count)
        // Windows begin at multiples of 64 documents.
        for word in 0..<WindowBits.wordCount {
            live.bits.words[word] &= ~tombstones.word(Int(window.lowerBound >> 6) + word)
        }
        return live.bits
    }
}

extension Tombstones {
    /// The bits of 64 documents.
    func word(_ number: Int) -> UInt64 { number < words.count ? words[number] : 0 }
}
