/// The documents of a segment that were replaced or removed since it was written: a bit each. A value; changing a copy
/// leaves the original as it was, so a reader keeps the state that it began with.
public struct Tombstones: Hashable, Sendable {
    /// Bit `d & 63` of word `d >> 6`. Shorter than the documents need where no bit follows.
    private(set) var words: [UInt64] = []
    /// The documents that are marked.
    public private(set) var count = 0

    public init() {}

    init(words: [UInt64]) {
        self.words = words
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    public var isEmpty: Bool { count == 0 }

    /// Whether `document` was replaced or removed.
    @inline(__always)
    public func contains(_ document: UInt32) -> Bool {
        let word = Int(document >> 6)
        return word < words.count && words[word] >> UInt64(document & 63) & 1 == 1
    }

    /// Marks `document`.
    mutating func insert(_ document: UInt32) {
        guard !contains(document) else { return }
        let word = Int(document >> 6)
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << UInt64(document & 63)
        count += 1
    }

    /// The highest document that is marked.
    var last: UInt32? {
        guard let word = words.lastIndex(where: { $0 != 0 }) else { return nil }
        return UInt32(word << 6 + 63 - words[word].leadingZeroBitCount)
    }
}
