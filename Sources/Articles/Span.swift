/// A stretch of a block's text that carries a meaning of its own.
public struct Span: Hashable, Sendable, Codable {
    /// What a span means.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Leads to ``Span/target``, an address.
        case link
        case emphasis
        case strong
        case code
        case strikethrough
        /// «(see: Another Title)»: points at another article by its title, which is ``Span/target``.
        case reference
    }

    /// The first byte, as a UTF-8 offset in the block's text.
    public var start: Int
    /// The byte after the last, as a UTF-8 offset in the block's text.
    public var end: Int
    public var kind: Kind
    /// The address of a link, or the title that a reference names.
    public var target: String?

    public init(_ kind: Kind, start: Int, end: Int, target: String? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.target = target
    }

    /// `start..<end`.
    public var range: Range<Int> { start..<max(start, end) }
}
