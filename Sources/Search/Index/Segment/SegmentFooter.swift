/// What stands at the end of a segment: where its parts are, and what it counts.
struct SegmentFooter: Hashable {
    /// Offset and length of each section.
    var sections: [Range<Int>]
    var termCount = 0
    var statistics = IndexStatistics()
    /// Of the newest and the oldest article; both 0 where there is none.
    var firstOrder: Int64 = 0
    var lastOrder: Int64 = 0
    var lastChange: Int64 = 0
    /// The bytes before the checks.
    var bodyLength = 0
    /// Its hash: of checks and footer, and through the checks of every byte. Known once it is read.
    private(set) var fingerprint: UInt64 = 0

    private static let length = SegmentFormat.Section.allCases.count * 16 + (7 + 2 * IndexField.count) * 8

    /// Appends checks and footer of a file whose first bytes are `bodyLength` and have `checks`.
    func append(checks: [UInt64], to bytes: inout ByteWriter) {
        let start = bytes.count
        for check in checks { bytes.append(number: check) }
        for section in sections {
            bytes.append(number: UInt64(section.lowerBound))
            bytes.append(number: UInt64(section.count))
        }
        let counts = [termCount, statistics.documents] + statistics.words + statistics.documentsWith
        for number in counts + [bodyLength, checks.count] { bytes.append(number: UInt64(number)) }
        for number in [firstOrder, lastOrder, lastChange] { bytes.append(number: number) }
        let hash = XXHash64.hash(UnsafeRawBufferPointer(rebasing: bytes.bytes[start...]))
        bytes.append(number: hash)
        bytes.append(number: UInt32(bytes.count - start))
        bytes.append(number: SegmentFormat.endMagic)
    }

    /// Reads what ``append(checks:to:)`` wrote at the end of `file`; nothing where it does not hold together.
    init?(of file: UnsafeRawBufferPointer) {
        var trailer = ByteReader(file, at: file.count - 12)
        let total = Int(trailer.number(UInt32.self))
        guard trailer.number(UInt64.self) == SegmentFormat.endMagic, !trailer.isDamaged,
            total >= Self.length + 8, total + 12 <= file.count - SegmentFormat.headerLength
        else { return nil }
        let start = file.count - 12 - total
        let hashed = UnsafeRawBufferPointer(rebasing: file[start..<(start + total - 8)])
        var reader = ByteReader(file, at: start + total - 8)
        let hash: UInt64 = reader.number()
        guard hash == XXHash64.hash(hashed) else { return nil }
        reader = ByteReader(file, at: start + total - 8 - Self.length)
        self.init(reading: &reader)
        fingerprint = hash
        let pages = (bodyLength + 1 << SegmentFormat.pageShift - 1) >> SegmentFormat.pageShift
        guard !reader.isDamaged, bodyLength == start, total == Self.length + 8 + 8 * pages, isConsistent else { return nil }
    }

    init() { sections = [] }

    private init(reading reader: inout ByteReader) {
        sections = []
        var isSound = true
        func bounded(_ value: UInt64) -> Int {
            if value > UInt64(Int32.max) << 16 { isSound = false }
            return Int(truncatingIfNeeded: value & 0x7FFF_FFFF_FFFF)
        }
        for _ in SegmentFormat.Section.allCases {
            let offset = bounded(reader.number())
            sections.append(offset..<(offset + bounded(reader.number())))
        }
        termCount = bounded(reader.number())
        statistics.documents = bounded(reader.number())
        for index in 0..<IndexField.count { statistics.words[index] = bounded(reader.number()) }
        for index in 0..<IndexField.count { statistics.documentsWith[index] = bounded(reader.number()) }
        bodyLength = isSound ? bounded(reader.number()) : -1
        _ = bounded(reader.number())
        firstOrder = reader.number()
        lastOrder = reader.number()
        lastChange = reader.number()
    }

    /// Every section lies in the body, and the columns are as long as the count of documents says.
    private var isConsistent: Bool {
        let documents = statistics.documents
        guard documents <= SegmentFormat.mostDocuments,
            sections.allSatisfy({ $0.lowerBound >= SegmentFormat.headerLength && $0.upperBound <= bodyLength })
        else { return false }
        return SegmentFormat.Section.allCases.allSatisfy { section in
            switch section {
            case .postings, .positions, .dictionary: true
            case .blocks: sections[section.rawValue].count % 4 == 0
            case .articles, .orders, .changes: sections[section.rawValue].count == 8 * documents
            case .languages: sections[section.rawValue].count == documents
            case .lengths: sections[section.rawValue].count == IndexField.count * documents
            case .fieldStarts: sections[section.rawValue].count == 4 * IndexField.small.count * documents
            case .articleIndex: sections[section.rawValue].count == 4 * documents
            }
        }
    }
}
