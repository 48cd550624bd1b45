import Text

/// The clusters of more than one scalar on a canvas: their widths, and those that are too long for a `PackedCell`.
///
/// Asking the general rules for a width costs far more than finding it here, and a text in such a script has few
/// different clusters.
struct ClusterTable: Sendable {
    private var clusters: [String] = []
    private var long: [[UInt8]: Entry] = [:]
    private var widths: [UInt64: Int] = [:]

    /// What a cluster becomes in a cell.
    struct Entry {
        let glyph: UInt64
        /// Columns, which may be more than two.
        let width: Int
    }

    /// More different clusters than this on one canvas are nothing but an attack.
    static let limit = 4096
    private static let replacement: UInt64 = 0xFFFD

    /// Whether equal glyphs of two canvases with such tables always mean the same.
    var hasNoLongOnes: Bool { clusters.isEmpty }

    /// The entry for a cluster of at least two scalars.
    mutating func entry(_ cluster: UnsafeBufferPointer<UInt8>) -> Entry {
        guard let glyph = ClusterTable.inlineGlyph(cluster) else { return longEntry(cluster) }
        if let width = widths[glyph] { return Entry(glyph: glyph, width: width) }
        let width = DisplayWidth.of(cluster)
        if widths.count < ClusterTable.limit { widths[glyph] = width }
        return Entry(glyph: glyph, width: width)
    }

    private mutating func longEntry(_ cluster: UnsafeBufferPointer<UInt8>) -> Entry {
        let key = Array(cluster)
        if let entry = long[key] { return entry }
        let width = DisplayWidth.of(cluster)
        guard clusters.count < ClusterTable.limit else { return Entry(glyph: ClusterTable.replacement, width: width) }
        let entry = Entry(glyph: UInt64(clusters.count) | PackedCell.internedBit, width: width)
        clusters.append(String(decoding: cluster, as: UTF8.self))
        long[key] = entry
        return entry
    }

    /// The cluster that a glyph stands for; empty for a continuation.
    func cluster(_ glyph: UInt64) -> String {
        if glyph & PackedCell.internedBit != 0 { return clusters[Int(glyph & ~PackedCell.internedBit)] }
        var scalars = String.UnicodeScalarView()
        var rest = glyph
        while rest != 0, let scalar = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) {
            scalars.append(scalar)
            rest >>= PackedCell.scalarBits
        }
        return String(scalars)
    }

    /// The glyph that holds all scalars of the cluster; nil when there are more than three.
    private static func inlineGlyph(_ cluster: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var glyph: UInt64 = 0
        var shift: UInt64 = 0
        var offset = 0
        while offset < cluster.count {
            guard shift <= 2 * PackedCell.scalarBits else { return nil }
            let scalar = DecodedScalar(cluster, at: offset)
            glyph |= UInt64(scalar.value) << shift
            shift += PackedCell.scalarBits
            offset += scalar.length
        }
        return glyph
    }
}
