import Articles
import Library
import Topics

/// An article of very many lines, for what must not cost more the longer an article is.
enum LongArticle {
    private static let linesAParagraph = 5

    /// Adds it to the library of `folder` as its newest article.
    static func add(lines: Int, to folder: String, environment: [String: String]) throws {
        let library = try Library.open(folder: folder, options: LibraryOptions(environment: environment, vocabulary: .builtIn))
        let article = article(lines: lines)
        let tagging = Tagger(vocabulary: .builtIn).session().tagging(of: article)
        try library.apply([
            .read(
                path: "made/long.txt", stamp: FileStamp(size: 1, modified: 1, inode: 1), contentHash: "long",
                articles: [IncomingArticle(article, tagging)])
        ])
        while try library.maintain() {}
        try library.close()
    }

    /// Paragraphs of five lines each at the reader's usual measure; every twentieth names the harbour.
    private static func article(lines: Int) -> Article {
        let sentence = "The registrar kept the evidence, and the court asked for data of the subscriber within ninety days. "
        let text = String(repeating: sentence, count: 3) + "So it was told."
        let blocks = (0..<lines / linesAParagraph).map { number in
            Block(.paragraph, "\(number). " + (number % 20 == 0 ? "In the harbour: " : "") + text)
        }
        return Article(
            title: "An article of \(lines) lines", publisher: "Example Gazette", published: ArticleDate(year: 2027, month: 1, day: 1),
            language: "en", blocks: blocks)
    }
}
