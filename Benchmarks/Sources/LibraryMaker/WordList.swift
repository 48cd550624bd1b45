/// Words by rank, the most frequent first: English function words, then made-up ones that look like English, as many as
/// asked. The word at a rank is always the same.
public struct WordList: Sendable {
    private static let functionWords = """
        the of and to in a that for is on with as by it was are be at from this have an which or not has its were they but \
        their will been who had would more one all when there other into than some may such under over after before
        """.split(separator: " ").map(String.init)

    private static let onsets = ["b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "l", "m", "n", "p", "pr", "qu", "r", "s", "st", "t", "tr", "v", "w"]
    private static let vowels = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
    private static let codas = ["", "", "n", "r", "l", "s", "t", "nd", "rt", "st", "m", "ck"]
    private static let endings = ["", "", "", "ing", "ed", "s", "tion", "er", "al", "ly", "ment", "ity"]

    private let words: [String]

    public init(count: Int) {
        var generator = SplitMix64(seed: 0x0D05_51E2)
        var seen = Set(Self.functionWords)
        var words = Self.functionWords
        words.reserveCapacity(count)
        while words.count < count {
            let word = Self.madeUp(syllables: words.count < 2_000 ? 1 : words.count < 40_000 ? 2 : 3, &generator)
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
    }

    public var count: Int { words.count }

    public subscript(rank: Int) -> String { words[rank] }

    private static func madeUp(syllables: Int, _ generator: inout SplitMix64) -> String {
        var word = ""
        for _ in 0..<(syllables + generator.number(below: 2)) {
            word += generator.pick(onsets) + generator.pick(vowels) + generator.pick(codas)
        }
        return word + generator.pick(endings)
    }
}
