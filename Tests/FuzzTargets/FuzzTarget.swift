import Articles
import Documents
import Formats
import Text
import Workers

/// What is fed with bytes that nobody vouches for: each reader, told apart by where hostile bytes meet it first. The folder `Seeds` has one
/// folder of valid files for each.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Any file, whose format is told by its bytes.
    case sniffed
    case plainText = "plain-text"
    case markdown
    case jsonLines = "json-lines"
    case ris
    case bibTeX = "bibtex"
    case cslJSON = "csl-json"
    case readingList = "reading-list"
    case webPage = "web-page"
    /// HTML whose every part belongs: of feeds, mails and books.
    case content
    case webArchive = "web-archive"
    case feed
    case jsonFeed = "json-feed"
    case feedList = "feed-list"
    case mail
    case mailbox
    /// A mailbox that is read in pieces.
    case mailboxPieces = "mailbox-pieces"
    case book
    /// What `pdftotext` prints.
    case pdfLayout = "pdf-layout"
    case newsboat
    /// What the program hears of a worker.
    case frames

    /// What is wrong with what came of `bytes`, in words; nothing where all is sound. An error is sound where it has a
    /// sentence.
    public func faults(_ bytes: [UInt8]) -> [String] {
        var faults: [String] = []
        for result in results(bytes) {
            switch result {
            case .success(let reading):
                // Lengths are the readers' to keep: what is heard of them is only looked through.
                faults += self == .frames ? Soundness.faultsOfSpans(in: reading.article) : Soundness.faults(of: reading.article, isNamed: isNamed)
                if self == .jsonLines { faults += Soundness.faultsOfReturn(of: reading.article) }
            case .failure(let error): if error.message.isEmpty { faults.append("an error without a sentence") }
            }
        }
        return faults
    }

    /// What is read of `bytes`; an error alone where the whole cannot be read.
    public func results(_ bytes: [UInt8]) -> [Result<Reading, FormatError>] {
        do throws(FormatError) {
            return try read(SourceFile(name: fileName, bytes: bytes))
        } catch {
            return [.failure(error)]
        }
    }

    private func read(_ file: SourceFile) throws(FormatError) -> [Result<Reading, FormatError>] {
        switch self {
        case .sniffed:
            let format = try Formats.format(of: file)
            // A process for each would be all that is measured.
            return format == .pdf ? [] : Array(try Documents.readings(in: file, format: format))
        case .content:
            return [.success(Reading(article: Article(title: "x", blocks: HTMLReader.content(file.bytes).blocks)))]
        case .mailboxPieces: return Self.pieces(of: file)
        case .pdfLayout: return [.success(try PDFReader.reading(ofLayout: file))]
        case .frames: return Frame.readings(inFramesOf: file.bytes).map { .success($0) }
        case .plainText, .markdown, .jsonLines, .ris, .bibTeX, .cslJSON, .readingList, .webPage, .webArchive, .feed, .jsonFeed,
            .feedList, .mail, .mailbox, .book, .newsboat:
            return try format.map { (format) throws(FormatError) in Array(try Documents.readings(in: file, format: format)) } ?? []
        }
    }

    /// Whether articles always have titles. Entries of feeds need not, nor what was written of them.
    private var isNamed: Bool {
        switch self {
        case .feed, .jsonFeed, .jsonLines, .frames, .sniffed: false
        case .plainText, .markdown, .ris, .bibTeX, .cslJSON, .readingList, .webPage, .content, .webArchive, .feedList, .mail,
            .mailbox, .mailboxPieces, .book, .pdfLayout, .newsboat:
            true
        }
    }

    private var format: FileFormat? {
        switch self {
        case .plainText: .plainText
        case .markdown: .markdown
        case .jsonLines: .jsonLines
        case .ris: .ris
        case .bibTeX: .bibTeX
        case .cslJSON: .cslJSON
        case .readingList: .readingList
        case .webPage: .webPage
        case .webArchive: .webArchive
        case .feed: .feed
        case .jsonFeed: .jsonFeed
        case .feedList: .feedList
        case .mail: .mail
        case .mailbox: .mailbox
        case .book: .book
        case .newsboat: .newsboat
        case .sniffed, .content, .mailboxPieces, .pdfLayout, .frames: nil
        }
    }

    /// Without a suffix, so that the bytes alone tell.
    private var fileName: String { "input" }

    /// In pieces of some bytes, which come some bytes at a time.
    private static func pieces(of file: SourceFile) -> [Result<Reading, FormatError>] {
        var pieces = MailboxPieces(pieceSize: 700, messageSize: 3_000)
        var rest = file.bytes[...]
        var results: [Result<Reading, FormatError>] = []
        while let piece = pieces.next({
            defer { rest = rest.dropFirst(97) }
            return Array(rest.prefix(97))
        }) {
            results += Result { () throws(FormatError) in
                Array(try Documents.readings(in: SourceFile(name: file.name, bytes: piece.bytes), format: .mailbox))
            }.unfolded
        }
        return results
    }
}

extension Result where Success == [Result<Reading, FormatError>], Failure == FormatError {
    fileprivate var unfolded: Success {
        switch self {
        case .success(let results): results
        case .failure(let error): [.failure(error)]
        }
    }
}
