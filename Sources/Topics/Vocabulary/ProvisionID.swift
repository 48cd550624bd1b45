/// Names a provision of a treaty, law or standard: `UNCC:7` in data, `UNCC/7` in queries. The article may hold
/// further colons: `USC:18:1030` is section 1030 of title 18.
public struct ProvisionID: Hashable, Sendable, CustomStringConvertible {
    public let treaty: TreatyID
    /// The number as the treaty counts, such as `7`, `18:1030`, `R.10` or `A.5`.
    public let article: String

    public init(treaty: TreatyID, article: String) {
        self.treaty = treaty
        self.article = article
    }

    /// Reads either form. Nothing where the treaty or the article is missing or holds what no number holds.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard let separator = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else { return nil }
        let article = bytes[bytes.index(after: separator)...]
        guard let treaty = TreatyID(String(text[..<separator])), !article.isEmpty,
            article.allSatisfy({ Self.isArticleByte($0) })
        else { return nil }
        self.init(treaty: treaty, article: String(text[article.startIndex...]))
    }

    /// As it is written in data.
    public var description: String { "\(treaty):\(article)" }

    /// As it is written in queries.
    public var queryForm: String { "\(treaty)/\(article)" }

    private static func isArticleByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || ".:-".utf8.contains(byte)
    }
}

extension ProvisionID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ProvisionID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a provision, such as UNCC:7")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
