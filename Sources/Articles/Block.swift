/// The unit of reading and of tagging: a paragraph, a heading, a list item.
public struct Block: Hashable, Sendable, Codable {
    /// What a block is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case paragraph
        case heading
        case quotation
        case listItem = "list-item"
        /// Rows are lines, cells are separated by tabs; the first row is the head.
        case table
        /// Kept as written: never re-wrapped where it fits.
        case code
        case caption
        /// A thematic break. Its text is empty, and it is no part of the canonical text.
        case rule
        /// Advertising inside the article, such as a «See Also:» line: shown dimmed and never tagged.
        case promotion
    }

    public var kind: Kind
    /// 1 to 6 for a heading; the depth, from 1, of a list item or a quotation; otherwise nothing.
    public var level: Int?
    /// What stands before a list item: `•` or a number with its full stop. No part of the text.
    public var marker: String?
    public var text: String
    /// Ordered by start. Spans may nest; they never cross.
    public var spans: [Span]

    public init(_ kind: Kind, _ text: String, level: Int? = nil, marker: String? = nil, spans: [Span] = []) {
        self.kind = kind
        self.text = text
        self.level = level
        self.marker = marker
        self.spans = spans
    }

    private enum CodingKeys: String, CodingKey {
        case kind, level, marker, text, spans
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(Kind.self, forKey: .kind)
        level = try values.decodeIfPresent(Int.self, forKey: .level)
        marker = try values.decodeIfPresent(String.self, forKey: .marker)
        text = try values.decodeIfPresent(String.self, forKey: .text) ?? ""
        spans = try values.decodeIfPresent([Span].self, forKey: .spans) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encodeIfPresent(level, forKey: .level)
        try values.encodeIfPresent(marker, forKey: .marker)
        try values.encode(text, forKey: .text)
        if !spans.isEmpty { try values.encode(spans, forKey: .spans) }
    }
}
