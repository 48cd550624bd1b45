/// All decorations of an article, in an order in which those of a stretch of text are found quickly.
public struct Decorations: Hashable, Sendable {
    /// By start; at equal starts by layer.
    public private(set) var all: [Decoration] = []
    /// For each place, the furthest end of the decorations up to it: those before a place where it is not beyond a range's
    /// start cannot reach the range.
    private var reach: [Int] = []

    public init() {}

    /// Costs a sort.
    public init(_ decorations: [Decoration]) {
        all = decorations.sorted { left, right in
            (left.range.lowerBound, left.kind.layer, left.range.upperBound)
                < (right.range.lowerBound, right.kind.layer, right.range.upperBound)
        }
        measure()
    }

    public var isEmpty: Bool { all.isEmpty }

    /// These and those.
    public func adding(_ more: [Decoration]) -> Decorations {
        more.isEmpty ? self : Decorations(all + more)
    }

    /// The decorations with a byte in `range`, or that are empty and begin in it, in their order. Costs the logarithm of
    /// all and a step for each found, except where a long one spans many others.
    public func overlapping(_ range: Range<Int>) -> [Decoration] {
        let first = all.indices.partition {
            reach[$0] > range.lowerBound || all[$0].range.lowerBound >= range.lowerBound
        }
        let end = all.indices.partition { all[$0].range.lowerBound >= range.upperBound }
        guard first < end else { return [] }
        return all[first..<end].filter { $0.range.overlaps(range) || $0.range.isEmpty && range.contains($0.range.lowerBound) }
    }

    private mutating func measure() {
        var furthest = 0
        reach = all.map { decoration in
            furthest = max(furthest, decoration.range.upperBound)
            return furthest
        }
    }
}

// MARK: - Stepping

extension Decorations {
    /// What keys step through.
    public enum Family: Hashable, Sendable, CaseIterable {
        /// Passages with a topic.
        case topic
        /// What the user made: bookmarks, tags, notes.
        case own
        /// Hits of a search.
        case hit
    }

    /// The first place of a family that begins after `offset`.
    public func next(_ family: Family, after offset: Int) -> Range<Int>? {
        let first = all.indices.partition { all[$0].range.lowerBound > offset }
        return all[first...].first { $0.kind.family == family }?.range
    }

    /// The last place of a family that begins before `offset`.
    public func previous(_ family: Family, before offset: Int) -> Range<Int>? {
        let end = all.indices.partition { all[$0].range.lowerBound >= offset }
        return all[..<end].last { $0.kind.family == family }?.range
    }

    /// The places of a family, each once, in the order of the text.
    public func places(of family: Family) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for decoration in all where decoration.kind.family == family && places.last != decoration.range {
            places.append(decoration.range)
        }
        return places
    }
}

extension Decoration.Kind {
    var family: Decorations.Family? {
        switch self {
        case .topic: .topic
        case .bookmark, .highlight, .userTag, .note: .own
        case .searchHit: .hit
        // It stands where the hit stands that it names.
        case .currentHit, .passageCursor, .selection, .evidence, .resolvedReference: nil
        }
    }
}
