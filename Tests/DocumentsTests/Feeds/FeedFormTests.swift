import Articles
import Formats
import Testing
import Text

@testable import Documents

/// Each version of each format as a whole.
@Suite struct FeedFormTests {
    private static let item = "<title>One</title><link>http://example.com/1</link><description>Words</description>"
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    @Test(arguments: [
        FeedCase("RSS 0.90", "<rdf:RDF xmlns:rdf=\"\(rdf)\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>T</title></channel><item>\(item)</item></rdf:RDF>", FeedHead.Kind.rss),
        FeedCase("RSS 0.91", "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>T</title><item>\(item)</item></channel></rss>", .rss),
        FeedCase("RSS 1.0", "<rdf:RDF xmlns:rdf=\"\(rdf)\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"http://example.com/\"><title>T</title><items><rdf:Seq><rdf:li rdf:resource=\"http://example.com/1\"/></rdf:Seq></items></channel><item rdf:about=\"http://example.com/1\">\(item)</item></rdf:RDF>", .rss),
        FeedCase("RSS 2.0", "<rss version=\"2.0\"><channel><title>T</title><item>\(item)</item></channel></rss>", .rss),
        FeedCase("RSS in a namespace", "<rss xmlns=\"http://backend.userland.com/rss2\"><channel><title>T</title><item>\(item)</item></channel></rss>", .rss),
        FeedCase("RSS in a namespace of nobody's", "<rss xmlns=\"http://example.net/mine\"><channel><title>T</title><item>\(item)</item></channel></rss>", .rss),
        FeedCase("RSS without a channel", "<rss><title>T</title><item>\(item)</item></rss>", .rss),
        FeedCase("Atom 0.3", "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>T</title><entry><title>One</title><link rel=\"alternate\" href=\"http://example.com/1\"/><content>Words</content></entry></feed>", .atom),
        FeedCase("Atom 1.0", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><title>One</title><link href=\"http://example.com/1\"/><content>Words</content></entry></feed>", .atom),
        FeedCase("Atom with a prefix", "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>T</a:title><a:entry><a:title>One</a:title><a:link href=\"http://example.com/1\"/><a:content>Words</a:content></a:entry></a:feed>", .atom),
        FeedCase("CDF", "<CHANNEL HREF=\"http://example.com/\"><TITLE>T</TITLE><ITEM HREF=\"http://example.com/1\"><TITLE>One</TITLE><ABSTRACT>Words</ABSTRACT></ITEM></CHANNEL>", .cdf),
    ])
    func versions(_ row: FeedCase<FeedHead.Kind>) throws {
        let articles = try Feed.articles(row.inside)
        try #require(articles.count == 1)
        #expect(articles[0].title == "One")
        #expect(articles[0].url == "http://example.com/1")
        #expect(articles[0].text == "Words")
        #expect(try Feed.head(row.inside).kind == row.expected)
    }

    @Test func lettersOfTheTitleStayWithTheirItem() throws {
        let titles = try Feed.articles("<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>").map(\.title)
        #expect(titles == ["a", "b"])
    }

    @Test func head() throws {
        let head = try Feed.head(
            """
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
            <channel><title>The &amp;amp; Ledger</title><link>http://example.com/</link><description>About money</description>
            <language>en-us</language><lastBuildDate>Thu, 05 Apr 2012 10:00:00 GMT</lastBuildDate><ttl>90</ttl>
            <managingEditor>ada@example.com (Ada Example)</managingEditor>
            <atom:link rel="self" href="http://example.com/feed"/><atom:link rel="hub" href="https://hub.example.com/"/>
            <atom:link rel="next" href="/feed?page=2"/><itunes:new-feed-url>https://example.com/new</itunes:new-feed-url>
            <skipHours><hour>1</hour><hour>24</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <image><title>Logo</title><link>http://example.com/logo</link></image>
            <item><title>x</title><link>http://example.com/1</link></item></channel></rss>
            """)
        var expected = FeedHead(kind: .rss)
        expected.title = "The & Ledger"
        expected.summary = "About money"
        expected.siteURL = "http://example.com/"
        expected.selfURL = "http://example.com/feed"
        expected.newURL = "https://example.com/new"
        expected.hubs = ["https://hub.example.com/"]
        expected.language = "en-US"
        expected.bylines = ["Ada Example"]
        expected.updated = ArticleDate(iso8601: "2012-04-05T10:00:00Z")
        expected.minutesBetween = 90
        expected.quietHours = [0, 1]
        expected.quietDays = [7]
        expected.nextURL = head.nextURL
        #expect(head == expected)
    }

    @Test(arguments: [
        FeedCase("hourly, twice", "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30),
        FeedCase("daily", "<sy:updatePeriod> daily </sy:updatePeriod>", 1_440),
        FeedCase("a frequency of nothing", "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 1_440),
        FeedCase("ttl that is none", "<ttl>-5</ttl>", nil),
        FeedCase("a period that is none", "<sy:updatePeriod>often</sy:updatePeriod>", nil),
    ])
    func pauses(_ row: FeedCase<Int?>) throws {
        #expect(try Feed.head("<rss><channel><title>T</title>\(row.inside)</channel></rss>").minutesBetween == row.expected)
    }

    @Test(arguments: [
        FeedCase("the same id and address", "<item><guid>http://e.com/1</guid><title>a</title></item><item><guid>http://e.com/1</guid><title>b</title></item>", 1),
        FeedCase("the same id and title", "<item><guid isPermaLink=\"false\">1</guid><title>a</title></item><item><guid isPermaLink=\"false\">1</guid><title>a</title></item>", 1),
        FeedCase("one id for all", "<item><guid isPermaLink=\"false\">1</guid><link>http://e.com/1</link></item><item><guid isPermaLink=\"false\">1</guid><link>http://e.com/2</link></item>", 2),
        FeedCase("no id, the same address and title", "<item><link>http://e.com/1</link><title>a</title></item><item><link>http://e.com/1</link><title>a</title></item>", 1),
        FeedCase("no id, the same address", "<item><link>http://e.com/1</link><title>a</title></item><item><link>http://e.com/1</link><title>b</title></item>", 2),
        FeedCase("nothing but text", "<item><description>a</description></item><item><description>b</description></item>", 2),
        FeedCase("empty items", "<item/><item></item><item><title>a</title></item>", 1),
    ])
    func repeated(_ row: FeedCase<Int>) throws {
        #expect(try Feed.articles("<rss><channel>\(row.inside)</channel></rss>").count == row.expected)
    }

    @Test func idForAllIsTakenFromTheOthers() throws {
        let articles = try Feed.articles("<rss><channel><item><guid isPermaLink=\"false\">1</guid><link>http://e.com/1</link></item><item><guid isPermaLink=\"false\">1</guid><link>http://e.com/2</link></item></channel></rss>")
        #expect(articles.map(\.id) == ["1", nil])
    }

    @Test func feedWithoutEntriesHasNone() throws {
        #expect(try Feed.articles("<rss version=\"2.0\"></rss>").isEmpty)
        #expect(try Feed.articles("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>").isEmpty)
    }

    @Test func whatIsNoFeed() {
        #expect(Feed.error([]) == FormatError(file: "news.xml", reason: .empty))
        #expect(Feed.error(Array("<svg><title>x</title></svg>".utf8)) == FormatError(file: "news.xml", reason: .notInFormat(.feed)))
        #expect(
            FormatError(file: "news.xml", reason: .notInFormat(.feed)).message
                == "news.xml: the file begins like a feed, but nothing in it could be read as one; fetch or save it anew")
    }
}
