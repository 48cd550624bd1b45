import Articles
import Formats
import Glibc

/// Reads PDF documents by `pdftotext` of Poppler, which runs as a process of its own, bounded in time and memory.
///
/// The title is the document's own where it is one, else what is largest on the first page; the date is that of the
/// file's name, else when the document was made.
public struct PDFReader {
    private static let program = "pdftotext"
    private static let folders = ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"]

    private let file: SourceFile
    private let limits: FormatLimits

    /// `program` is the path of `pdftotext`; by default it is looked for where systems install it.
    public static func reading(
        of file: SourceFile, program: String? = nil, limits: FormatLimits = FormatLimits()
    ) throws(FormatError) -> Reading {
        try reading(of: file, program: program, bounds: PDFLimits(), limits: limits)
    }

    /// Whether the program is where it is looked for.
    public static var isInstalled: Bool { ChildProgram.path(of: program, in: folders) != nil }

    static func reading(
        of file: SourceFile, program: String?, bounds: PDFLimits, limits: FormatLimits
    ) throws(FormatError) -> Reading {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        guard let path = program ?? ChildProgram.path(of: Self.program, in: folders) else {
            throw FormatError(file: file.name, reason: .programMissing(program: Self.program, package: "poppler-utils"))
        }
        let reader = PDFReader(file: file, limits: limits)
        return try reader.reading(of: try reader.document(program: path, bounds: bounds))
    }

    /// The article of what the program printed, which are the bytes of `file`: the part of the work that is done here.
    package static func reading(ofLayout file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Reading {
        var parser = PDFLayoutParser(limits: PDFLimits())
        _ = parser.feed(file.bytes[...])
        return try PDFReader(file: file, limits: limits).reading(of: parser.document)
    }

    private init(file: SourceFile, limits: FormatLimits) {
        self.file = file
        self.limits = limits
    }

    // MARK: The program

    private func document(program: String, bounds: PDFLimits) throws(FormatError) -> PDFDocument {
        let child = ChildProgram(
            path: program, arguments: ["-bbox-layout", "-enc", "UTF-8", "-", "-"], seconds: bounds.seconds,
            memory: bounds.memory, outputSize: bounds.outputSize)
        var parser = PDFLayoutParser(limits: bounds)
        let end = child.run(file.bytes) { parser.feed($0) }
        let hasLines = !parser.document.lines.isEmpty
        switch end {
        case .ended(_, let errors) where errors.contains("Incorrect password"):
            throw failure(.encrypted(.pdf))
        case .ended(0, _): break
        case .tooMuch where hasLines: break
        // What was read before a fault is more than nothing.
        case .ended where hasLines, .killed where hasLines: break
        case .notStarted(ENOENT):
            throw failure(.programMissing(program: Self.program, package: "poppler-utils"))
        case .tooSlow: throw failure(.readerFailed(.pdf, .tooSlow(seconds: bounds.seconds)))
        case .tooMuch: throw failure(.readerFailed(.pdf, .garbled))
        case .killed, .notStarted: throw failure(.readerFailed(.pdf, .ended))
        case .ended: throw failure(.notInFormat(.pdf))
        }
        var document = parser.document
        if end != .ended(status: 0, errors: "") , !isWhole(end) { document.isCut = true }
        return document
    }

    private func isWhole(_ end: ChildProgram.End) -> Bool {
        if case .ended(0, _) = end { return true }
        return false
    }

    private func failure(_ reason: FormatError.Reason) -> FormatError { FormatError(file: file.name, reason: reason) }

    // MARK: The article

    private func reading(of document: PDFDocument) throws(FormatError) -> Reading {
        guard document.lines.contains(where: { !$0.isBlank }) else {
            throw failure(document.pages.isEmpty ? .notInFormat(.pdf) : .picturesOnly)
        }
        let text = PDFText(document, limits: limits)
        var blocks = text.blocks
        guard !blocks.isEmpty else { throw failure(.picturesOnly) }
        let told = document.title.flatMap { PDFTitle.cleaned($0) }
        let title = told ?? text.headline.map { PDFTitle.oneLine($0) }
            ?? TitleFromName.title(of: file.name, deck: nil, blocks: blocks)
        if let first = blocks.prefix(4).firstIndex(where: { $0.kind == .heading && PDFTitle.isSame($0.text, title) }) {
            blocks.remove(at: first)
        }
        let article = Article(
            title: Field.text(title, limits), bylines: document.author.map { PDFTitle.authors($0, limits) } ?? [],
            published: FileName.stemAndDate(of: file.name).date ?? document.created.flatMap { PDFTitle.date($0) },
            language: LanguageGuess.language(of: blocks), blocks: blocks)
        let notes = document.isCut ? [FormatNote(file: file.name, reason: .partsLeftOut)] : []
        return Reading(article: article, notes: notes)
    }
}

/// What a document says of itself, as far as it means something: programs write their own there.
enum PDFTitle {
    private static let suffixes = [".doc", ".docx", ".pdf", ".dvi", ".indd", ".tex", ".ppt", ".pptx", ".xls", ".xlsx", ".qxd", ".pmd", ".rtf", ".odt"]

    static func cleaned(_ title: String) -> String? {
        var text = oneLine(title)
        for prefix in ["Microsoft Word - ", "Microsoft PowerPoint - "] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
        let lower = text.lowercased()
        guard text.utf8.count >= 4, text.utf8.contains(where: { Bytes.isLetter($0) || $0 >= 0x80 }) else { return nil }
        guard !suffixes.contains(where: { lower.hasSuffix($0) }), !["untitled", "unknown", "title", "document", "null"].contains(lower) else {
            return nil
        }
        // One word with numbers and lines in it is the name of a file.
        let isName = !text.contains(" ") && text.utf8.contains { Bytes.isDigit($0) || $0 == UInt8(ascii: "_") }
        return isName ? nil : text
    }

    static func oneLine(_ text: String) -> String { MailText.oneLine(text) }

    static func authors(_ text: String, _ limits: FormatLimits) -> [String] {
        let lower = text.lowercased()
        guard text.utf8.count >= 3, !["administrator", "admin", "user", "unknown", "author", "owner"].contains(lower) else { return [] }
        if text.contains(";") {
            return text.split(separator: ";").prefix(limits.listedValues).map { Field.text(String($0), limits) }.filter { !$0.isEmpty }
        }
        return [Field.text(text, limits)]
    }

    /// `2015-05-18T14:37:19-06`, the minutes of whose zone may be missing.
    static func date(_ text: String) -> ArticleDate? {
        if let date = FeedDate.date(text) { return date }
        let bytes = Array(text.utf8)
        guard bytes.count == 22, bytes[19] == UInt8(ascii: "-") || bytes[19] == UInt8(ascii: "+") else { return nil }
        return FeedDate.date(text + ":00")
    }

    static func isSame(_ heading: String, _ title: String) -> Bool {
        func plain(_ text: String) -> [UInt8] {
            Bytes.lowercased(text.utf8.filter { $0 >= 0x80 || Bytes.isLetter($0) || Bytes.isDigit($0) })
        }
        return plain(heading) == plain(title)
    }
}
