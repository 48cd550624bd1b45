/// How much a word counts in each field: the table of BM25F (Robertson, Zaragoza and Taylor, CIKM 2004).
///
/// The weight `x` of a term in an article is the sum over the fields of `weight * count / (1 - b + b * length /
/// average)`; its score is its rarity times `x / (k1 + x)`. The greatest `x` of each block of postings is written into
/// the index, so a change of this table needs a new ``SegmentFormat/version``.
public struct FieldWeighting: Hashable, Sendable {
    public var weight: Float
    /// How much a long field counts less: 0 not at all, 1 in full.
    public var b: Float

    public static func of(_ field: IndexField) -> FieldWeighting {
        switch field {
        case .title: FieldWeighting(weight: 5, b: 0.5)
        case .deck: FieldWeighting(weight: 3, b: 0.5)
        case .kickers: FieldWeighting(weight: 2, b: 0.5)
        case .bylines, .publisher: FieldWeighting(weight: 1, b: 0.5)
        case .headings: FieldWeighting(weight: 2, b: 0.5)
        case .body: FieldWeighting(weight: 1, b: 0.75)
        }
    }

    /// Where the score of a term is half of what it can reach.
    public static let k1: Float = 1.2
}

/// What the articles of an index hold: what BM25F must know of them as a whole.
public struct IndexStatistics: Hashable, Sendable {
    /// With those that were replaced or removed and are not merged away yet.
    public var documents = 0
    /// For each field, in the order of ``IndexField``: its words in all articles.
    public var words = [Int](repeating: 0, count: IndexField.count)
    /// For each field: the articles that have any.
    public var documentsWith = [Int](repeating: 0, count: IndexField.count)

    public init() {}

    /// The mean length of `field` where there is one; 1 at least.
    public func averageLength(_ field: IndexField) -> Float {
        let index = Int(field.rawValue)
        return documentsWith[index] == 0 ? 1 : max(1, Float(words[index]) / Float(documentsWith[index]))
    }

    public static func += (left: inout IndexStatistics, right: IndexStatistics) {
        left.documents += right.documents
        for index in 0..<IndexField.count {
            left.words[index] += right.words[index]
            left.documentsWith[index] += right.documentsWith[index]
        }
    }

    /// Counts a field of a document.
    mutating func add(_ length: Int, _ field: IndexField) {
        guard length > 0 else { return }
        words[Int(field.rawValue)] += length
        documentsWith[Int(field.rawValue)] += 1
    }
}

/// What one occurrence adds to a term's weight, for each field and each length: 7 × 256 numbers.
public struct FieldNorms: Sendable {
    /// At `field.rawValue * 256 + length code`.
    public let table: [Float]

    public init(_ statistics: IndexStatistics) {
        var table: [Float] = []
        table.reserveCapacity(IndexField.count * 256)
        for field in IndexField.allCases {
            let weighting = FieldWeighting.of(field)
            let average = statistics.averageLength(field)
            for code in 0...255 {
                let ratio = Float(LengthCode.decode(UInt8(code))) / average
                table.append(weighting.weight / (1 - weighting.b + weighting.b * ratio))
            }
        }
        self.table = table
    }

    /// BM25F's `x` of a term with `counts`; `length` gives the length code of a field.
    @inline(__always)
    public func weight(_ counts: FieldCounts, length: (IndexField) -> UInt8) -> Float {
        if counts.isBodyOnly {
            return Float(counts[.body]) * table[Int(IndexField.body.rawValue) << 8 | Int(length(.body))]
        }
        var sum: Float = 0
        for field in IndexField.allCases where counts[field] > 0 {
            sum += Float(counts[field]) * table[Int(field.rawValue) << 8 | Int(length(field))]
        }
        return sum
    }
}

/// An upper bound of BM25F's `x` in 16 bits, rounded up.
///
/// `x / (1.2 + x)` of it is kept, since that is what a score grows with. The averages that `x` depends on are those of
/// the segment when it was written; with those of a whole index, which differ a little,
/// ``IndexSegment/boundFactor(_:)`` makes the bound hold again.
public enum ImpactCode {
    public static func encode(_ x: Float) -> UInt16 {
        let share = x / (FieldWeighting.k1 + x)
        guard share.isFinite, share > 0 else { return x > 0 ? 65_535 : 0 }
        return UInt16(min(65_535, (share * 65_535).rounded(.up) + 1))
    }

    /// At least the `x` that was encoded.
    public static func decode(_ code: UInt16) -> Float {
        let share = Float(code) / 65_535
        return share >= 1 ? .infinity : FieldWeighting.k1 * share / (1 - share)
    }
}
