/// The names of instruments, found in texts.
struct InstrumentNames: Sendable {
    struct Name: Sendable {
        /// In ``bytes``.
        var range: Range<Int>
        var treaty: Int
        var isExact: Bool
        /// Ends in a noun that «on» or «against» would narrow to another instrument.
        var isOpen: Bool
    }

    /// The names one behind the other; in lower case those that are not exact.
    let bytes: [UInt8]
    /// Sorted by their heads, those of one head the longest first.
    let names: [Name]
    /// Whether names have a head of this hash; most words are turned away here.
    private let hasNames: [Bool]
    /// By a hash of a head, where the names with such a head stand in `names`.
    private let places: [Range<UInt16>]
    /// For each treaty, the nouns by which «the Convention» may mean it.
    let kinds: [Set<InstrumentKind>]
    let units: [Treaty.Unit]

    init(_ treaties: [Treaty]) {
        var all: [(name: [UInt8], treaty: Int, isExact: Bool)] = []
        for (place, treaty) in treaties.enumerated() {
            for written in treaty.names + [treaty.shortName] {
                let isExact = written.utf8.first == UInt8(ascii: "=")
                let name = isExact ? String(written.dropFirst()) : written
                all.append((Self.key(name, isExact), place, isExact))
                if name.hasPrefix("UN ") { all.append((Self.key("U.N." + name.dropFirst(2), isExact), place, isExact)) }
            }
        }
        all.removeAll { $0.name.count < 3 }
        all.sort { $0.name.count != $1.name.count ? $0.name.count > $1.name.count : $0.treaty < $1.treaty }
        let buckets = Dictionary(grouping: all) { Self.bucket($0.name[0], $0.name[1], $0.name[2]) }
        var bytes: [UInt8] = []
        var names: [Name] = []
        var places = [Range<UInt16>](repeating: 0..<0, count: Self.bucketCount)
        for (bucket, group) in buckets.sorted(by: { $0.key < $1.key }) {
            places[bucket] = UInt16(clamping: names.count)..<UInt16(clamping: names.count + group.count)
            for (name, treaty, isExact) in group {
                let isOpen = Self.openEndings.contains { name.suffix($0.count).elementsEqual($0) }
                names.append(Name(range: bytes.count..<(bytes.count + name.count), treaty: treaty, isExact: isExact, isOpen: isOpen))
                bytes += name
            }
        }
        self.bytes = bytes
        self.names = names
        self.places = places
        hasNames = places.map { !$0.isEmpty }
        kinds = treaties.map { treaty in
            Set(([treaty.name, treaty.shortName] + treaty.names).flatMap { Self.kinds(in: $0) })
        }
        units = treaties.map(\.unit)
    }

    private static func key(_ name: String, _ isExact: Bool) -> [UInt8] {
        isExact ? Array(name.utf8) : name.utf8.map { Bytes.lowered($0) }
    }

    private static let openEndings = ["convention", "nations unies", "naciones unidas"].map { Array($0.utf8) }

    private static func kinds(in name: String) -> [InstrumentKind] {
        name.lowercased().split { !$0.isLetter }.compactMap { InstrumentKind.words[String($0)] }
    }

    private static let bucketCount = 1 << 12

    /// Of the first three bytes of a name, its head.
    @inline(__always)
    private static func bucket(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let head = UInt32(Bytes.lowered(first)) << 16 | UInt32(Bytes.lowered(second)) << 8 | UInt32(Bytes.lowered(third))
        return Int((head &* 0x9E37_79B1) >> 20)
    }

    /// The places of the names that may stand at `place`, which two bytes follow; the longest first.
    @inline(__always)
    func candidates(_ text: Bytes.Text, at place: Int) -> Range<Int>? {
        let bucket = Self.bucket(text[place], text[place + 1], text[place + 2])
        return hasNames[bucket] ? Int(places[bucket].lowerBound)..<Int(places[bucket].upperBound) : nil
    }
}
