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
        simpleWidth(bytes) ?? clusterWidth(bytes)
    }
}

extension DisplayWidth {
    /// The width of a text in which no two scalars can join to a cluster, as nearly all text in Latin, Greek, Cyrillic,
    /// Chinese and Japanese script; `nil` where one might.
    static func simpleWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var columns = 0
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                columns += byte >= 0x20 && byte != 0x7F ? 1 : 0
                offset += 1
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
            guard let width = simpleWidth(scalar) else { return nil }
            columns += width
            offset += length
        }
        return columns
    }

    /// The width of a scalar that never joins one beside it, but for marks and joiners, which are not of this kind.
    @inline(__always)
    private static func simpleWidth(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF: 1
        case 0x370...0x377, 0x38E...0x3A1, 0x3A3...0x482, 0x48A...0x52F: 1
        case 0x2010...0x2027, 0x2030...0x203B, 0x203D...0x2048: 1
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFC: 2
        default: nil
        }
    }

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
        return ICU.isWide(scalar) && !isZero(scalar) ? 2 : isZero(scalar) ? 0 : 1
    }

    private static func isZero(_ scalar: UInt32) -> Bool {
        switch ICU.category(of: scalar) {
        case .nonspacingMark, .spacingMark, .format, .control, .separator, .surrogate: true
        case .letter, .symbol, .unassigned: ICU.isTrailingJamo(scalar) || ICU.isDefaultIgnorable(scalar)
        case .number, .otherNumber, .space, .privateUse: false
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

    /// A spacing mark takes a column after its base, none when alone.
    private mutating func addAlone(_ scalar: UInt32) {
        let width = DisplayWidth.ofScalar(scalar)
        if width > 0 {
            columns += width
            base = scalar
        } else if base != nil, ICU.category(of: scalar) == .spacingMark {
            columns += 1
        }
    }
}
