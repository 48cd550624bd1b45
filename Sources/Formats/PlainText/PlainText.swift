import Articles

/// A plain text, or a stretch of one, whose every part belongs: the body of a mail.
package enum PlainText {
    /// The paragraphs, items, quotations and headings of `bytes`, lines that were wrapped joined. `bytes` are valid UTF-8
    /// with line feeds. What is beyond the limit of lines is left out. Linear.
    package static func blocks(of bytes: [UInt8], limits: FormatLimits) -> [Block] {
        let text = SourceText(name: "", bytes: cut(bytes, lines: limits.lines), notes: [], modified: nil)
        guard let lines = try? TextLine.lines(of: text, limit: limits.lines) else { return [] }
        return PlainBlocks.blocks(of: ParagraphGatherer.paragraphs(of: lines[...], in: text.bytes)[...], limits: limits)
    }

    private static func cut(_ bytes: [UInt8], lines: Int) -> [UInt8] {
        var left = lines - 1
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            left -= 1
            if left <= 0 { return Array(bytes[..<index]) }
        }
        return bytes
    }
}
