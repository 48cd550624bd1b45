extension FileFormat {
    /// How much of a file is looked at.
    private static let headSize = 16 << 10

    /// What `file` is. Its content decides where it says something plain; the suffix decides between formats that the
    /// content leaves open. Looks at the beginning of the file, of a packed one at its end too.
    static func sniff(_ file: SourceFile) -> SniffedFormat {
        if let packed = sniffPacked(file) { return packed }
        let bytes = HeadText.decoded(file.bytes.prefix(headSize))
        let head = TextHead(bytes[...])
        let suffix = FileFormat(suffixOf: file.name)
        if head.hasKickers, !Formats.isData(file.name) { return .readable(.plainText) }
        if suffix != .markdown || head.isWholePage, let found = StructuredHead(bytes, file, suffix).format { return found }
        // A table or a settings file is no text to be read.
        if Formats.isData(file.name) { return .foreign(.data) }
        if head.hasFrontMatter { return .readable(.markdown) }
        switch suffix {
        case .markdown: return .readable(.markdown)
        case .plainText: return .readable(head.markdownSigns >= 4 ? .markdown : .plainText)
        case nil: return .readable(head.markdownSigns >= 2 ? .markdown : .plainText)
        case .webPage, .webArchive, .feed, .jsonFeed, .feedList, .mail, .mailbox, .book, .pdf, .jsonLines, .ris,
            .cslJSON, .bibTeX, .readingList, .newsboat:
            // The name promises what the content does not keep.
            return .readable(head.markdownSigns >= 4 ? .markdown : .plainText)
        }
    }

    /// Kinds told by their first bytes.
    private static func sniffPacked(_ file: SourceFile) -> SniffedFormat? {
        if isPDF(file) { return .readable(.pdf) }
        guard let kind = ForeignKind(magicOf: file.bytes) else { return nil }
        if kind == .archive, isBook(file.bytes) { return .readable(.book) }
        return kind == .database && isNewsboat(file.bytes) ? .readable(.newsboat) : .foreign(kind)
    }

    /// The tables of newsboat, in the schema that SQLite keeps on its first pages.
    private static func isNewsboat(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(64 << 10)
        return Bytes.contains(head, "TABLE rss_item") && Bytes.contains(head, "TABLE rss_feed")
    }

    /// `%PDF-` at the beginning; readers of PDF take it anywhere in the first kilobyte, which the name then must confirm.
    private static func isPDF(_ file: SourceFile) -> Bool {
        let mark = Array("%PDF-".utf8)
        if file.bytes.starts(with: mark) { return true }
        return FileFormat(suffixOf: file.name) == .pdf && Bytes.contains(file.bytes.prefix(1 << 10), "%PDF-")
    }

    /// A zip archive whose first entry says `application/epub+zip` (OCF 3.3, section 4.2.2), or whose directory, at its
    /// end, names what every book has.
    private static func isBook(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        return Bytes.contains(bytes.prefix(256), "mimetypeapplication/epub+zip")
            || Bytes.contains(bytes.suffix(256 << 10), "META-INF/container.xml")
    }
}

/// The beginning of a file as text, good enough to tell what it is.
enum HeadText {
    /// UTF-8 with line feeds only. What is no UTF-8 is left as it is: all that is looked for is ASCII.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        if let text = narrowed(bytes) { return LineEnds.unified(text) }
        let even = bytes.prefix(bytes.count & ~1)
        if bytes.starts(with: [0xFF, 0xFE]) { return LineEnds.unified(UTF16Text.decode(even.dropFirst(2), .little).bytes) }
        if bytes.starts(with: [0xFE, 0xFF]) { return LineEnds.unified(UTF16Text.decode(even.dropFirst(2), .big).bytes) }
        if bytes.contains(0), let order = UTF16Text.order(of: Array(even)) {
            return LineEnds.unified(UTF16Text.decode(even, order).bytes)
        }
        return LineEnds.unified(Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes))
    }

    /// UTF-32 behind its byte order mark: the characters of one byte, question marks for the others.
    private static func narrowed(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let isBig = bytes.starts(with: [0, 0, 0xFE, 0xFF])
        guard isBig || bytes.starts(with: [0xFF, 0xFE, 0, 0]) else { return nil }
        return stride(from: bytes.startIndex + 4, to: bytes.endIndex - 3, by: 4).map { index in
            let unit = bytes[index..<(index + 4)]
            let ordered = isBig ? Array(unit) : Array(unit.reversed())
            return ordered[..<3].allSatisfy { $0 == 0 } ? ordered[3] : UInt8(ascii: "?")
        }
    }
}
