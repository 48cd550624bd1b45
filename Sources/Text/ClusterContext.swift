/// A walk through one grapheme cluster that knows what stands beside each scalar.
struct ClusterContext {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>
    private var scalars: UTF8Scalars
    private var current: UInt32?
    private var marks = 0
    private var isReplaced = false
    /// The first scalar of the cluster.
    private let first: UInt32
    /// The last scalar that is neither a mark nor invisible.
    private var base: UInt32?
    /// The scalar before the one that ``next()`` returned last, also where that is of the cluster before; `nil` where a
    /// mark of ours now stands between.
    private(set) var preceding: UInt32?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        scalars = UTF8Scalars(bytes, in: range)
        first = UTF8Scalars.decode(bytes, at: range.lowerBound).scalar
        current = UTF8Scalars.last(before: range.lowerBound, in: bytes)
    }

    mutating func next() -> UInt32? {
        preceding = current
        if let preceding, scalars.offset > range.lowerBound, ScalarKind(preceding) == .plain { base = preceding }
        current = scalars.next()
        return current
    }

    /// Notes that a mark of ours replaces the current scalar: what follows stands beside that mark.
    mutating func noteReplacement() {
        current = nil
        base = nil
        isReplaced = true
    }

    /// Counts one more mark on this cluster and says how many there are.
    mutating func countMark() -> Int {
        marks += 1
        return marks
    }

    /// The scalar after the current one in the same cluster.
    var following: UInt32? {
        scalars.offset < range.upperBound ? UTF8Scalars.decode(bytes, at: scalars.offset).scalar : nil
    }

    /// Whether the neighbours of the current scalar stay apart when it vanishes.
    var isApartWithout: Bool {
        guard scalars.offset < bytes.count else { return true }
        let next = UTF8Scalars.decode(bytes, at: scalars.offset).scalar
        return SimpleScalar.width(next) != nil || !ICU.mayJoin(next)
    }

    private var isFirst: Bool {
        scalars.offset == range.lowerBound + UTF8Scalars.decode(bytes, at: range.lowerBound).length
    }
}

extension ClusterContext {
    /// Whether the current scalar, invisible by itself, does here what it is meant for.
    func isInPlace(_ scalar: UInt32) -> Bool {
        guard !isFirst, let preceding else { return isJamoFiller(scalar) }
        return switch scalar {
        case 0x200D: joinsEmoji || isAfterShapingLetter
        case 0x200C: isAfterShapingLetter
        case 0xFE0E, 0xFE0F: ICU.isEmoji(preceding) || preceding >= 0x80 && ICU.category(of: preceding) == .symbol
        case 0xFE00...0xFE0D: preceding >= 0x80 && ScalarKind(preceding) == .plain
        case 0x180B...0x180D, 0x180F: (0x1800...0x18AF).contains(preceding)
        case 0xE0100...0xE01EF: ICU.isIdeographic(preceding)
        case 0xE0020...0xE007F: isInFlag
        default: isJamoFiller(scalar)
        }
    }

    private var joinsEmoji: Bool {
        !isReplaced && ICU.isPictographic(first) && following.map(ICU.isPictographic) ?? false
    }

    private var isAfterShapingLetter: Bool {
        base.map(ICU.isShaping) ?? false || preceding.map(ICU.isShaping) ?? false
    }

    /// The tags of a flag: a black flag, tags, and the tag that ends them.
    private var isInFlag: Bool {
        guard first == 0x1F3F4 else { return false }
        var all = UTF8Scalars(bytes, in: range)
        _ = all.next()
        var last: UInt32 = 0
        while let scalar = all.next() {
            guard (0xE0020...0xE007F).contains(scalar), last != 0xE007F else { return false }
            last = scalar
        }
        return last == 0xE007F
    }

    /// The fillers for a missing consonant or vowel of a Hangul syllable, beside the other part of it.
    private func isJamoFiller(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x115F: following.map { (0x1160...0x11A7).contains($0) } ?? false
        case 0x1160: !isFirst && preceding.map { (0x1100...0x115F).contains($0) } ?? false
        default: false
        }
    }
}
