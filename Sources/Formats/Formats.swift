import Articles

/// Bytes in, articles out: picks the reader by what the file holds and, where that says nothing, by its suffix.
///
/// All calls are pure and may be made from any thread.
public enum Formats {
    /// What `file` holds, one article after the other, each with its notes. Throws where the file as a whole cannot be
    /// read.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> Readings
    {
        let text = try SourceText(file, limits: limits)
        switch FileFormat.sniff(text) {
        case .readable(.plainText): return Readings(one: try PlainTextReader(text, limits: limits).reading())
        case .readable(.markdown): return Readings(one: try MarkdownReader(text, limits: limits).reading())
        case .foreign(let kind): throw FormatError(file: file.name, reason: .unread(kind))
        }
    }

    /// The articles of `file`; those that cannot be read are left out. Lazy, as ``readings(in:limits:)`` is.
    public static func articles(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> some Sequence<Article>
    {
        try readings(in: file, limits: limits).lazy.compactMap { result in
            switch result {
            case .success(let reading): reading.article
            case .failure: nil
            }
        }
    }
}
