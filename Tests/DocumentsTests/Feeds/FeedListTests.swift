import Articles
import Formats
import Testing

@testable import Documents

@Suite struct FeedListTests {
    private static func feeds(_ text: String) throws -> [FeedSubscription] {
        try FeedReader.subscriptions(in: SourceFile(name: "feeds.opml", bytes: Array(text.utf8)))
    }

    @Test func foldersAndFeeds() throws {
        let feeds = try Self.feeds(
            """
            <?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
            <outline text="Law"><outline title="Courts"><outline type="rss" text="Bench &amp;amp; Bar" xmlUrl="http://e.com/1" htmlUrl="http://e.com/" description="About courts"/></outline>
            <outline type="rss" xmlURL=" http://e.com/2 "/></outline>
            <outline type="link" text="a page" url="http://e.com/page"/><outline type="rss" text="old" url="http://e.com/3"/>
            <outline text="again" xmlUrl="http://e.com/1"/><outline xmlUrl="|~/fetch.sh" htmlUrl="javascript:x"/>
            </body></opml>
            """)
        #expect(
            feeds == [
                FeedSubscription(title: "Bench & Bar", feedURL: "http://e.com/1", siteURL: "http://e.com/", folders: ["Law", "Courts"], summary: "About courts"),
                FeedSubscription(feedURL: "http://e.com/2", folders: ["Law"]),
                FeedSubscription(title: "old", feedURL: "http://e.com/3"),
                FeedSubscription(feedURL: "|~/fetch.sh"),
            ])
    }

    @Test func asArticles() throws {
        let file = SourceFile(name: "feeds.opml", bytes: Array("<opml><body><outline text=\"Law\"><outline xmlUrl=\"http://e.com/1\" text=\"Bench\"/></outline></body></opml>".utf8))
        let articles = try FeedReader.listReadings(in: file).map { try $0.get().article }
        #expect(articles == [Article(title: "Bench", url: "http://e.com/1", tags: ["Law"])])
    }

    @Test func whatIsNoList() throws {
        #expect(throws: FormatError(file: "feeds.opml", reason: .notInFormat(.feedList))) { try Self.feeds("<rss/>") }
        #expect(try Self.feeds("<opml><body/></opml>").isEmpty)
    }

    @Test func writtenAndReadIsTheSame() throws {
        let feeds = [
            FeedSubscription(title: "A & <B> \"C\"", feedURL: "http://e.com/?a=1&b=2", siteURL: "http://e.com/", folders: ["Law", "Courts"]),
            FeedSubscription(title: "Second", feedURL: "http://e.com/2", folders: ["Law"], summary: "With words"),
            FeedSubscription(title: "Größe", feedURL: "http://e.com/3"),
            FeedSubscription(title: "Third", feedURL: "http://e.com/4", folders: ["Law", "Courts"]),
        ]
        let text = FeedListWriter.opml(feeds, title: "Mine & others")
        // Those of one folder stand together.
        #expect(try Self.feeds(text) == [feeds[0], feeds[3], feeds[1], feeds[2]])
    }

    @Test func writesWhatXMLCanHold() {
        let text = FeedListWriter.opml([FeedSubscription(title: "a\u{0}b\u{1B}\nc", feedURL: "http://e.com/")])
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Dossier</title>
                  </head>
                  <body>
                    <outline type="rss" text="ab&#10;c" title="ab&#10;c" xmlUrl="http://e.com/"/>
                  </body>
                </opml>

                """)
    }
}
