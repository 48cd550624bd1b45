import Text

/// Why a file could not be read as an article.
public struct FormatError: ExplainedError, Codable {
    /// What is wrong with it.
    public enum Reason: Hashable, Sendable, Codable {
        case empty
        /// Nothing but white space.
        case blank
        /// `size` and `limit` are bytes.
        case tooLarge(size: Int, limit: Int)
        case tooManyLines(limit: Int)
        /// The first byte that no text has, as an offset in the file.
        case notText(offset: Int)
        /// Text or not, it is of a kind that no reader takes.
        case unread(ForeignKind)
        /// The file breaks the rules of its format where nothing can be read around it.
        case malformed(String)
        /// A line of a file that has an article a line; counted from 1.
        case noArticle(line: Int, problem: String)
        case lineTooLong(line: Int, limit: Int)
        /// A format that this version recognises and has no reader for.
        case noReader(FileFormat)
        /// It begins like one of the format, and nothing of one is in it.
        case notInFormat(FileFormat)
        /// A feed has more entries than are read, or a list more feeds.
        case tooManyEntries(limit: Int)
        /// The process that read it did not come to an end with it.
        case readerFailed(FileFormat, ReaderFailure)
    }

    /// What became of the process that read a file.
    public enum ReaderFailure: Hashable, Sendable, Codable {
        /// It crashed, or somebody ended it.
        case ended
        case tooSlow(seconds: Int)
        /// `megabytes` is what it was allowed.
        case tooLarge(megabytes: Int)
        /// What it sent was not what a reader sends.
        case garbled
    }

    /// The file's name, as in ``SourceFile/name``.
    public var file: String
    public var reason: Reason

    public init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    public var what: String { file }

    public var why: String {
        switch reason {
        case .empty: "the file is empty"
        case .blank: "the file holds nothing but white space"
        case .tooLarge(let size, let limit): "the file is too large: \(size) bytes, and at most \(limit) are read"
        case .tooManyLines(let limit): "the file has more than \(limit) lines"
        case .notText(let offset): "the file is no text: byte \(offset) belongs to no writing"
        case .unread(let kind): "the file is \(kind.phrase), which is not read"
        case .malformed(let problem): "the file is malformed (\(problem))"
        case .noArticle(let line, let problem): "line \(line) holds no article (\(problem))"
        case .lineTooLong(let line, let limit): "line \(line) has more than \(limit) bytes"
        case .noReader(let format): "the file is \(format.phrase), which is not read"
        case .notInFormat(let format): "the file begins like \(format.phrase), but nothing in it could be read as one"
        case .tooManyEntries(let limit): "the file has more than \(limit) entries; the rest was left out"
        case .readerFailed(let format, let failure): "the file is \(format.phrase), and \(failure.phrase)"
        }
    }

    public var remedy: String {
        switch reason {
        case .empty, .blank: "save the article's text in it, or remove it"
        case .tooLarge, .tooManyLines, .tooManyEntries: "split it into one file an article"
        case .malformed: "save it anew, or save the article as text or Markdown"
        case .noArticle: "write it as dossier read --json does"
        case .lineTooLong: "shorten it"
        case .notText: "save the article as text or Markdown"
        case .unread(let kind): kind.remedy
        case .notInFormat: "fetch or save it anew"
        case .noReader, .readerFailed(_, .ended), .readerFailed(_, .garbled): "save the article as text or Markdown"
        case .readerFailed(_, .tooSlow), .readerFailed(_, .tooLarge): "split it, or save the article as text or Markdown"
        }
    }
}

extension FormatError.ReaderFailure {
    fileprivate var phrase: String {
        switch self {
        case .ended: "its reader ended by itself"
        case .tooSlow(let seconds): "its reader took more than \(seconds) seconds"
        case .tooLarge(let megabytes): "its reader needed more than \(megabytes) MB of memory"
        case .garbled: "its reader answered with what is no answer"
        }
    }
}
