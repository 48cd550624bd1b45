/// Names a topic of the vocabulary, such as `mutual-legal-assistance`: lower-case words joined by hyphens, never changed
/// once published, since links and decisions refer to it.
public struct TopicID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static func < (left: TopicID, right: TopicID) -> Bool { left.rawValue < right.rawValue }
}

extension TopicID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension TopicID: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
