import Corpus
import Foundation
import Testing

@testable import SearchBenchmark

struct ArticleStreamTests {
    @Test func articlesComeThroughAPipeAsTheyWere() throws {
        // One is longer than what is read at once.
        let articles = [
            article(0, body: "one"), article(1, body: ""), article(2, body: String(repeating: "long text\n\n", count: 60_000)),
            article(3, body: "ends\n"),
        ]
        #expect(try passed(articles.flatMap(ArticleStream.bytes)) == articles)
    }

    @Test(arguments: [1, 20, 40])
    func streamThatEndsEarlyIsNoticed(cut: Int) {
        let bytes = ArticleStream.bytes(of: article(7, body: "some text that is cut"))
        #expect(throws: BrokenStream.self) { try passed(Array(bytes.dropLast(cut))) }
    }

    private func article(_ number: Int, body: String) -> CorpusArticle {
        CorpusArticle(
            number: number, date: 1_500_000_000, publisher: "Two Words", title: Array("A title".utf8), deck: Array("A deck.".utf8),
            body: Array(body.utf8))
    }

    /// The articles that a reader sees of `bytes`.
    private func passed(_ bytes: [UInt8]) throws -> [CorpusArticle] {
        let path = NSTemporaryDirectory() + "/article-stream-\(getpid())-\(bytes.count)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let reader = ArticleStreamReader(descriptor: file.fileDescriptor)
        var articles: [CorpusArticle] = []
        while let article = try reader.next() { articles.append(article) }
        return articles
    }
}

struct QueryPickerTests {
    @Test func everyClassHasQueriesInBothOrders() {
        let corpus = Corpus(seed: 3, count: 300)
        var picker = QueryPicker(corpus: corpus)
        let queries = picker.queries(5)
        for queryClass in QueryClass.allCases {
            for order in AnswerOrder.allCases {
                let own = queries.filter { $0.queryClass == queryClass && $0.order == order }
                #expect(own.count == 5, "\(queryClass), \(order)")
                #expect(Set(own.map(\.words)).count == own.count)
            }
        }
        var again = QueryPicker(corpus: corpus)
        #expect(again.queries(5) == queries)
    }
}

struct ReportTests {
    @Test func timesAreReadByTheNearestRank() {
        var times = Times()
        times.add((1...20).reversed().map(Double.init))
        #expect(times.median == 10)
        #expect(times.percentile(0.95) == 19)
        #expect(times.most == 20)
        #expect(Times().median.isNaN)
    }

    @Test(arguments: [
        (0.0, "0"), (0.01234, "0.0123"), (0.5, "0.5"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (12_345.6, "12346"), (.nan, "–"),
    ])
    func numbersAreBrief(number: Double, text: String) { #expect(number.brief == text) }

    @Test func columnsOfATableLineUp() {
        #expect(Table([["a", "long"], ["wide", "b"]]).lines == ["| a    | long |", "|------|------|", "| wide | b    |"])
    }

    @Test func figuresThatAreMissedAreSaid() {
        var row = EngineResult.Row(queryClass: .frequentTerm, order: .ranked)
        row.cpu.add([1, 1, 17])
        var ours = EngineResult(engine: .ours, build: BuildFigures(articles: 1, text: 1_000_000, cpu: 0.01, parts: ["all": 800_000]))
        ours.rows = [row]
        var slow = row
        slow.cpu = Times()
        slow.cpu.add([10])
        var fts5 = EngineResult(engine: .fts5, build: BuildFigures())
        fts5.rows = [slow]
        let verdicts = SearchReport(results: [ours, fts5], articles: 1_000_000).verdicts
        func verdict(_ beginning: String) -> Bool? { verdicts.first { $0.sentence.hasPrefix(beginning) }?.isMet }
        #expect(verdict("frequent term, ranked: 95 %") == false)
        #expect(verdict("frequent term, ranked: median") == true)
        #expect(verdict("frequent term, ranked: times faster than FTS5") == false)
        #expect(verdict("rare term, ranked: not answered") == false)
        #expect(verdict("building: MB") == true)
        #expect(verdict("size of the index") == false)
    }
}
