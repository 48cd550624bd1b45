/// How much of a file the readers take on. What is beyond is refused with a sentence, or read in a simpler way with a
/// note.
public struct FormatLimits: Hashable, Sendable, Codable {
    /// Bytes of one file.
    public var fileSize = 32 << 20
    /// Bytes from which on what is for bulk, a mailbox or articles in JSON Lines, is read in pieces of half as many. It may have any
    /// size then, and each message of a mailbox as many bytes as a file.
    public var bulkSize = 4 << 20
    /// Lines of one text. Each costs memory of its own, so that a file of nothing but line ends is held in check.
    public var lines = 250_000
    /// Bytes of one line that holds a whole article.
    public var lineSize = 8 << 20
    /// Articles of one file: entries of a feed, references of a list, lines of JSON. The rest of a longer one is left out, with a
    /// sentence. Not of a file that is read in pieces, where each piece counts.
    public var articles = 30_000
    /// Bytes of the text of one article, and blocks of it. Behind them it is cut, with a note: an article costs some thirty times
    /// its text while it is tagged and stored. The longest novels have three million bytes.
    public var textSize = 4 << 20
    public var blocks = 50_000
    /// Bytes of one block. A longer paragraph is split at the end of a sentence, else between words.
    public var blockSize = 64 << 10
    /// Bytes that are read as Markdown; a longer file is read as plain text.
    public var markdownSize = 2 << 20
    /// Lines, and signs that may mark something, of what is read as Markdown; with more it is read as plain text. The parser keeps
    /// some 200 bytes for each.
    public var markdownMarks = 250_000
    /// Containers (quotations, lists) that one line of Markdown may open.
    public var markdownDepth = 100
    /// Cells that tables may have in one document, counted as if every line had as many as the widest.
    public var tableCells = 250_000
    /// Bytes of the front matter.
    public var frontMatterSize = 64 << 10
    /// Values taken from one list of the front matter: tags, authors, categories.
    public var listedValues = 200
    /// Bytes of a title, a name, a tag.
    public var fieldSize = 1_000
    /// Bytes of the texts of one entry. What is longer is cut, with a note.
    public var feedEntrySize = 1 << 20
    /// Elements of a feed that may stand inside each other; what is deeper is read as if it stood at that depth.
    public var feedDepth = 200

    public init() {}
}
