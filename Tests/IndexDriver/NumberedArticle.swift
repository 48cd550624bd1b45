import Articles
import Library
import Search

/// Articles that are told apart by their number.
enum NumberedArticle {
    /// A file with one article, titled by its number.
    static func file(_ number: Int, _ text: String) -> FileOutcome {
        let article = Article(
            id: "article-\(number)", title: "\(number)", language: "en", blocks: [Block(.paragraph, text)])
        return .read(
            path: path(number), stamp: FileStamp(size: Int64(text.utf8.count), modified: Int64(number) << 30, inode: UInt64(number + 1)),
            contentHash: "\(number) \(text.count)", articles: [IncomingArticle(article, links: [])])
    }

    static func path(_ number: Int) -> String { "\(number).txt" }

    /// The numbers of the articles that a query finds, whatever their count.
    static func found(_ query: String, _ order: SearchRequest.Order, in library: Library) throws -> [Int] {
        let results = try library.search(try .init(query), order: order, limit: 1_000_000, countingTo: 0, snippets: 0)
        guard results.missing == 0 else { throw Missing(count: results.missing) }
        return results.articles.compactMap { Int($0.row.title) }
    }

    /// The answer leaves articles out.
    struct Missing: Error {
        var count: Int
    }

    static func open(_ folder: String) throws -> Library {
        try Library.open(folder: folder, options: LibraryOptions(environment: ["HOME": folder], patience: 60))
    }
}
