/// The clusters of a canvas that are too long for a `PackedCell`, each kept once.
///
/// A cluster of more than three scalars is rare (families of emoji, letters under many marks), so the table is mostly empty.
struct ClusterTable: Sendable {
    private(set) var clusters: [String] = []
    private var indices: [String: Int] = [:]

    /// More different long clusters than this on one canvas are nothing but an attack.
    static let limit = 4096

    var isEmpty: Bool { clusters.isEmpty }

    /// The glyph that stands for a cluster, or nil when the table is full.
    mutating func glyph(for cluster: String) -> UInt64? {
        if let glyph = ClusterTable.inlineGlyph(cluster.unicodeScalars) { return glyph }
        // Compared by scalars: `String` takes canonically equivalent ones for equal, and they may be drawn differently.
        if let index = indices[cluster], clusters[index].utf8.elementsEqual(cluster.utf8) {
            return UInt64(index) | PackedCell.internedBit
        }
        guard clusters.count < ClusterTable.limit else { return nil }
        clusters.append(cluster)
        indices[cluster] = clusters.count - 1
        return UInt64(clusters.count - 1) | PackedCell.internedBit
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

    private static func inlineGlyph(_ scalars: String.UnicodeScalarView) -> UInt64? {
        var glyph: UInt64 = 0
        var shift: UInt64 = 0
        for scalar in scalars {
            guard shift <= 2 * PackedCell.scalarBits, scalar.value != 0 else { return nil }
            glyph |= UInt64(scalar.value) << shift
            shift += PackedCell.scalarBits
        }
        return glyph == 0 ? nil : glyph
    }
}
