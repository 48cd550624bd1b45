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
        /// A format that this version recognises and has no reader for.
        case noReader(FileFormat)
        /// A page with markup and nothing to read in it.
        case pageWithoutText
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
        case .noReader(let format): "the file is \(format.phrase), which is not read"
        case .pageWithoutText: "the page holds no text"
        }
    }

    public var remedy: String {
        switch reason {
        case .empty, .blank: "save the article's text in it, or remove it"
        case .tooLarge, .tooManyLines: "split it into one file an article"
        case .notText: "save the article as text or Markdown"
        case .unread(let kind): kind.remedy
        case .noReader: "save the article as text or Markdown"
        case .pageWithoutText: "save it again when the browser shows all of it"
        }
    }
}
