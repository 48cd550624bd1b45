import Articles

/// What the shipped weights make of an article: for each block the explanations of the topics that its words speak for.
struct ArticleReading {
    struct Block {
        /// In the article's canonical text.
        var passage: Range<Int>
        var text: String
        /// By the topic's place in the vocabulary.
        var explanations: [Int: Explanation]
    }

    /// The blocks that have text, advertising aside.
    var blocks: [Block]
    var kickers: [Int]
    /// What the title and the deck speak of.
    var announced: Set<Int> = []

    /// The log-odds of a topic in a block.
    func score(_ topic: Int, _ place: Int, prior: Double) -> Double {
        blocks[place].explanations[topic]?.score ?? prior
    }

    /// What surrounds a block, in the order of ``TopicModel/Surrounding``: probabilities by the shipped weights. Linear in the
    /// number of blocks.
    func surroundings(_ topic: Int, prior: Double) -> [[Double]] {
        let chances = blocks.indices.map { Explanation.probability(logOdds: score(topic, $0, prior: prior)) }
        let mean = chances.isEmpty ? 0 : chances.reduce(0, +) / Double(chances.count)
        let anywhere = chances.contains { $0 >= 0.5 } ? 1.0 : 0
        return blocks.indices.map { place in
            TopicModel.Surrounding.allCases.map { surrounding in
                switch surrounding {
                case .before: place > 0 ? chances[place - 1] : 0
                case .after: place + 1 < blocks.count ? chances[place + 1] : 0
                case .article: mean
                case .anywhere: anywhere
                case .first: place == 0 ? 1 : 0
                case .announced: announced.contains(topic) ? 1 : 0
                }
            }
        }
    }
}
