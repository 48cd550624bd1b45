/// Articles made from a seed that are, to a search engine, like real news: word frequencies with a long tail, two or three
/// topics an article with vocabularies of their own, words that come in bursts, names that a run of articles near one date
/// shares, inflected forms. The article of a number depends on seed and number alone; its date also on how many articles
/// the corpus has, which are spread over ten years.
public struct Corpus: Sendable {
    private static let firstDate: Int64 = 1_420_070_400
    private static let years: Int64 = 10
    /// Of the body, so that title, deck and the end of the last sentence make it 500.
    private static let wordsAnArticle = 465
    /// With their endings, a million articles show somewhat more than a million different words.
    private static let stems = 950_000

    public let seed: UInt64
    public let count: Int
    private let lexicon: Lexicon
    private let law: RankLaw
    private let topics: TopicTable
    private let publishers = RankLaw(ranks: Corpus.publisherNames.count, turn: Corpus.publisherNames.count)

    private static let publisherNames = ["Wire", "Gazette", "Courier", "Monitor", "Ledger", "Herald", "Notes", "Review"]
        .flatMap { paper in ["Harbour", "Northern", "Example", "Field", "River"].map { "\($0) \(paper)" } }

    public init(seed: UInt64, count: Int) { self.init(seed: seed, count: count, stems: Self.stems) }

    /// With fewer words, which are made sooner.
    init(seed: UInt64, count: Int, stems: Int) {
        self.seed = seed
        self.count = count
        lexicon = Lexicon(count: stems)
        law = RankLaw(ranks: stems, turn: 10_000)
        topics = TopicTable(seed: seed, lexicon: lexicon)
    }

    /// Numbers from `count` on are articles that come later.
    public func article(_ number: Int) -> CorpusArticle {
        lexicon.withWords { words in
            var writer = ArticleWriter(words: words, law: law, table: topics, seed: seed, number: number)
            let length = writer.length(mean: Self.wordsAnArticle)
            let size = (length + 128) * LexiconView.longest
            return withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
                let start = buffer.baseAddress.unsafelyUnwrapped
                let titleEnd = writer.title(to: start)
                let deckEnd = writer.sentence(10 + number % 12, to: titleEnd)
                let end = writer.paragraphs(length, to: deckEnd)
                return CorpusArticle(
                    number: number, date: date(number),
                    publisher: Self.publisherNames[publishers.rank(writer.random.fraction())],
                    title: Self.bytes(start, titleEnd), deck: Self.bytes(titleEnd, deckEnd), body: Self.bytes(deckEnd, end))
            }
        }
    }

    private func date(_ number: Int) -> Int64 {
        let span = Self.years * 365 * 86_400
        return Self.firstDate + Int64(number) * span / Int64(max(count, 1))
    }

    private static func bytes(_ start: UnsafeMutableRawPointer, _ end: UnsafeMutableRawPointer) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: start, count: end - start))
    }
}
