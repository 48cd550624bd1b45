extension Anchor {
    /// Where the passage stands in `text` now, in UTF-8 offsets: at its position when the quote still stands there;
    /// else the one place where the quote stands with the most of its surroundings. Nothing where the quote is gone,
    /// or where two places fit equally well: a passage is shown as orphaned rather than guessed.
    /// Linear in the length of `text`.
    public func locate(in text: String) -> Range<Int>? {
        guard !quote.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        let needle = Array(quote.utf8)
        let found = Self.places(of: needle, in: bytes)
        if found.contains(start), found.count == 1 || context(at: start, in: bytes) == fullContext {
            return start..<(start + needle.count)
        }
        guard let best = found.max(by: { context(at: $0, in: bytes) < context(at: $1, in: bytes) }) else { return nil }
        let score = context(at: best, in: bytes)
        guard found.count(where: { context(at: $0, in: bytes) == score }) == 1 else { return nil }
        return best..<(best + needle.count)
    }

    private var fullContext: Int { prefix.utf8.count + suffix.utf8.count }

    /// How many bytes of the prefix, counted backwards, and of the suffix stand around the quote at `place`.
    private func context(at place: Int, in bytes: [UInt8]) -> Int {
        let before = zip(prefix.utf8.reversed(), bytes[..<place].reversed()).prefix { $0 == $1 }.count
        let after = zip(suffix.utf8, bytes[(place + quote.utf8.count)...]).prefix { $0 == $1 }.count
        return before + after
    }

    /// Every place of `needle`, by the Knuth–Morris–Pratt algorithm (SIAM J. Comput. 6(2), 1977).
    private static func places(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
        var failure = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in needle.indices.dropFirst() {
            while length > 0, needle[index] != needle[length] { length = failure[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            failure[index] = length
        }
        var places: [Int] = []
        length = 0
        for (index, byte) in bytes.enumerated() {
            while length > 0, byte != needle[length] { length = failure[length - 1] }
            if byte == needle[length] { length += 1 }
            if length == needle.count {
                places.append(index + 1 - needle.count)
                length = failure[length - 1]
            }
        }
        return places
    }
}
