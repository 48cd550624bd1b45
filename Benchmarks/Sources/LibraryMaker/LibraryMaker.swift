import Articles
import Glibc
import Library
import Topics

/// Makes whole libraries: through the library's own calls, or as files that wait to be synced.
public struct LibraryMaker: Sendable {
    private static let batch = 5_000

    /// The article at an index, and the name of the file that holds it.
    private let article: @Sendable (Int) -> (file: String, article: Article)

    public init(articles: ArticleMaker) { self.init(article: { articles.article($0) }) }

    /// With articles from anywhere.
    public init(article: @escaping @Sendable (Int) -> (file: String, article: Article)) { self.article = article }

    /// Adds `count` articles, tagged, to the library of `folder`, which is made. No file of them exists, so the
    /// folder must not be synced afterwards.
    public func make(_ count: Int, in folder: String, environment: [String: String]) throws {
        mkdir(folder, 0o755)
        let library = try Library.open(folder: folder, options: LibraryOptions(environment: environment, vocabulary: .builtIn))
        defer { try? library.close() }
        let tagger = Tagger(vocabulary: .builtIn)
        let session = tagger.session()
        for start in stride(from: 0, to: count, by: Self.batch) {
            let outcomes = (start..<min(count, start + Self.batch)).map { index -> FileOutcome in
                let (file, article) = self.article(index)
                return .read(
                    path: file, stamp: FileStamp(size: 1, modified: Int64(index), inode: UInt64(index)),
                    contentHash: String(index), articles: [IncomingArticle(article, session.tagging(of: article))])
            }
            try library.apply(outcomes)
        }
        while try library.maintain() {}
    }

    /// Writes `count` articles as text files below `folder`, a thousand a folder. The bytes written.
    @discardableResult
    public func write(_ count: Int, to folder: String) throws -> Int {
        mkdir(folder, 0o755)
        mkdir(folder + "/made", 0o755)
        var bytes = 0
        for index in 0..<count {
            let (file, article) = self.article(index)
            if index % 1_000 == 0 { mkdir(folder + "/made/\(index / 1_000)", 0o755) }
            let text = article.pasted
            guard let stream = fopen(folder + "/" + file, "we") else { throw MakingFailed(path: file, number: errno) }
            defer { fclose(stream) }
            guard fputs(text, stream) >= 0 else { throw MakingFailed(path: file, number: errno) }
            bytes += text.utf8.count
        }
        return bytes
    }
}

/// A file that could not be written, with the system's error number.
public struct MakingFailed: Error, Hashable {
    public var path: String
    public var number: Int32
}
