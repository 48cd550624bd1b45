import Text
import Topics

/// How much a topic matters to the person: from ``range``; a topic without one counts as 0.
public struct TopicInterest: Hashable, Sendable {
    /// Below nothing: to be told last.
    public static let range = -3...5

    public var topic: TopicID
    public var weight: Int

    public init(topic: TopicID, weight: Int) {
        self.topic = topic
        self.weight = weight
    }

    static func weight(_ body: JSONValue) -> Int? {
        guard case .number(let weight)? = body["weight"], range.contains(weight) else { return nil }
        return weight
    }

    static func body(_ weight: Int) -> JSONValue { .object([("weight", .number(weight))]) }

    /// The document's identity: of one topic there is one weight, in whatever copy of the library it was given. Bytes that an
    /// identity may not hold are written as numbers.
    static func id(of topic: TopicID) -> String {
        var id = "interest-"
        for byte in topic.rawValue.utf8 {
            let isPlain = byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            id += isPlain ? String(UnicodeScalar(byte)) : "X\(byte)X"
        }
        return String(id.prefix(MadeRecord.longestIdentifier))
    }
}
