/// What the dictionary says of a term.
public struct TermEntry: Hashable, Sendable {
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

    struct Flags: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let hasPositions = Flags(rawValue: 1)
        /// Of a stem: its list is that of its only form.
        static let isShared = Flags(rawValue: 2)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The upper bits hold the field in which words are counted that no posting says otherwise of.
        init(usualField: IndexField) { rawValue = usualField.rawValue << 4 }
        var usualField: IndexField { IndexField(rawValue: rawValue >> 4) ?? .body }
    }

    /// Whether ``PostingsCursor/readPositions(into:)`` gives any: not for stored prefixes and keywords.
    public var hasPositions: Bool { flags.contains(.hasPositions) }

    /// Offsets are written as differences to the entry before: mostly small.
    func append(to bytes: inout ByteWriter, after previous: TermEntry) {
        bytes.append(flags.rawValue)
        bytes.append(varint: UInt64(documentFrequency))
        bytes.append(varint: UInt64(occurrences - documentFrequency))
        bytes.append(number: impact)
        bytes.append(signedVarint: Int64(postings - previous.postings))
        bytes.append(signedVarint: Int64(positions - previous.positions))
    }

    static let none = TermEntry(
        documentFrequency: 0, occurrences: 0, impact: 0, flags: [], postings: 0, positions: 0)

    /// Reads what ``append(to:after:)`` wrote. What the numbers point to is bounded where it is read.
    static func read(_ reader: inout ByteReader, after previous: TermEntry) -> TermEntry {
        let flags = Flags(rawValue: reader.byte())
        let documents = Int(truncatingIfNeeded: reader.varint() & 0xFFFF_FFFF)
        let more = Int(truncatingIfNeeded: reader.varint() & 0xFFFF_FFFF_FFFF)
        let impact: UInt16 = reader.number()
        let postings = previous.postings &+ Int(reader.signedVarint())
        let positions = previous.positions &+ Int(reader.signedVarint())
        return TermEntry(
            documentFrequency: documents, occurrences: documents + more, impact: impact, flags: flags,
            postings: postings, positions: positions)
    }
}
