import Documents
import Formats
import Testing

/// The feeds that a page names.
@Suite struct FeedDiscoveryTests {
    private func feeds(_ head: String) -> [FeedSubscription] {
        FeedDiscovery(Array("<!DOCTYPE html><html><head>\(head)</head><body><p>Text.</p></body></html>".utf8)).feeds
    }

    private static let cases: [(name: String, head: String, feeds: [FeedSubscription])] = [
        ("rss", #"<link rel="alternate" type="application/rss+xml" href="/a">"#, [.init(feedURL: "/a")]),
        ("atom, in capitals", #"<LINK REL=Alternate TYPE=APPLICATION/ATOM+XML HREF=a.xml TITLE=" The  news ">"#, [.init(title: "The news", feedURL: "a.xml")]),
        ("json feed", #"<link rel="alternate" type="application/feed+json" href="/feed.json">"#, [.init(feedURL: "/feed.json")]),
        ("some other json", #"<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">"#, []),
        ("with a character set", #"<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/a">"#, [.init(feedURL: "/a")]),
        ("rel feed without a type", #"<link rel="feed" href="/a">"#, [.init(feedURL: "/a")]),
        ("a style", #"<link rel="alternate stylesheet" type="text/xml" href="/a">"#, []),
        ("a language", #"<link rel="alternate" hreflang="fr" href="/fr">"#, []),
        ("no address", #"<link rel="alternate" type="application/rss+xml" href=" ">"#, []),
        (
            "twice, and comments first",
            #"<link rel="alternate" type="text/xml" title="Comments" href="/c"><link rel="alternate" type="text/xml" href="/a">"#
                + #"<link rel="alternate" type="text/xml" href="/a">"#, [.init(feedURL: "/a"), .init(title: "Comments", feedURL: "/c")]
        ),
    ]

    @Test(arguments: cases.indices) func finds(index: Int) {
        let one = Self.cases[index]
        #expect(feeds(one.head) == one.feeds, "\(one.name)")
    }

    @Test func isBounded() {
        let many = (0..<5_000).map { #"<link rel="alternate" type="application/rss+xml" href="/\#($0)">"# }.joined()
        #expect(feeds(many).count == 100)
        #expect(feeds(#"<link rel="alternate" type="application/rss+xml" href="/\#(String(repeating: "a", count: 5_000))">"#) == [])
        #expect(FeedDiscovery([]).feeds == [] && FeedDiscovery([0xFF, 0, 0x3C]).feeds == [])
        #expect(FeedDiscovery(Array(#"<base href="/x/">"#.utf8)).base == "/x/")
    }
}
