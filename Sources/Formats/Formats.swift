import Articles

/// Bytes in, articles out: says what format a file is by what it holds and, where that says nothing, by its suffix, and
/// reads those formats that need no parser in C. The others are read by `Documents`, in a process of their own.
///
/// All calls are pure and may be made from any thread.
public enum Formats {
    /// What `file` is. Throws where it is empty, too large, or of a kind that nothing reads. Looks at its beginning only.
    public static func format(of file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> FileFormat {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        switch FileFormat.sniff(file) {
        case .readable(let format): return format
        case .foreign(let kind): throw FormatError(file: file.name, reason: .unread(kind))
        }
    }

    /// What `file`, which is in `format`, holds: one article after the other, each with its notes. Throws where the file
    /// as a whole cannot be read, or the format's reader is not here.
    public static func readings(
        in file: SourceFile, format: FileFormat, limits: FormatLimits = FormatLimits()
    ) throws(FormatError) -> Readings {
        let readings = try unbounded(in: file, format: format, limits: limits)
        return readings.bounded(file.name, format, limits)
    }

    /// What a piece of a file with an article a line holds, read as the whole would be; `name` and `modified` are the file's. None of it
    /// may be an article.
    package static func readings(
        in piece: JSONLinesPieces.Piece, name: String, modified: Int64?, limits: FormatLimits
    ) -> Readings {
        guard !piece.bytes.isEmpty else {
            var rest: FormatError? = FormatError(file: name, reason: .lineTooLong(line: piece.line, limit: limits.lineSize))
            return Readings {
                defer { rest = nil }
                return rest.map { .failure($0) }
            }
        }
        let file = SourceFile(name: name, bytes: piece.bytes, modified: modified)
        return JSONLinesReader(file, limits: limits, firstLine: piece.line).readings.bounded(name, nil, limits)
    }

    private static func unbounded(
        in file: SourceFile, format: FileFormat, limits: FormatLimits
    ) throws(FormatError) -> Readings {
        switch format {
        case .plainText: return Readings(one: try PlainTextReader(SourceText(file, limits: limits), limits: limits).reading())
        case .markdown: return Readings(one: try MarkdownReader(SourceText(file, limits: limits), limits: limits).reading())
        case .jsonLines: return JSONLinesReader(file, limits: limits).readings
        case .ris: return RISReader(try SourceText(file, limits: limits), limits: limits).readings
        case .cslJSON: return try CSLReader(file, limits: limits).readings()
        case .bibTeX: return BibTeXReader(try SourceText(file, limits: limits), limits: limits).readings
        case .readingList: return ReadingListReader(try SourceText(file, limits: limits), limits: limits).readings
        case .webPage, .webArchive, .feed, .jsonFeed, .feedList, .mail, .mailbox, .book, .pdf, .newsboat:
            throw FormatError(file: file.name, reason: .noReader(format))
        }
    }

    /// What `file` holds, in whatever of these formats it is.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> Readings
    {
        try readings(in: file, format: try format(of: file, limits: limits), limits: limits)
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
