import Articles
import Formats
import Testing

@testable import Documents

@Suite struct JSONFeedTests {
    private static func articles(_ text: String, limits: FormatLimits = FormatLimits()) throws -> [Article] {
        try FeedReader.jsonReadings(in: SourceFile(name: "feed.json", bytes: Array(text.utf8)), limits: limits)
            .map { try $0.get().article }
    }

    private static func item(_ members: String, head: String = "") throws -> Article {
        let all = try articles("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Ledger\",\(head)\"items\":[{\(members)}]}")
        try #require(all.count == 1)
        return all[0]
    }

    @Test func everyMember() throws {
        let article = try Self.item(
            """
            "id": "tag:1", "url": "https://example.com/1", "external_url": "https://example.org/", "title": "Profit &amp; loss",
            "content_html": "<p>One</p><p>Two</p>", "content_text": "No", "summary": "What it means for the others",
            "date_published": "2012-04-05T10:00:00+02:00", "date_modified": "2012-04-06T10:00:00+02:00",
            "authors": [{"name": "Ada Example", "url": "https://example.com/a"}, {"name": "Bo Sample"}, {"avatar": "x"}],
            "tags": ["fraud", "tax", "fraud"], "language": "de-at", "attachments": [{"url": "x", "title": "No"}]
            """)
        #expect(
            article
                == Article(
                    id: "tag:1", title: "Profit & loss", deck: "What it means for the others", bylines: ["Ada Example", "Bo Sample"],
                    publisher: "The Ledger", published: ArticleDate(iso8601: "2012-04-05T10:00:00+02:00"),
                    updated: ArticleDate(iso8601: "2012-04-06T10:00:00+02:00"), language: "de-AT", url: "https://example.com/1",
                    tags: ["fraud", "tax"], blocks: [Block(.paragraph, "One"), Block(.paragraph, "Two")]))
    }

    @Test func otherForms() throws {
        #expect(try Self.item("\"id\": 17, \"content_text\": \"One\\n\\nTwo <b>\"").blocks.map(\.text) == ["One", "Two <b>"])
        #expect(try Self.item("\"id\": 17, \"title\": \"x\"").id == "17")
        #expect(try Self.item("\"external_url\": \"https://example.org/e\", \"title\": \"x\"").url == "https://example.org/e")
        #expect(try Self.item("\"id\": \"https://example.org/i\", \"title\": \"x\"").url == "https://example.org/i")
        #expect(try Self.item("\"title\": \"x\", \"author\": {\"name\": \"Ada\"}").bylines == ["Ada"])
        #expect(try Self.item("\"title\": \"x\"", head: "\"author\": {\"name\": \"Ada\"},").bylines == ["Ada"])
        #expect(try Self.item("\"title\": \"\\u00e9\\ud834\\udd1e\\ud800 \\\"\\/\\n\\t\"").title == "é𝄞\u{FFFD} \"/")
        #expect(try Self.item("\"url\": \"javascript:x\", \"title\": \"x\"").url == nil)
    }

    @Test func membersBehindTheItemsCount() throws {
        let articles = try Self.articles("{\"items\": [{\"id\": \"1\", \"title\": \"x\"}], \"title\": \"Late\", \"version\": \"https://jsonfeed.org/version/1\"}")
        #expect(articles.map(\.publisher) == ["Late"])
    }

    @Test func head() throws {
        let text = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "description": "D", "home_page_url": "https://e.com/",
             "feed_url": "https://e.com/f.json", "next_url": "https://e.com/2.json", "language": "en", "expired": true,
             "hubs": [{"type": "WebSub", "url": "https://hub.example.com/"}], "items": [{"id": "1"}]}
            """
        var expected = FeedHead(kind: .json)
        (expected.title, expected.summary, expected.siteURL) = ("T", "D", "https://e.com/")
        (expected.selfURL, expected.nextURL) = ("https://e.com/f.json", "https://e.com/2.json")
        (expected.hubs, expected.language, expected.isComplete) = (["https://hub.example.com/"], "en", true)
        #expect(try FeedReader.head(of: SourceFile(name: "f.json", bytes: Array(text.utf8))) == expected)
    }

    @Test(arguments: [
        ("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"a\"},{\"id\":\"2\",\"title\":\"b", ["a"]),
        ("{\"items\":[{\"title\":\"a\"},null,7,\"x\"]}", ["a"]),
        ("{\"items\":[{\"title\":\"a\",},{\"title\":\"b\"},],}", ["a", "b"]),
        ("{\"items\":[]}", []),
        ("\u{FEFF} {\"items\":[{\"title\":\"a\"}]}", ["a"]),
        ("{\"items\":[{\"title\":\"a\",\"x\":\(String(repeating: "[", count: 70))\(String(repeating: "]", count: 70))},{\"title\":\"b\"}]}", ["a", "b"]),
    ])
    func faults(_ text: String, _ titles: [String]) throws { #expect(try Self.articles(text).map(\.title) == titles) }

    @Test func whatIsNoFeed() {
        #expect(throws: FormatError(file: "feed.json", reason: .notInFormat(.jsonFeed))) { try Self.articles("{\"a\": 1}") }
        #expect(throws: FormatError(file: "feed.json", reason: .notInFormat(.jsonFeed))) { try Self.articles("[1, 2]") }
        let deep = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + String(repeating: "[", count: 1_000)
        #expect(throws: FormatError(file: "feed.json", reason: .notInFormat(.jsonFeed))) { try Self.articles(deep) }
    }

    @Test func entriesBeyondTheLimitAreSaidToBeLeftOut() throws {
        var limits = FormatLimits()
        limits.articles = 2
        let text = "{\"items\":[{\"id\":1},{\"id\":2},{\"id\":3},{\"id\":4}]}"
        let results = Array(try FeedReader.jsonReadings(in: SourceFile(name: "f.json", bytes: Array(text.utf8)), limits: limits))
        #expect(results.count == 3)
        #expect(throws: FormatError(file: "f.json", reason: .tooManyEntries(limit: 2))) { try results[2].get() }
    }
}
