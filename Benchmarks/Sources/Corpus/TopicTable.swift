/// The topics that articles are about: each has a vocabulary of its own, a few words of which carry most of it.
struct TopicTable: Sendable {
    private static let topics = 400
    private static let wordsATopic = 1_024

    private let words: [UInt32]
    private let law = RankLaw(ranks: TopicTable.wordsATopic, turn: 200)
    private let popularity = RankLaw(ranks: TopicTable.topics, turn: TopicTable.topics)

    init(seed: UInt64, lexicon: Lexicon) {
        var random = CorpusRandom(seed: seed ^ 0x7E3E)
        let first = Double(Lexicon.functionWords.count * 2)
        let span = min(200_000, Double(lexicon.count) / first)
        // Ranks spread evenly over their logarithms, so that a topic has common, uncommon and rare words.
        words = (0..<Self.topics * Self.wordsATopic).map { _ in
            UInt32(min(Double(lexicon.count - 1), first * Double.power(span, random.fraction())))
        }
    }

    func topic(_ random: inout CorpusRandom) -> Int { popularity.rank(random.fraction()) }

    /// The rank of a word of the topic.
    func word(of topic: Int, _ random: inout CorpusRandom) -> Int {
        Int(words[topic * Self.wordsATopic + law.rank(random.fraction())])
    }
}
