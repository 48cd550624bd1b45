import Text

/// The file that says which segments are live. It is replaced as a whole: written beside the old one, put on the disk,
/// and renamed over it. So at every moment there is one manifest, and every file it names is complete; a file that it
/// does not name is nobody's, and is removed by the next writer.
///
/// Source: the log-structured merge-tree's root, as in LevelDB's CURRENT and Lucene's `segments_N`.
struct Manifest: Hashable, Sendable {
    /// A live segment.
    struct Entry: Hashable, Sendable {
        var identifier: UInt64
        var documents: Int
        /// In bytes of its file.
        var size: Int
        /// The last eight bytes of what its footer hashes: ties the manifest to this very file.
        var fingerprint: UInt64
        /// The version of its tombstones; 0 for none.
        var tombstonesVersion: UInt64
        var tombstones: Int
    }

    static let name = "manifest"
    static let newName = "manifest.new"
    private static let magic: UInt64 = 0x4D72_6569_7373_6F44
    /// As many as no index has: a limit for what is read.
    private static let mostSegments = 100_000

    /// One more with each that is written.
    var generation: UInt64 = 0
    /// Every change of the store up to this number is in the segments.
    var completeUpTo: Int64 = 0
    /// The identifier that the next segment gets.
    var nextIdentifier: UInt64 = 1
    var entries: [Entry] = []

    static func segmentName(_ identifier: UInt64) -> String { "segment-\(identifier)" }

    static func tombstonesName(_ identifier: UInt64, _ version: UInt64) -> String { "segment-\(identifier).gone-\(version)" }

    /// The names of all files that it needs, with its own.
    var names: Set<String> {
        var names: Set = [Self.name]
        for entry in entries {
            names.insert(Self.segmentName(entry.identifier))
            if entry.tombstonesVersion > 0 { names.insert(Self.tombstonesName(entry.identifier, entry.tombstonesVersion)) }
        }
        return names
    }

    /// Whether a file of an index folder is one that an index makes, and so one that may be removed.
    static func isOurs(_ name: String) -> Bool {
        name == newName || name.hasPrefix("segment-") || name.hasPrefix("spill-")
    }
}

extension Manifest {
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(number: Self.magic)
        writer.append(number: SegmentFormat.version)
        writer.append(number: UInt32(WordAnalyser.version))
        writer.append(number: generation)
        writer.append(number: completeUpTo)
        writer.append(number: nextIdentifier)
        writer.append(number: UInt32(entries.count))
        for entry in entries {
            writer.append(number: entry.identifier)
            writer.append(number: UInt64(entry.documents))
            writer.append(number: UInt64(entry.size))
            writer.append(number: entry.fingerprint)
            writer.append(number: entry.tombstonesVersion)
            writer.append(number: UInt64(entry.tombstones))
        }
        writer.append(number: XXHash64.hash(writer.bytes))
        return Array(writer.bytes)
    }

    /// Reads what ``bytes`` gives. Throws ``IndexError``, with `path` in it.
    init(_ bytes: [UInt8], path: String) throws(IndexError) {
        let damaged = IndexError.damaged(path: path, part: "list of segments")
        let problem = bytes.withUnsafeBytes { Self.problem(in: $0, path) }
        if let problem { throw problem }
        self.init()
        let isSound = bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes, at: 16)
            return read(&reader)
        }
        guard isSound else { throw damaged }
    }

    private static func problem(in bytes: UnsafeRawBufferPointer, _ path: String) -> IndexError? {
        var reader = ByteReader(bytes)
        guard reader.number(UInt64.self) == magic, bytes.count >= 52 else {
            return .damaged(path: path, part: "list of segments")
        }
        let version: UInt32 = reader.number()
        let analyser: UInt32 = reader.number()
        var end = ByteReader(bytes, at: bytes.count - 8)
        let isIntact = end.number(UInt64.self) == XXHash64.hash(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
        // A newer format may end in another way; its number alone is believed.
        if version > SegmentFormat.version { return .newer(path: path, found: Int(version), known: Int(SegmentFormat.version)) }
        guard isIntact else { return .damaged(path: path, part: "list of segments") }
        return version < SegmentFormat.version || analyser != UInt32(WordAnalyser.version) ? .outdated(path: path) : nil
    }

    private mutating func read(_ reader: inout ByteReader) -> Bool {
        generation = reader.number()
        completeUpTo = reader.number()
        nextIdentifier = reader.number()
        let count = Int(reader.number(UInt32.self))
        guard count <= Self.mostSegments else { return false }
        for _ in 0..<count {
            let identifier: UInt64 = reader.number()
            let documents = Int(truncatingIfNeeded: reader.number(UInt64.self))
            let size = Int(truncatingIfNeeded: reader.number(UInt64.self))
            let fingerprint: UInt64 = reader.number()
            let version: UInt64 = reader.number()
            let tombstones = Int(truncatingIfNeeded: reader.number(UInt64.self))
            guard !reader.isDamaged else { return false }
            entries.append(
                Entry(
                    identifier: identifier, documents: documents, size: size, fingerprint: fingerprint,
                    tombstonesVersion: version, tombstones: tombstones))
        }
        return reader.remaining == 8 && Set(entries.map(\.identifier)).count == entries.count
    }
}
