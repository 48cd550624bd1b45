import Articles
import Documents
import Formats
import Testing

/// Reading feeds in tests.
enum Feed {
    static func articles(_ bytes: [UInt8], limits: FormatLimits = FormatLimits()) throws -> [Article] {
        try FeedReader.readings(in: SourceFile(name: "news.xml", bytes: bytes), limits: limits).map { try $0.get().article }
    }

    static func articles(_ text: String) throws -> [Article] { try articles(Array(text.utf8)) }

    /// The only article of an RSS feed whose item holds `inside`.
    static func item(_ inside: String, head: String = "") throws -> Article {
        let all = try articles("<rss version=\"2.0\"><channel><title>The Ledger</title>\(head)<item>\(inside)</item></channel></rss>")
        try #require(all.count == 1)
        return all[0]
    }

    /// The only article of an Atom feed whose entry holds `inside`.
    static func entry(_ inside: String, head: String = "", attributes: String = "") throws -> Article {
        let all = try articles(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)><title>The Ledger</title>\(head)<entry>\(inside)</entry></feed>")
        try #require(all.count == 1)
        return all[0]
    }

    static func head(_ text: String) throws -> FeedHead {
        try #require(try FeedReader.head(of: SourceFile(name: "news.xml", bytes: Array(text.utf8))))
    }

    static func error(_ bytes: [UInt8], limits: FormatLimits = FormatLimits()) -> FormatError? {
        do {
            _ = try FeedReader.readings(in: SourceFile(name: "news.xml", bytes: bytes), limits: limits)
            return nil
        } catch {
            return error
        }
    }
}

/// One row of a table: what stands in the entry, and what is expected of it.
struct FeedCase<Value: Sendable>: Sendable, CustomTestStringConvertible {
    let name: String
    let inside: String
    let expected: Value

    init(_ name: String, _ inside: String, _ expected: Value) {
        self.name = name
        self.inside = inside
        self.expected = expected
    }

    var testDescription: String { name }
}
