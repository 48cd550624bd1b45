import Articles
import Formats
import Testing

@testable import Documents

/// Feeds that are no XML.
@Suite struct FeedMendingTests {
    /// What the mender makes of a text, in one piece.
    private static func mended(_ text: String) -> String {
        var mender = XMLMender(Array(text.utf8), depthLimit: 4)
        var result: [UInt8] = []
        while let piece = mender.next() { result += piece }
        return String(decoding: result, as: UTF8.self)
    }

    @Test(arguments: [
        FeedCase("well formed", "<a b=\"c\">d</a>", "<a b=\"c\">d</a>"),
        FeedCase("lone sign", "<a>R&D & x &</a>", "<a>R&amp;D &amp; x &amp;</a>"),
        FeedCase("XML's own references", "<a>&amp;&lt;&gt;&quot;&apos;</a>", "<a>&amp;&lt;&gt;&quot;'</a>"),
        FeedCase("HTML's names", "<a>&eacute;&nbsp;&hellip;&Aacute;</a>", "<a>é\u{A0}…Á</a>"),
        FeedCase("names of nobody", "<a>&nonsense;</a>", "<a>&amp;nonsense;</a>"),
        FeedCase("numbers", "<a>&#233;&#xe9;&#38;&#60;</a>", "<a>éé&amp;&lt;</a>"),
        FeedCase("number without its end", "<a>&#233 x</a>", "<a>é x</a>"),
        FeedCase("numbers of Windows-1252", "<a>&#146;&#x93;</a>", "<a>’“</a>"),
        FeedCase("numbers of nothing", "<a>&#0;&#x1F;&#xD800;&#99999999999;</a>", "<a>\u{FFFD}\u{FFFD}</a>"),
        FeedCase("controls", "<a>x\u{0}\u{8}y\u{1B}z\u{FFFF}</a>", "<a>xyz</a>"),
        FeedCase("C1 controls", "<a>don\u{92}t</a>", "<a>don’t</a>"),
        FeedCase("line ends", "<a>x\r\ny\rz</a>", "<a>x\ny\nz</a>"),
        FeedCase("CDATA", "<a><![CDATA[<b> & ]] >]]></a>", "<a>&lt;b&gt; &amp; ]] &gt;</a>"),
        FeedCase("CDATA without its end", "<a><![CDATA[x<b>", "<a>x&lt;b&gt;</a>"),
        FeedCase("the end of CDATA alone", "<a>]]></a>", "<a>]]&gt;</a>"),
        FeedCase("remark", "<a>x<!-- <b> -->y</a>", "<a>xy</a>"),
        FeedCase("remark without its end", "<a>x<!-- y</a>", "<a>x</a>"),
        FeedCase("instruction", "<a>x<?php echo '>' ?>y</a>", "<a>xy</a>"),
        FeedCase("document type inside", "<a>x<!DOCTYPE y></a>", "<a>x&lt;!DOCTYPE y&gt;</a>"),
        FeedCase("ends left out", "<a><b>x", "<a><b>x</b></a>"),
        FeedCase("ends in the wrong order", "<a><b><i>x</b></i></a>", "<a><b><i>x</i></b></a>"),
        FeedCase("end without a beginning", "<a>x</b></a>", "<a>x</a>"),
        FeedCase("HTML's elements without an end", "<a>x<br>y<img src=\"z\"></a>", "<a>x<br/>y<img src=\"z\"/></a>"),
        FeedCase("item in an item", "<c><item>x<item>y</item></c>", "<c><item>x</item><item>y</item></c>"),
        FeedCase("attributes", "<a b=c d='e' f g=\"&amp;&\" b=\"again\"/>", "<a b=\"c\" d=\"e\" g=\"&amp;&amp;\"/>"),
        FeedCase("brackets in attributes", "<a b=\"x > y < z\">t</a>", "<a b=\"x &gt; y &lt; z\">t</a>"),
        FeedCase("tag without its end", "<a><b c=\"d\" <i>x</i></b></a>", "<a><b c=\"d\"><i>x</i></b></a>"),
        FeedCase("less than", "<a>1 < 2 <3 <ada@example.com></a>", "<a>1 &lt; 2 &lt;3 &lt;ada@example.com&gt;</a>"),
        FeedCase("a second root", "<a/><b/>", "<a/><b/>"),
        FeedCase("letters beyond ASCII in names", "<é>x</é>", "<__>x</__>"),
        FeedCase("many colons", "<a:b:c>x</a:b:c>", "<a:b_c>x</a:b_c>"),
        FeedCase("too deep", "<a><b><c><d><e>x</e></d></c></b></a>", "<a><b><c><d>x</d></c></b></a>"),
    ])
    func mends(_ row: FeedCase<String>) { #expect(Self.mended(row.inside) == "<mended>" + row.expected + "</mended>") }

    @Test(arguments: [
        FeedCase("junk before it", "Warning: <b>x</b> on line 3\n<?xml version=\"1.0\"?><rss><channel><item><title>One</title></item></channel></rss>", ["One"]),
        FeedCase("blank lines before it", "\n\n  <?xml version=\"1.0\"?><rss><channel><item><title>One</title></item></channel></rss>", ["One"]),
        FeedCase("junk behind it", "<rss><channel><item><title>One</title></item></channel></rss><script>x</script>", ["One"]),
        FeedCase("two feeds", "<rss><channel><item><title>One</title></item></channel></rss><rss><channel><item><title>Two</title></item></channel></rss>", ["One", "Two"]),
        FeedCase("cut in an item", "<rss><channel><item><title>One</title></item><item><title>Two</title><descr", ["One", "Two"]),
        FeedCase("title without its end", "<rss><channel><item><title>One<link>http://e.com/1</item><item><title>Two</title></item></channel></rss>", ["Onehttp://e.com/1", "Two"]),
        FeedCase("item without its end", "<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>", ["One", "Two"]),
        FeedCase("prefix that nobody declared", "<rss><channel><item><dc:title>One</dc:title></item></channel></rss>", ["One"]),
        FeedCase("prefix of nobody's", "<rss><channel><item><zz:title>No</zz:title><title>One</title></item></channel></rss>", ["One"]),
        FeedCase("sign in a title", "<rss><channel><item><title>AT&T & Co</title></item></channel></rss>", ["AT&T & Co"]),
        FeedCase("entities of the document", "<!DOCTYPE rss [<!ENTITY co \"The Company\"><!ENTITY n \"&#78;o.\">]><rss><channel><item><title>&co; &n; 1</title></item></channel></rss>", ["The Company No. 1"]),
        FeedCase("subset without its end", "<!DOCTYPE rss [ <rss><channel><item><title>One</title></item></channel></rss>", ["One"]),
    ])
    func reads(_ row: FeedCase<[String]>) throws { #expect(try Feed.articles(row.inside).map(\.title) == row.expected) }

    @Test func piecesMakeNoDifference() throws {
        // Longer than a piece, with signs, wide characters and tags wherever the cut may fall.
        let text = String(repeating: "wörd &amp; <b>öff</b> ", count: 3_000)
        let article = try Feed.item("<description>\(text)</description>")
        let joined = String(repeating: "wörd & öff ", count: 3_000).dropLast()
        #expect(article.blocks.map(\.text).joined(separator: " ") == joined)
        let section = try Feed.item("<description><![CDATA[\(String(repeating: "<i>wörd</i> ", count: 3_000))]]></description>")
        #expect(section.blocks.map(\.text).joined(separator: " ") == String(repeating: "wörd ", count: 3_000).dropLast())
    }
}
