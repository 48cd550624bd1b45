/// Three words in a row, as numbers: what texts have in common that were copied one from the other.
enum Shingles {
    static let width = 3

    /// Of a text with fewer words, those it has, as one.
    static func of(_ words: [UInt32]) -> Set<UInt32> {
        guard words.count >= width else { return words.isEmpty ? [] : [joined(words[...])] }
        var found = Set<UInt32>(minimumCapacity: words.count)
        for start in 0...(words.count - width) { found.insert(joined(words[start..<(start + width)])) }
        return found
    }

    private static func joined(_ words: ArraySlice<UInt32>) -> UInt32 {
        words.reduce(0x9E37_79B9) { TermReader.mix(($0 << 5 | $0 >> 27) ^ $1) }
    }
}

/// A sketch of a set: of each of some hash functions the least value over the set, so that the share of equal values is about
/// the sets' resemblance (Broder, «On the resemblance and containment of documents», 1997).
struct MinHash: Hashable, Sendable {
    /// Values that are compared together, and how many such bands there are: sets that have a fifth in common mostly meet in a band.
    static let (rows, bands) = (2, 24)

    let values: [UInt32]

    /// Linear in the size of the set.
    init(_ set: Set<UInt32>) {
        var least = [UInt32](repeating: .max, count: Self.rows * Self.bands)
        for element in set {
            for index in least.indices {
                let value = TermReader.mix(element ^ Self.seeds[index])
                if value < least[index] { least[index] = value }
            }
        }
        values = set.isEmpty ? [] : least
    }

    private static let seeds: [UInt32] = (1...UInt32(rows * bands)).map { TermReader.mix($0 &* 0x9E37_79B9) }

    /// The estimated share that two sets have in common, in 0…1.
    func resemblance(_ other: MinHash) -> Float {
        guard !values.isEmpty, values.count == other.values.count else { return 0 }
        let equal = zip(values, other.values).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
        return Float(equal) / Float(values.count)
    }

    /// One number for each band; sets with one of them in common, in the same band, are worth a look.
    var bandKeys: [UInt64] {
        guard !values.isEmpty else { return [] }
        return (0..<Self.bands).map { band in
            let start = band * Self.rows
            let key = values[start..<(start + Self.rows)].reduce(UInt32(band)) { TermReader.mix($0 &* 31 ^ $1) }
            return UInt64(band) << 32 | UInt64(key)
        }
    }
}
