/// What became of a text that was changed: where its places are now.
///
/// The change is seen as one stretch put in the place of another, between the longest beginning and the longest end that
/// both texts have. A place in that stretch is looked for by its words.
public struct TextChange: Sendable {
    /// How many bytes from a place on are its words.
    private static let wordsLength = 200

    private let old: String
    private let new: String
    /// UTF-8 bytes that both begin with, and bytes that both end with; the two do not overlap in either.
    private let beginning: Int
    private let end: Int

    /// Linear in the length of the texts.
    public init(from old: String, to new: String) {
        (self.old, self.new) = (old, new)
        // The end counts first: what was put before a paragraph often begins as the paragraph does.
        end = zip(old.utf8.reversed(), new.utf8.reversed()).prefix { $0 == $1 }.count
        let rest = min(old.utf8.count, new.utf8.count) - end
        beginning = zip(old.utf8.prefix(rest), new.utf8).prefix { $0 == $1 }.count
    }

    /// The UTF-8 offset in the new text of what stands at `offset` of the old one, always within the new text. Constant, but
    /// in the stretch that changed linear in the length of the texts.
    public func offset(_ offset: Int) -> Int {
        let offset = min(max(offset, 0), old.utf8.count)
        let endOfChange = old.utf8.count - end
        if offset >= endOfChange { return offset - old.utf8.count + new.utf8.count }
        if offset < beginning { return offset }
        let line = old.utf8.dropFirst(offset).prefix(min(Self.wordsLength, endOfChange - offset)).prefix { $0 != 0x0A }
        return Anchor(offset..<(offset + line.count), in: old).locate(in: new)?.lowerBound
            ?? character(atOrBefore: min(offset, new.utf8.count - end))
    }

    private func character(atOrBefore offset: Int) -> Int {
        let bytes = new.utf8
        var index = bytes.index(bytes.startIndex, offsetBy: offset)
        while index > bytes.startIndex, index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 { index = bytes.index(before: index) }
        return bytes.distance(from: bytes.startIndex, to: index)
    }
}
