/// What the dictionary says of a term.
public struct TermEntry: Hashable, Sendable, BitwiseCopyable {
    /// The documents that hold it, with those replaced or removed since.
    public var documentFrequency: Int
    /// How often it stands in them.
    public var occurrences: Int
    /// The greatest ``ImpactCode`` of its postings.
    public var impact: UInt16
    var flags: Flags
    /// Where its postings and positions begin, in bytes of their sections.
    var postings: Int
    var positions: Int
    /// Of a form with ranks: where in the dictionary its stem is named.
    var stem = 0

    struct Flags: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let hasPositions = Flags(rawValue: 1)
        /// Of a stem: its list is that of its only form.
        static let isShared = Flags(rawValue: 2)
        /// Of a form: in place of positions it has ranks, which say which of its stem's words in the document its own are.
        static let hasRanks = Flags(rawValue: 4)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The upper bits hold the field in which words are counted that no posting says otherwise of.
        init(usualField: IndexField) { rawValue = usualField.rawValue << 4 }
        var usualField: IndexField { IndexField(rawValue: rawValue >> 4) ?? .body }
    }

    /// Whether ``PostingsCursor/readPositions(into:)`` gives any: not for stored prefixes and keywords.
    public var hasPositions: Bool { flags.contains(.hasPositions) }

    /// Offsets are written as differences to the entry before: mostly small. `stem` is the key of the stem, where there are
    /// ranks.
    func append(to bytes: inout ByteWriter, after previous: TermEntry, stem: [UInt8]) {
        bytes.append(flags.rawValue)
        bytes.append(varint: UInt64(documentFrequency))
        bytes.append(varint: UInt64(occurrences - documentFrequency))
        bytes.append(number: impact)
        bytes.append(signedVarint: Int64(postings - previous.postings))
        bytes.append(signedVarint: Int64(positions - previous.positions))
        guard flags.contains(.hasRanks) else { return }
        bytes.append(varint: UInt64(stem.count))
        stem.withUnsafeBytes { bytes.append($0) }
    }

    static let none = TermEntry(
        documentFrequency: 0, occurrences: 0, impact: 0, flags: [], postings: 0, positions: 0)

    /// Reads what ``append(to:after:stem:)`` wrote; `base` is where the reader's bytes begin in the dictionary. What the
    /// numbers point to is bounded where it is read.
    static func read(_ reader: inout ByteReader, after previous: TermEntry, base: Int) -> TermEntry {
        let flags = Flags(rawValue: reader.byte())
        let documents = Int(truncatingIfNeeded: reader.varint() & 0xFFFF_FFFF)
        let more = Int(truncatingIfNeeded: reader.varint() & 0xFFFF_FFFF_FFFF)
        let impact: UInt16 = reader.number()
        let postings = previous.postings &+ Int(reader.signedVarint())
        let positions = previous.positions &+ Int(reader.signedVarint())
        var stem = 0
        if flags.contains(.hasRanks) {
            stem = base + reader.offset
            skipStem(&reader)
        }
        return TermEntry(
            documentFrequency: documents, occurrences: documents + more, impact: impact, flags: flags,
            postings: postings, positions: positions, stem: stem)
    }

    /// Passes over the name of a stem.
    static func skipStem(_ reader: inout ByteReader) {
        _ = reader.take(Int(truncatingIfNeeded: reader.varint() & 0xFFFF))
    }
}
