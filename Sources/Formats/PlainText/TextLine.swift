/// A line of a text: where its trimmed content stands, and what it begins with.
struct TextLine {
    /// What a line begins, told from its first characters.
    enum Start: Hashable {
        case text
        /// `marker` is what stood there, `width` the bytes that it takes with its blanks.
        case item(marker: ListMarker, width: Int)
        case quotation(depth: Int, width: Int)
        /// Nothing but hyphens, asterisks, underscores or equals signs, at least three.
        case bar(UInt8)
    }

    /// In the text's bytes.
    let range: Range<Int>
    /// Columns before the content; a tab goes to the next multiple of four.
    let indent: Int
    /// Characters of the content, roughly its columns.
    let width: Int
    let start: Start

    var isBlank: Bool { range.isEmpty }

    init(_ line: ArraySlice<UInt8>) {
        let content = Bytes.trimmed(line)
        range = content.isEmpty ? line.startIndex..<line.startIndex : content.startIndex..<content.endIndex
        var indent = 0
        for byte in line[line.startIndex..<content.startIndex] where Bytes.isBlank(byte) {
            indent = byte == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
        }
        self.indent = indent
        width = content.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        start = Self.start(of: content)
    }

    private static func start(of content: ArraySlice<UInt8>) -> Start {
        guard let first = content.first else { return .text }
        if first == UInt8(ascii: ">") { return quotation(content) }
        if isBar(content, first) { return .bar(first) }
        if let (marker, width) = ListMarker.leading(content) { return .item(marker: marker, width: width) }
        return .text
    }

    private static func quotation(_ content: ArraySlice<UInt8>) -> Start {
        let marks = content.prefix { $0 == UInt8(ascii: ">") || Bytes.isBlank($0) }
        return .quotation(depth: marks.count { $0 == UInt8(ascii: ">") }, width: marks.count)
    }

    private static func isBar(_ content: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
        guard "-*_=~".utf8.contains(first) else { return false }
        return content.allSatisfy { $0 == first || Bytes.isBlank($0) } && content.count(where: { $0 == first }) >= 3
    }

    /// The lines of `bytes`.
    static func lines(of text: SourceText, limit: Int) throws(FormatError) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        let bytes = text.bytes
        while start <= bytes.count {
            guard lines.count < limit else { throw FormatError(file: text.name, reason: .tooManyLines(limit: limit)) }
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append(TextLine(bytes[start..<end]))
            start = end + 1
        }
        return lines
    }
}
