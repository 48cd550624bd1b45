/// A set of articles, by their rows in the store: a bit a row, so that rows should be numbered without great gaps.
public struct ArticleSet: Hashable, Sendable {
    private(set) var words: [UInt64]
    /// How many articles it holds.
    public let count: Int

    /// The articles in any order. Rows below 0 or beyond 2³¹ are left out: no store has them.
    public init(_ articles: some Sequence<Int64>) {
        var words: [UInt64] = []
        var count = 0
        for article in articles where article >= 0 && article < 1 << 31 {
            let place = Int(article >> 6)
            if place >= words.count { words.append(contentsOf: repeatElement(0, count: max(place + 1 - words.count, words.count))) }
            let bit: UInt64 = 1 << UInt64(article & 63)
            if words[place] & bit == 0 {
                words[place] |= bit
                count += 1
            }
        }
        self.words = words
        self.count = count
    }

    /// The set with what is known anew of some articles: of `changed`, those of `members` are in it and no others. Costs a copy
    /// of its bits, and a step for each changed article.
    public func updated(_ changed: some Sequence<Int64>, members: ArticleSet) -> ArticleSet {
        var words = words
        var count = count
        for article in changed where article >= 0 && article < 1 << 31 {
            let place = Int(article >> 6)
            let bit: UInt64 = 1 << UInt64(article & 63)
            let isMember = members.contains(article)
            if place >= words.count {
                guard isMember else { continue }
                words.append(contentsOf: repeatElement(0, count: max(place + 1 - words.count, words.count)))
            }
            guard (words[place] & bit != 0) != isMember else { continue }
            words[place] ^= bit
            count += isMember ? 1 : -1
        }
        return ArticleSet(words: words, count: count)
    }

    private init(words: [UInt64], count: Int) {
        self.words = words
        self.count = count
    }

    /// Constant time.
    @inline(__always)
    public func contains(_ article: Int64) -> Bool {
        let place = Int(truncatingIfNeeded: article >> 6)
        return place >= 0 && place < words.count && words[place] >> UInt64(article & 63) & 1 == 1
    }

    /// Calls `body` with each article, ascending.
    public func forEach(_ body: (Int64) -> Void) {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(Int64(place) << 6 | Int64(rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
