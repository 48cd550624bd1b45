import Glibc
import Synchronization
import Text

/// An immutable part of the index, read where it lies. Any number of threads may read it at once.
///
/// What is read goes unchecked into results only where its page was found intact; ``isDamaged`` says after a search
/// whether all was.
public final class IndexSegment: Sendable {
    /// Names it in messages: its file, or «memory».
    public let path: String
    let storage: SegmentStorage
    let footer: SegmentFooter
    private let knownPairedStems: Mutex<PairedStems?>

    /// Documents are numbered from 0, the newest, to one less than this. With those that were replaced or removed since.
    public var documentCount: Int { footer.statistics.documents }
    /// Of all its documents, with those replaced or removed since.
    public var statistics: IndexStatistics { footer.statistics }
    /// The distinct terms of all kinds.
    public var termCount: Int { footer.termCount }
    /// In bytes.
    public var size: Int { storage.count }
    /// The highest change number among its documents.
    public var lastChange: Int64 { footer.lastChange }
    /// The orders of its newest and its oldest document.
    public var orders: ClosedRange<Int64> { min(footer.lastOrder, footer.firstOrder)...footer.firstOrder }
    /// Whether something read so far was not as it was written. Answers made of it are to be thrown away.
    public var isDamaged: Bool { storage.isDamaged }

    /// A segment in the file at `path`. Throws ``IndexError``.
    convenience init(_ file: MappedFile, path: String) throws(IndexError) {
        try self.init(file.bytes, file: file, path: path, isVerified: false)
    }

    /// Takes over `bytes`, which were allocated, or belong to `file`. Throws ``IndexError``.
    ///
    /// `isVerified` where they were made here and now, so that no page needs a look; `pairedStems` where they are known.
    init(
        _ bytes: UnsafeRawBufferPointer, file: MappedFile? = nil, path: String, isVerified: Bool, pairedStems: PairedStems? = nil
    ) throws(IndexError) {
        self.path = path
        knownPairedStems = Mutex(pairedStems)
        let footer = Self.problem(in: bytes, path) == nil ? SegmentFooter(of: bytes) : nil
        storage = SegmentStorage(bytes, file: file, checked: footer?.bodyLength ?? 0, isVerified: isVerified)
        if let problem = Self.problem(in: bytes, path) {
            self.footer = SegmentFooter()
            throw problem
        }
        self.footer = footer ?? SegmentFooter()
        guard footer != nil, storage.isIntact(0, SegmentFormat.headerLength) else {
            throw IndexError.damaged(path: path, part: "end")
        }
    }

    /// What the first bytes tell.
    private static func problem(in bytes: UnsafeRawBufferPointer, _ path: String) -> IndexError? {
        var header = ByteReader(bytes)
        let magic: UInt64 = header.number()
        let version: UInt32 = header.number()
        let analyser: UInt32 = header.number()
        if header.isDamaged || magic != SegmentFormat.magic { return .damaged(path: path, part: "beginning") }
        if version > SegmentFormat.version {
            return .newer(path: path, found: Int(version), known: Int(SegmentFormat.version))
        }
        if version < SegmentFormat.version || analyser != UInt32(WordAnalyser.version) { return .outdated(path: path) }
        return nil
    }

    /// The pairs that this segment has. Read when it is first asked for, in some milliseconds.
    var pairedStems: PairedStems {
        knownPairedStems.withLock { known in
            if let known { return known }
            var names: [[UInt8]] = []
            var cursor = terms(.pairedStems)
            while cursor.kind == .pairedStems {
                names.append(Array(cursor.term))
                cursor.next()
            }
            let found = PairedStems(terms: names)
            known = found
            return found
        }
    }

    /// Whether it has a pair. Some microseconds, without reading the others.
    func names(_ pair: PairedStems.Pair) -> Bool {
        let cursor = terms(.pairedStems, from: pair.first + [0])
        guard cursor.kind == .pairedStems, cursor.term.starts(with: pair.first + [0]) else { return false }
        return PairedStems.pairs(of: cursor.term).contains { $0.second == pair.second }
    }

    /// Where a section lies in the file.
    @inline(__always)
    func range(_ section: SegmentFormat.Section) -> Range<Int> { footer.sections[section.rawValue] }
}
