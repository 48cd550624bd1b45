/// A category line as publishers print it above an article, and the topics that it stands for.
public struct Kicker: Hashable, Sendable {
    public var name: String
    /// The category that it belongs under.
    public var parent: String?
    /// Empty where it stands for none.
    public var topics: [TopicID]
    public var status: CheckStatus

    public init(name: String, parent: String?, topics: [TopicID], status: CheckStatus) {
        self.name = name
        self.parent = parent
        self.topics = topics
        self.status = status
    }

    /// `name` as kickers are compared: lower case, single blanks, «&» as the word «and».
    static func key(_ name: String) -> String {
        let bytes = Array(name.lowercased().utf8)
        var key: [UInt8] = []
        key.reserveCapacity(bytes.count + 4)
        for (place, byte) in bytes.enumerated() {
            let isBlank = byte <= 0x20
            if byte == UInt8(ascii: "&") {
                key += Array("and".utf8)
            } else if !isBlank {
                key.append(byte)
            } else if let last = key.last, last != 0x20, place + 1 < bytes.count {
                key.append(0x20)
            }
        }
        if key.last == 0x20 { key.removeLast() }
        return String(decoding: key, as: UTF8.self)
    }
}
