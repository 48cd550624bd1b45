/// How many columns of a terminal a text takes.
///
/// Wide and full-width characters of UAX 11 and emoji take two columns, combining and invisible ones none, all others
/// one; what UAX 11 calls ambiguous is narrow. A grapheme cluster is measured as one: a flag, a family joined by
/// zero-width joiners, a sign with an emoji presentation selector take two. Control characters count nothing:
/// make a text safe with ``Printable`` first.
public enum DisplayWidth {
    /// The columns that `text` takes. Linear; ASCII costs a look at each byte.
    public static func of(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// The columns that one grapheme cluster takes.
    public static func of(_ cluster: Character) -> Int {
        var text = String(cluster)
        return text.withUTF8 { ofCluster($0, in: 0..<$0.count) }
    }

    /// The columns that a scalar takes when it stands alone: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        ofScalar(scalar.value)
    }

    /// The columns that valid UTF-8 takes.
    public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        SimpleScalar.width(of: bytes) ?? clusterWidth(bytes)
    }
}

extension DisplayWidth {
    /// The width by clusters, for any text.
    static func clusterWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var columns = 0
        var start = 0
        ICU.forEachBoundary(.grapheme, in: bytes) { boundary in
            columns += ofCluster(bytes, in: start..<boundary.offset)
            start = boundary.offset
            return true
        }
        return columns
    }

    /// The width of the cluster at `range`.
    static func ofCluster(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int {
        if range.count == 1 { return ofScalar(UInt32(bytes[range.lowerBound])) }
        var measure = ClusterMeasure()
        var scalars = UTF8Scalars(bytes, in: range)
        while let scalar = scalars.next() { measure.add(scalar) }
        return measure.columns
    }

    static func ofScalar(_ scalar: UInt32) -> Int {
        if scalar < 0x300 { return scalar < 0x20 || (0x7F..<0xA0).contains(scalar) ? 0 : 1 }
        if isZero(scalar) { return 0 }
        return ICU.isWide(scalar) || isWideElsewhere(scalar) ? 2 : 1
    }

    private static func isZero(_ scalar: UInt32) -> Bool {
        switch ICU.category(of: scalar) {
        case .nonspacingMark, .spacingMark, .control, .separator, .surrogate: true
        case .format: !ScalarKind.isVisibleFormat(scalar)
        // The filler for a missing initial consonant keeps the columns of one.
        case .letter, .symbol, .unassigned:
            ICU.isTrailingJamo(scalar) || ICU.isDefaultIgnorable(scalar) && scalar != 0x115F
        case .number, .otherNumber, .space, .privateUse: false
        }
    }

    /// Wide only since Unicode 16 (signs of the Book of Changes, of the Canon of Supreme Mystery, counting rods), or by
    /// the habit of terminals (regional indicators).
    private static func isWideElsewhere(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F1E6...0x1F1FF: true
        default: false
        }
    }
}

/// Adds up the width of one grapheme cluster, scalar by scalar.
private struct ClusterMeasure {
    private(set) var columns = 0
    private var base: UInt32?
    private var isJoined = false

    mutating func add(_ scalar: UInt32) {
        if scalar == 0x200D {
            isJoined = base.map(ICU.isPictographic) ?? false
            return
        }
        defer { isJoined = false }
        if isJoined, ICU.isPictographic(scalar) { return }
        if scalar == 0xFE0F { return widen() }
        if isModifier(scalar) || isSecondRegional(scalar) { return }
        addAlone(scalar)
    }

    /// Emoji presentation (VS16) makes a narrow sign wide.
    private mutating func widen() {
        if let base, columns == 1, ICU.isEmoji(base) { columns = 2 }
    }

    private func isModifier(_ scalar: UInt32) -> Bool {
        (0x1F3FB...0x1F3FF).contains(scalar) && base.map(ICU.isPictographic) ?? false
    }

    private func isSecondRegional(_ scalar: UInt32) -> Bool {
        let regional: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
        return regional.contains(scalar) && base.map(regional.contains) ?? false
    }

    /// A spacing mark takes a column of its own, also where it has lost its base.
    private mutating func addAlone(_ scalar: UInt32) {
        let width = DisplayWidth.ofScalar(scalar)
        if width > 0 {
            columns += width
            base = scalar
        } else if ICU.category(of: scalar) == .spacingMark {
            columns += 1
        }
    }
}
