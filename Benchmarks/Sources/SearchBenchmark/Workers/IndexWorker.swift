import Corpus
import Foundation
import Search

/// The project's own index, through the calls that the library makes.
final class IndexWorker: SearchWorker {
    private static let batch = 500

    private var index: IndexFolder
    private let analyser = WordAnalyser()

    init(opening folder: String) throws { index = try IndexFolder(folder, readOnly: true) }

    /// An index that is there is added to, a batch a transaction with what a background queue would do between; else it
    /// is made anew.
    static func build(_ folder: String, from stream: ArticleStreamReader) throws -> (articles: Int, text: Int) {
        let index = try IndexFolder(folder)
        var (articles, text) = (0, 0)
        func next() throws -> IndexedDocument? {
            guard let article = try stream.next() else { return nil }
            articles += 1
            text += article.textSize
            return document(article)
        }
        if index.snapshot().articleCount > 0 {
            while let first = try next() {
                var documents = [first]
                while documents.count < batch, let document = try next() { documents.append(document) }
                try index.add(documents)
                try index.commit(upTo: documents.last?.change ?? 0)
                try index.maintain()
            }
            try index.flush()
        } else {
            try index.rebuild(upTo: 0) { add in while let document = try next() { try add([document]) } }
        }
        return (articles, text)
    }

    static func parts(_ folder: String) throws -> [String: Int] {
        let composition = IndexComposition(try IndexFolder(folder, readOnly: true).snapshot())
        var parts = Dictionary(uniqueKeysWithValues: composition.bytes.map { ($0.share.rawValue, $0.bytes) })
        parts["files beside the segments"] = try FolderSize.parts(folder).values.reduce(0, +) - parts.values.reduce(0, +)
        return parts
    }

    func search(_ query: BenchmarkQuery) throws -> [Int]? {
        try searcher().search(query.request()).hits.map { Int($0.article) }
    }

    func count(_ query: BenchmarkQuery) throws -> Int {
        switch try searcher().count(of: query.request().query, upTo: .max - 1) {
        case .exactly(let count), .moreThan(let count): count
        }
    }

    func add(_ article: CorpusArticle) throws {
        if index.isReadOnly { index = try IndexFolder(index.path) }
        let document = Self.document(article)
        try index.add([document])
        try index.commit(upTo: document.change)
    }

    func mergeInBackground() throws -> Bool {
        try index.flush()
        let index = index
        Thread.detachNewThread { try? index.compact() }
        return true
    }

    /// Looks what another process has written since, as every search of the program does.
    private func searcher() throws -> IndexSearch {
        try index.refresh()
        return IndexSearch(index.snapshot(), source: NoConditions(), languages: [.english], analyser: analyser)
    }

    private static func document(_ article: CorpusArticle) -> IndexedDocument {
        IndexedDocument(
            article: Int64(article.number), order: article.date << 8, change: Int64(article.number) + 1,
            parts: [
                .init(.title, String(decoding: article.title, as: UTF8.self)),
                .init(.deck, String(decoding: article.deck, as: UTF8.self)),
                .init(.publisher, article.publisher),
                .init(.body, String(decoding: article.body, as: UTF8.self)),
            ],
            keywords: [IndexKeyword(.language, "en"), IndexKeyword(.publisher, article.publisher)])
    }
}
