/// Whether a corpus is what it is said to be: measured on a sample, or on all of it.
public struct CorpusCheck: Sendable {
    public var articles: Int
    public var wordsAnArticle: Double
    public var bytesAnArticle: Double
    /// Different written words.
    public var words: Int
    /// The share of the articles that have the words of the ranks 1, 10, 100, 1,000 and 10,000.
    public var spread: [(rank: Int, share: Double)]
    /// How many content words have between a fifth and a third of the articles: the «frequent» ones of the queries.
    public var frequentWords: Int
    /// How often a word of medium rank occurs in an article that has it. Were words independent, it would be near 1.
    public var burstiness: Double
    /// How many words only one article has.
    public var wordsOfOneArticle: Int

    public init(_ census: WordCensus) {
        let ranked = census.entries.sorted { ($1.occurrences, $0.word) < ($0.occurrences, $1.word) }
        let total = Double(max(census.articles, 1))
        articles = census.articles
        wordsAnArticle = Double(census.tokens) / total
        bytesAnArticle = Double(census.bytes) / total
        words = ranked.count
        spread = [1, 10, 100, 1_000, 10_000, 100_000].filter { $0 <= ranked.count }
            .map { ($0, Double(ranked[$0 - 1].articles) / total) }
        frequentWords = ranked.count { 0.2...0.34 ~= Double($0.articles) / total && !$0.isFunctionWord }
        let medium = ranked.filter { 0.001...0.05 ~= Double($0.articles) / total }
        burstiness = Double(medium.reduce(0) { $0 + $1.occurrences }) / Double(max(1, medium.reduce(0) { $0 + $1.articles }))
        wordsOfOneArticle = ranked.count { $0.articles == 1 }
    }
}
