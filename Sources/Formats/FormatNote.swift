import Text

/// Something about a file that was read all the same: what had to be guessed, left out or read in a simpler way.
public struct FormatNote: Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable, Codable {
        /// The YAML front matter has a fault at `line` of the file, counted from 1; what could be read of it was.
        case frontMatterMalformed(line: Int, problem: String)
        case frontMatterTooLarge(limit: Int)
        /// A field whose value is no date; it was left out.
        case dateNotUnderstood(field: String, value: String)
        /// `count` places held bytes that are no UTF-8 and were read as Windows-1252 or replaced.
        case encodingRepaired(count: Int)
        /// The text fits Windows-1252 and nothing better; it may be another encoding.
        case encodingGuessed
        /// The Markdown is nested too deeply, or too long, and was read as plain text.
        case markdownAsText
        /// Nothing says in what encoding the text is; it looks like `name`.
        case encodingDetected(name: String)
        /// The markup of the page takes too much memory; its text was read without it.
        case pageAsText
        /// The text was longer than `limit` bytes and was cut.
        case textCut(limit: Int)
        /// The text, or a part of it, is encrypted and was left out.
        case encrypted
        /// There are more parts than are read, or they are nested too deeply; those beyond were left out.
        case partsLeftOut
        /// The header of a message, or of a part of it, is longer than is read; what is beyond was left out.
        case headerCut
    }

    /// The file's name, as in ``SourceFile/name``.
    public var file: String
    public var reason: Reason

    public init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    public var description: String { "\(file): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .frontMatterMalformed(let line, let problem):
            "the front matter is malformed in line \(line) (\(problem)); the rest was read"
        case .frontMatterTooLarge(let limit): "the front matter is longer than \(limit) bytes and was left out"
        case .dateNotUnderstood(let field, let value): "the field \(field) holds no date: \(value)"
        case .encodingRepaired(let count): "\(count) places are no UTF-8 and were repaired"
        case .encodingGuessed: "the encoding was guessed as Windows-1252"
        case .textCut(let limit): "the text is longer than \(limit) bytes and was cut"
        case .encrypted: "the text, or a part of it, is encrypted and was left out"
        case .partsLeftOut: "there are more parts than are read, or they are nested too deeply; the rest was left out"
        case .headerCut: "a header of the message is longer than is read; the rest of it was left out"
        case .markdownAsText: "the Markdown is too deeply nested or too long and was read as plain text"
        case .encodingDetected(let name): "the encoding was guessed as \(name)"
        case .pageAsText: "the page's markup is too much to be held, and its text was read without it"
        }
    }
}
