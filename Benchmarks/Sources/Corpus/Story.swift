import Glibc

/// Something that happens: articles near one date tell of it and share its names and its topic.
struct Story: Sendable {
    private static let articlesAStory = 40
    private static let share = 45
    private static let meanAge = 4.0

    private let number: Int
    private let seed: UInt64
    private let names: Int

    /// The story that the article tells, if it tells one: most likely a new one, perhaps one that began hundreds of articles ago.
    static func of(article: Int, seed: UInt64, _ random: inout CorpusRandom) -> Story? {
        guard random.number(below: 100) < share else { return nil }
        let age = Int(-log(1 - random.fraction()) * meanAge)
        return Story(number: max(0, article / articlesAStory - age), seed: seed ^ 0x5708)
    }

    private init(number: Int, seed: UInt64) {
        self.number = number
        self.seed = seed
        names = 3 + Int(truncatingIfNeeded: CorpusRandom.mix(seed, UInt64(number) &* 2 &+ 1) % 6)
    }

    func topic(_ table: TopicTable) -> Int {
        var random = CorpusRandom(seed: seed ^ 0x70, number: number)
        return table.topic(&random)
    }

    /// The rank of one of its names: words from the long tail, the first of them the most often.
    func name(in lexicon: Int, _ random: inout CorpusRandom) -> Int {
        let name = min(random.number(below: names), random.number(below: names))
        var own = CorpusRandom(seed: seed ^ UInt64(name), number: number)
        let first = min(20_000, lexicon / 2)
        return first + own.number(below: lexicon - first)
    }
}
