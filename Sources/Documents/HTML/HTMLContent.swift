import Articles

/// What a piece of HTML holds whose every part belongs: a feed's entry, the body of a mail, a chapter of a book.
public struct HTMLContent: Hashable, Sendable {
    public var blocks: [Block]
    /// What `<title>` says, on one line.
    public var title: String?
    /// The language of `<html lang>`, as a BCP 47 tag.
    public var language: String?
    /// Whether the page was too large for its tree to be held, and its tags were passed over to get at its text.
    public var isSimplified: Bool

    public init(blocks: [Block], title: String? = nil, language: String? = nil, isSimplified: Bool = false) {
        self.blocks = blocks
        self.title = title
        self.language = language
        self.isSimplified = isSimplified
    }
}
