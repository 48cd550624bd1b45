import Articles
import Formats
import Foundation
import Testing

@testable import Documents

enum FeedFuzz {
    static let isSoak = ProcessInfo.processInfo.environment["DOSSIER_SOAK"] == "1"

    static let seeds: [(name: String, text: String)] = [
        (
            "rss",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE rss [<!ENTITY co "Company">]>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Ledger &amp; more</title><link>http://example.com/</link><language>en</language>
            <item><title>Bänk &co; fined</title><link>http://example.com/1?a=1&amp;b=2</link><guid isPermaLink="false">1</guid>
            <dc:creator>Ada Example</dc:creator><pubDate>Thu, 05 Apr 2012 10:00:00 GMT</pubDate><category domain="x">Fraud</category>
            <description>&lt;p&gt;Teaser&lt;/p&gt;</description><content:encoded><![CDATA[<p>All <a href="/x">of</a> it</p>]]></content:encoded></item>
            <item><title>Two</title><description><p>inline<br>line</p></description><source url="http://e.com/">Else</source></item>
            </channel></rss>
            """
        ),
        (
            "atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="http://example.com/"><title type="html">T &lt;b>x&lt;/b></title>
            <link rel="self" href="feed"/><author><name>Ada Example</name></author><id>urn:1</id>
            <entry><id>urn:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i></div></title>
            <link href="1"/><published>2012-04-05T10:00:00Z</published><updated>2012-04-06</updated><category term="a" label="A"/>
            <content type="application/octet-stream">PHA+T25lPC9wPg==</content><source><title>S</title></source></entry></feed>
            """
        ),
        (
            "json",
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://example.com/1","title":"One \\u00e9",
            "content_html":"<p>Words</p>","date_published":"2012-04-05T10:00:00Z","authors":[{"name":"Ada"}],"tags":["a","b"]},{"id":2}]}
            """
        ),
        (
            "opml",
            "<opml version=\"2.0\"><body><outline text=\"Law\"><outline type=\"rss\" text=\"A &amp; B\" xmlUrl=\"http://e.com/1\"/></outline></body></opml>"
        ),
    ]

    private static let pieces: [[UInt8]] =
        [
            "<", ">", "&", "&#", "&#x110000;", "&amp;", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [", "</item>", "<item>",
            "<entry>", "</channel>", "<title>", "\"", "'", "xmlns=\"http://x/\"", "xml:base=\"//\"", "\u{0}", "\u{1B}", "\u{202E}",
            "<script>", "javascript:", "{", "}", "[", "]", ",", "\\u", "\\ud800", "type=\"base64\"", "mode=\"base64\"", "\u{FEFF}", "<a:b:c>", "=",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xE2, 0x80], [0x00, 0x3C], [0xED, 0xA0, 0x80], [0x92]]

    static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 3: bytes = Array(bytes[..<place])
            default: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
            }
        }
        return bytes
    }
}

/// Feeds with faults put into them from a seed: no reader may crash, hang or make an unsound article of any.
@Suite struct FeedFuzzTests {
    @Test func mutatedFeeds() {
        var random = SplitMix64(seed: 20_120_405)
        for round in 0..<(FeedFuzz.isSoak ? 20_000 : 150) {
            for seed in FeedFuzz.seeds {
                let bytes = FeedFuzz.mutated(Array(seed.text.utf8), &random)
                Self.check(bytes, "round \(round) of \(seed.name)")
            }
        }
    }

    @Test func everyPrefix() {
        for seed in FeedFuzz.seeds {
            let bytes = Array(seed.text.utf8)
            for end in stride(from: 1, through: bytes.count, by: FeedFuzz.isSoak ? 1 : 5) {
                Self.check(Array(bytes[..<end]), "\(end) bytes of \(seed.name)")
            }
        }
    }

    /// What is read of a beginning is what is read of the whole, but for the entry in which it ends.
    @Test func aBeginningGivesTheFirstEntries() throws {
        let entries = (0..<30).map { "<item><guid isPermaLink=\"false\">\($0)</guid><title>Title \($0)</title></item>" }
        let whole = "<rss><channel><title>T</title>" + entries.joined() + "</channel></rss>"
        let all = try Feed.articles(whole)
        let bytes = Array(whole.utf8)
        for end in stride(from: 40, to: bytes.count, by: 7) {
            let some = try Feed.articles(Array(bytes[..<end]))
            #expect(all.starts(with: some.dropLast()), "\(end) bytes")
        }
    }

    private static func check(_ bytes: [UInt8], _ comment: Comment) {
        let file = SourceFile(name: "f", bytes: bytes)
        for format in [FileFormat.feed, .jsonFeed, .feedList] {
            do {
                for result in try Documents.readings(in: file, format: format) {
                    if case .success(let reading) = result { expectSound(reading.article, comment) }
                }
            } catch {
                #expect(error.file == "f", comment)
            }
        }
        _ = try? FeedReader.head(of: file)
    }

    private static func expectSound(_ article: Article, _ comment: Comment) {
        for text in [article.title, article.deck ?? "", article.id ?? ""] + article.bylines + article.tags {
            #expect(text.utf8.count <= FormatLimits().fieldSize, comment)
            #expect(!text.utf8.contains { $0 < 0x20 }, comment)
        }
        for block in article.blocks {
            for span in block.spans {
                #expect(span.start >= 0 && span.start <= span.end && span.end <= block.text.utf8.count, comment)
                guard span.kind == .link, let target = span.target?.lowercased() else { continue }
                #expect(["http:", "https:", "mailto:"].contains { target.hasPrefix($0) }, comment)
            }
        }
    }
}
