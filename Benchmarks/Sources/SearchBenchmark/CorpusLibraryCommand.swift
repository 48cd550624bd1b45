import ArgumentParser
import Articles
import Corpus
import Foundation
import LibraryMaker

/// A library of articles of the corpus, made through the library's own calls, for figures of the whole program.
struct CorpusLibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus-library", abstract: "Make a library of the corpus's articles, through the library's own calls.")

    @Option(help: "How many articles the library has.")
    var articles = 10_000

    @Option(help: "What the corpus is made from.")
    var seed: UInt64 = 2_026

    @Argument(help: "The folder to make it in.")
    var folder: String

    func run() throws {
        let corpus = Corpus(seed: seed, count: articles)
        let maker = LibraryMaker { number in ("made/\(number / 1_000)/\(number).txt", corpus.article(number).article) }
        let environment = ["HOME": folder + "/home", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        let start = ContinuousClock.now
        try maker.make(articles, in: folder, environment: environment)
        let seconds = (ContinuousClock.now - start).seconds
        print("\(articles) articles in \(seconds.brief) s, \((Double(articles) / seconds).brief) a second")
    }
}

extension CorpusArticle {
    /// As the library takes it: a block a paragraph.
    var article: Article {
        var blocks: [Block] = []
        var start = body.startIndex
        while start < body.endIndex {
            // Paragraphs have an empty line between them.
            let end = body[start...].firstIndex(of: 10) ?? body.endIndex
            blocks.append(Block(.paragraph, String(decoding: body[start..<end], as: UTF8.self)))
            start = min(body.endIndex, end + 2)
        }
        return Article(
            title: String(decoding: title, as: UTF8.self), deck: String(decoding: deck, as: UTF8.self), publisher: publisher,
            published: ArticleDate(timestamp: date), language: "en", blocks: blocks)
    }
}
