extension FileFormat {
    /// How much of a file is looked at.
    private static let headSize = 8 << 10

    /// What `text` is. Its content decides where it says something plain; the suffix decides between plain text and
    /// Markdown where it names one of them.
    static func sniff(_ text: SourceText) -> SniffedFormat {
        let head = TextHead(text.bytes.prefix(headSize))
        let suffix = FileFormat(suffixOf: text.name)
        if head.hasKickers { return .readable(.plainText) }
        if suffix != .markdown || head.isWholePage, let kind = head.foreignKind { return .foreign(kind) }
        if head.hasFrontMatter { return .readable(.markdown) }
        switch suffix {
        case .markdown: return .readable(.markdown)
        case .plainText: return .readable(head.markdownSigns >= 4 ? .markdown : .plainText)
        case nil: return .readable(head.markdownSigns >= 2 ? .markdown : .plainText)
        }
    }
}
