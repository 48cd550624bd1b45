import Corpus

/// An engine inside a process of its own, so that its memory and its time are nobody else's.
protocol SearchWorker: AnyObject {
    /// Opens an index to be searched.
    init(opening folder: String) throws

    /// Adds the articles of the stream, a batch at a time, to the index of the folder, which is made where it is missing.
    /// The articles and bytes of text that were read.
    static func build(_ folder: String, from stream: ArticleStreamReader) throws -> (articles: Int, text: Int)

    /// Bytes on disk by what they are for.
    static func parts(_ folder: String) throws -> [String: Int]

    /// The numbers of the first articles. Nothing where the engine has no such query.
    func search(_ query: BenchmarkQuery) throws -> [Int]?

    func count(_ query: BenchmarkQuery) throws -> Int

    /// Adds one article and returns when the next search would find it.
    func add(_ article: CorpusArticle) throws

    /// Begins to merge all of the index beside what else is asked. False where the engine has no such thing.
    func mergeInBackground() throws -> Bool
}

extension SearchWorker {
    func mergeInBackground() throws -> Bool { false }
}
