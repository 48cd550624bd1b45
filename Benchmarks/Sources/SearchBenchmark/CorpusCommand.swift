import ArgumentParser
import Corpus

/// Measures a corpus itself: how fast it is made, and whether its words are spread as in real text.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "corpus", abstract: "The statistics of the made articles.")

    @Option(help: "How many articles the corpus has.")
    var articles = 10_000

    @Option(help: "How many of them are counted.")
    var sample = 20_000

    @Option(help: "What the corpus is made from.")
    var seed: UInt64 = 2_026

    @Option(help: "The number of an article to print instead.")
    var show: Int?

    func run() throws {
        let corpus = Corpus(seed: seed, count: articles)
        if let show {
            let article = corpus.article(show)
            for text in [article.title, article.deck, article.body] { print(String(decoding: text, as: UTF8.self) + "\n") }
            return
        }
        let start = ProcessorTime.thread()
        let bytes = WordCensus.numbers(of: corpus, sample: sample).reduce(0) { $0 + corpus.article($1).textSize }
        print("made at \((Double(bytes) / 1e6 / (ProcessorTime.thread() - start)).brief) MB of text a second of processor time")
        let check = CorpusCheck(WordCensus(of: corpus, sample: sample))
        print("\(check.articles) articles of \(check.wordsAnArticle.brief) words, \(check.bytesAnArticle.brief) bytes")
        print("\(check.words) different words, \(check.wordsOfOneArticle) of them in one article only")
        for (rank, share) in check.spread { print("the word of rank \(rank) is in \((share * 100).brief) % of the articles") }
        print("\(check.frequentWords) content words are in about a quarter of the articles")
        print("a word of medium rank that occurs in an article occurs \(check.burstiness.brief) times")
    }
}
