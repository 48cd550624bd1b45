/// A piece of a text that shows why it was found.
public struct Snippet: Hashable, Sendable {
    public var text: String
    /// Where the piece begins in the text that was searched, as a UTF-8 offset.
    public var start: Int
    /// The hits, as UTF-8 ranges of the snippet's own text, ordered and apart from one another.
    public var hits: [Range<Int>]

    public init(text: String, start: Int, hits: [Range<Int>]) {
        self.text = text
        self.start = start
        self.hits = hits
    }
}
