import Articles
import Documents
import Formats
import Foundation
import TestSupport
import Testing
import Text

/// The cache of newsboat: the file is among the seeds of the fuzzer.
@Suite struct NewsboatReaderTests {
    private static func cache(_ name: String = "cache.db") throws -> SourceFile {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return SourceFile(name: name, bytes: Array(try Data(contentsOf: tests.appending(path: "FuzzTargets/Seeds/newsboat/cache.db"))))
    }

    private static func articles(_ file: SourceFile) throws -> [Article] {
        try Documents.readings(in: file).map { try $0.get().article }
    }

    @Test func itemsOfTheCache() throws {
        let file = try Self.cache("anything")
        #expect(try Formats.format(of: file) == .newsboat)
        let articles = try Self.articles(file)
        #expect(articles.map(\.title) == ["Harbour bank fined", "Two & a half", "A link alone", "No address"])
        #expect(articles.map(\.tags) == [["read", "flag-A", "flag-b"], ["unread", "enqueued"], ["unread"], ["read"]])
        #expect(articles.map(\.publisher) == ["The Ledger", "The Ledger", nil, nil])
        #expect(articles.map(\.url) == ["https://example.org/a", "https://example.org/b", "https://example.org/d", nil])
        #expect(articles.map(\.id) == ["https://example.org/feed/a-1", "https://example.org/b", "https://example.net/other/4", "https://example.net/other/5"])
        #expect(articles[0].bylines == ["Ada Example"] && articles[0].language == "en")
        #expect(articles[0].published == ArticleDate(iso8601: "2025-03-04T09:15:00Z") && articles[2].published == nil)
        #expect(articles[0].text.hasSuffix("three times. More") && !articles[0].text.contains("x()"))
        #expect(articles[0].blocks.flatMap(\.spans).map(\.target) == ["https://example.org/b"])
        #expect(articles[1].blocks.map(\.text) == ["Plain text of it.", "Another paragraph."])
        #expect(articles[2].text == "https://example.org/d")
    }

    /// One whose log stood beside it is read as far as it was moved into the file.
    @Test func aCacheWithALog() throws {
        var file = try Self.cache()
        (file.bytes[18], file.bytes[19]) = (2, 2)
        #expect(try Self.articles(file).count == 4)
    }

    @Test func otherDatabases() throws {
        let file = SourceFile(name: "x.db", bytes: Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 0, count: 4_096))
        #expect(throws: FormatError(file: "x.db", reason: .unread(.database))) { try Formats.format(of: file) }
        let named = SourceFile(name: "x.db", bytes: file.bytes + Array("TABLE rss_item TABLE rss_feed".utf8))
        #expect(throws: FormatError.self) { try Documents.readings(in: named) }
    }

    /// A schema that runs something when it is read: names are changed in place, so that a table becomes a view of that name.
    @Test func schemasThatDoSomething() throws {
        let file = try Self.cache()
        let mark = Array("CREATE TABLE rss_item (".utf8)
        let place = try #require(file.bytes.indices.first { file.bytes[$0...].starts(with: mark) })
        for sql in [
            "CREATE VIEW rss_item AS SELECT load_extension('x') AS title, 1 AS url; -- TABLE rss_item",
            "CREATE VIRTUAL TABLE rss_item USING fts5(a); -- TABLE rss_item",
            "CREATE TABLE rss_item(title AS (randomblob(999999999)), url); -- TABLE rss_item",
        ] {
            var hostile = file
            hostile.bytes.replaceSubrange(place..<(place + sql.utf8.count), with: Array(sql.utf8))
            var count = 0
            do {
                for case .success in try Documents.readings(in: hostile, format: .newsboat) { count += 1 }
            } catch {
                #expect(!(error as FormatError).message.isEmpty)
            }
            #expect(count == 0, "\(sql)")
        }
    }
}
