import Articles
import Formats
import Testing

@testable import Documents

/// What each element of each vocabulary becomes.
@Suite struct FeedElementTests {
    @Test(arguments: [
        FeedCase("plain", "<title>Bank fined</title>", "Bank fined"),
        FeedCase("white space", "<title>\n  Bank\n fined </title>", "Bank fined"),
        FeedCase("HTML, escaped", "<title>Bank &lt;b&gt;fined&lt;/b&gt;</title>", "Bank fined"),
        FeedCase("HTML in CDATA", "<title><![CDATA[Bank <em>fined</em>]]></title>", "Bank fined"),
        FeedCase("HTML as elements", "<title>Bank <em>fined</em> again</title>", "Bank fined again"),
        FeedCase("escaped twice", "<title>Profit &amp;amp; loss</title>", "Profit & loss"),
        FeedCase("reference in CDATA", "<title><![CDATA[Profit &amp; loss &#8211; 2012]]></title>", "Profit & loss – 2012"),
        FeedCase("HTML's name", "<title>Caf&eacute; raid</title>", "Café raid"),
        FeedCase("brackets that are no markup", "<title>Why &lt;blink&gt; died</title>", "Why <blink> died"),
        FeedCase("less than", "<title>Losses &lt; 5 million</title>", "Losses < 5 million"),
        FeedCase("Dublin Core, where RSS says nothing", "<dc:title>Other</dc:title>", "Other"),
        FeedCase("RSS before Dublin Core", "<dc:title>Other</dc:title><title>Own</title>", "Own"),
        FeedCase("Media RSS", "<media:group><media:title>Film</media:title></media:group>", "Film"),
        FeedCase("of an image inside", "<image><title>Logo</title></image><title>Own</title>", "Own"),
        FeedCase("of a foreign vocabulary", "<x:title xmlns:x=\"http://example.com/x\">Other</x:title><title>Own</title>", "Own"),
        FeedCase("in capitals", "<TITLE>Own</TITLE>", "Own"),
        FeedCase("none: the first sentence", "<description>The court ruled on Monday. More to come.</description>", "The court ruled on Monday."),
    ])
    func titles(_ row: FeedCase<String>) throws { #expect(try Feed.item(row.inside).title == row.expected) }

    @Test(arguments: [
        FeedCase("no type", "<title>Why &lt;b>so&lt;/b></title>", "Why <b>so</b>"),
        FeedCase("text", "<title type=\"text\">Profit &amp; loss</title>", "Profit & loss"),
        FeedCase("html", "<title type=\"html\">Why &lt;b>so&lt;/b></title>", "Why so"),
        FeedCase("xhtml", "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Why <b>so</b></div></title>", "Why so"),
        FeedCase("xhtml with escaped brackets", "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Why &lt;b></div></title>", "Why <b>"),
        FeedCase("Atom 0.3, escaped", "<title mode=\"escaped\" type=\"text/html\">Why &lt;b>so&lt;/b></title>", "Why so"),
        FeedCase("Atom 0.3, Base64", "<title mode=\"base64\" type=\"text/html\">V2h5IDxiPnNvPC9iPg==</title>", "Why so"),
        FeedCase("text that has elements all the same", "<title type=\"text\">Why <b>so</b></title>", "Why so"),
    ])
    func atomTitles(_ row: FeedCase<String>) throws { #expect(try Feed.entry(row.inside).title == row.expected) }

    @Test(arguments: [
        FeedCase("description", "<description>One &lt;b&gt;two&lt;/b&gt;</description>", ["One two"]),
        FeedCase("paragraphs", "<description>&lt;p>One&lt;/p>&lt;p>Two&lt;/p></description>", ["One", "Two"]),
        FeedCase("plain with an empty line", "<description>One\nline\n\nTwo</description>", ["One line", "Two"]),
        FeedCase("content before description", "<description>Teaser</description><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>", ["All of it"]),
        FeedCase("empty content", "<description>All there is</description><content:encoded> </content:encoded>", ["All there is"]),
        FeedCase("XHTML body", "<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>In the body</p></body>", ["In the body"]),
        FeedCase("full item", "<fullitem>&lt;p>In full&lt;/p></fullitem>", ["In full"]),
        FeedCase("summary beside description", "<summary>Short words</summary><description>The long text</description>", ["The long text"]),
        FeedCase("iTunes' summary alone", "<itunes:summary>About the talk</itunes:summary>", ["About the talk"]),
        FeedCase("Media RSS alone", "<media:description>About the film</media:description>", ["About the film"]),
        FeedCase("escaped twice", "<description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description>", ["One"]),
        FeedCase("elements that are not escaped", "<description><p>One<br>line</p><p>Two</p></description>", ["One\nline", "Two"]),
        FeedCase("enclosure is no text", "<description>Words</description><enclosure url=\"http://e.com/a.mp3\" type=\"audio/mpeg\">noise</enclosure>", ["Words"]),
    ])
    func texts(_ row: FeedCase<[String]>) throws { #expect(try Feed.item(row.inside).blocks.map(\.text) == row.expected) }

    @Test(arguments: [
        FeedCase("text", "<content type=\"text\">if a &lt;b> c</content>", ["if a <b> c"]),
        FeedCase("html", "<content type=\"html\">&lt;p>One&lt;/p></content>", ["One"]),
        FeedCase("xhtml", "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One</p><hr/><p>Two</p></div></content>", ["One", "", "Two"]),
        FeedCase("Base64 by its media type", "<content type=\"application/octet-stream\">PHA+T25lPC9wPg==</content>", ["One"]),
        FeedCase("Base64 in a summary", "<summary type=\"application/octet-stream\">PHA+T25lPC9wPg==</summary>", ["One"]),
        FeedCase("text that says Base64", "<content type=\"application/octet-stream\">Not, at all.</content>", ["Not, at all."]),
        FeedCase("binary", "<content type=\"image/png\">iVBORw0KGgoAAAANSUhEUgAA</content><summary>Words</summary>", ["Words"]),
        FeedCase("summary alone", "<summary type=\"html\">&lt;p>One&lt;/p></summary>", ["One"]),
        FeedCase("source's text is not the entry's", "<source><title>Elsewhere</title><subtitle>Not this</subtitle></source><summary>This</summary>", ["This"]),
    ])
    func atomTexts(_ row: FeedCase<[String]>) throws { #expect(try Feed.entry(row.inside).blocks.map(\.text) == row.expected) }

    @Test(arguments: [
        FeedCase("says something else", "<description>Why the fine matters to others</description><content:encoded>&lt;p>The bank paid.&lt;/p></content:encoded>", "Why the fine matters to others"),
        FeedCase("is the text's beginning", "<description>The bank paid a fine and…</description><content:encoded>&lt;p>The bank paid a fine and went on.&lt;/p></content:encoded>", nil),
        FeedCase("is the title", "<title>The bank paid</title><description>The bank paid</description><content:encoded>&lt;p>On Monday.&lt;/p></content:encoded>", nil),
        FeedCase("is long", "<description>\(String(repeating: "Many words of it. ", count: 60))</description><content:encoded>&lt;p>On Monday.&lt;/p></content:encoded>", nil),
        FeedCase("is all there is", "<description>The bank paid</description>", nil),
    ])
    func decks(_ row: FeedCase<String?>) throws { #expect(try Feed.item(row.inside).deck == row.expected) }

    @Test(arguments: [
        FeedCase("name", "<author>Ada Example</author>", ["Ada Example"]),
        FeedCase("address with a name", "<author>ada@example.com (Ada Example)</author>", ["Ada Example"]),
        FeedCase("name with an address", "<author>Ada Example &lt;ada@example.com></author>", ["Ada Example"]),
        FeedCase("address alone", "<author>ada@example.com</author>", ["ada@example.com"]),
        FeedCase("Dublin Core", "<dc:creator><![CDATA[Ada Example]]></dc:creator>", ["Ada Example"]),
        FeedCase("several creators", "<dc:creator>Ada Example</dc:creator><dc:creator>Bo Sample</dc:creator>", ["Ada Example", "Bo Sample"]),
        FeedCase("several in one", "<dc:creator>By Ada Example and Bo Sample</dc:creator>", ["Ada Example", "Bo Sample"]),
        FeedCase("surname first", "<dc:creator>Example, Ada</dc:creator>", ["Example, Ada"]),
        FeedCase("iTunes alone", "<itunes:author>Ada Example</itunes:author>", ["Ada Example"]),
        FeedCase("iTunes beside RSS", "<itunes:author>Studio</itunes:author><author>Ada Example</author>", ["Ada Example"]),
        FeedCase("contributor", "<dc:contributor>Bo Sample</dc:contributor><dc:creator>Ada Example</dc:creator>", ["Ada Example", "Bo Sample"]),
        FeedCase("the same twice", "<author>Ada Example</author><dc:creator>Ada Example</dc:creator>", ["Ada Example"]),
        FeedCase("nobody", "<author/>", []),
    ])
    func people(_ row: FeedCase<[String]>) throws { #expect(try Feed.item(row.inside).bylines == row.expected) }

    @Test func peopleOfAtom() throws {
        let author = "<author><name>Ada Example</name><email>a@example.com</email><uri>http://example.com/a</uri></author>"
        let other = "<contributor><name>Bo Sample</name></contributor>"
        #expect(try Feed.entry(other + author).bylines == ["Ada Example", "Bo Sample"])
        #expect(try Feed.entry("<title>x</title>", head: author).bylines == ["Ada Example"])
        #expect(try Feed.entry("<source>\(author)<title>Elsewhere</title></source><title>x</title>").bylines == ["Ada Example"])
        #expect(try Feed.entry("<author><email>a@example.com</email></author>").bylines == ["a@example.com"])
    }

    @Test(arguments: [
        FeedCase("link", "<link>http://example.com/a?b=1&amp;c=2</link>", "http://example.com/a?b=1&c=2"),
        FeedCase("sign that is not escaped", "<link>http://example.com/a?b=1&c=2&copy=3</link>", "http://example.com/a?b=1&c=2&copy=3"),
        FeedCase("white space", "<link>\n http://example.com/a\n b </link>", "http://example.com/a%20b"),
        FeedCase("guid", "<guid>http://example.com/g</guid>", "http://example.com/g"),
        FeedCase("guid that is no address", "<guid isPermaLink=\"false\">http://example.com/g</guid>", nil),
        FeedCase("link before guid", "<guid>http://example.com/g</guid><link>http://example.com/a</link>", "http://example.com/a"),
        FeedCase("relative", "<link>/news/a</link>", "http://example.org/news/a"),
        FeedCase("Atom's in RSS", "<atom:link rel=\"self\" href=\"http://example.com/s\"/><atom:link rel=\"alternate\" href=\"http://example.com/a\"/>", "http://example.com/a"),
        FeedCase("script", "<link>javascript:alert(1)</link>", nil),
        FeedCase("file", "<link>file:///etc/passwd</link>", nil),
        FeedCase("two", "<link>http://example.com/a</link><link>http://example.com/b</link>", "http://example.com/a"),
        FeedCase("empty", "<link></link>", nil),
    ])
    func addresses(_ row: FeedCase<String?>) throws {
        #expect(try Feed.item("<title>x</title>" + row.inside, head: "<link>http://example.org/</link>").url == row.expected)
    }

    @Test(arguments: [
        FeedCase("no relation", "<link href=\"http://example.com/a\"/>", "http://example.com/a"),
        FeedCase("alternate behind others", "<link rel=\"related\" href=\"http://example.com/r\"/><link rel=\"alternate\" href=\"http://example.com/a\"/>", "http://example.com/a"),
        FeedCase("page before other kinds", "<link href=\"http://example.com/t\" type=\"text/plain\"/><link href=\"http://example.com/h\" type=\"text/html\"/>", "http://example.com/h"),
        FeedCase("other schemes", "<link href=\"gemini://example.com/g\" type=\"text/html\"/><link href=\"http://example.com/h\"/>", "http://example.com/h"),
        FeedCase("enclosure alone", "<link rel=\"enclosure\" href=\"http://example.com/e.mp3\"/>", nil),
        FeedCase("escaped sign", "<link href=\"http://example.com/a?b=1&amp;c=2&amp;amp;d=3&e\"/>", "http://example.com/a?b=1&c=2&amp;d=3&e"),
        FeedCase("base of the entry", "<link href=\"a\" xml:base=\"sub/\"/>", "http://example.com/deep/sub/a"),
        FeedCase("base of the feed", "<link href=\"../a\"/>", "http://example.com/a"),
        FeedCase("content elsewhere", "<content type=\"text/html\" src=\"http://example.com/c\"/>", "http://example.com/c"),
        FeedCase("id", "<id>http://example.com/i</id>", nil),
    ])
    func atomAddresses(_ row: FeedCase<String?>) throws {
        let article = try Feed.entry("<title>x</title>" + row.inside, attributes: "xml:base=\"http://example.com/deep/\"")
        #expect(article.url == row.expected)
    }

    @Test(arguments: [
        FeedCase("categories", "<category>Fraud</category><category domain=\"http://example.com/t\">Tax</category>", ["Fraud", "Tax"]),
        FeedCase("Dublin Core", "<dc:subject>Fraud</dc:subject>", ["Fraud"]),
        FeedCase("Atom", "<category term=\"fraud\" label=\"Fraud\" scheme=\"http://example.com/\"/><category term=\"tax\"/>", ["Fraud", "tax"]),
        FeedCase("iTunes", "<itunes:keywords>fraud, tax , fraud</itunes:keywords>", ["fraud", "tax"]),
        FeedCase("Media RSS", "<media:category label=\"Fraud\">c1</media:category>", ["Fraud"]),
        FeedCase("of machines", "<category term=\"http://schemas.example.com/kind#post\"/><category term=\"fraud\"/>", ["fraud"]),
        FeedCase("escaped twice", "<category>Law &amp;amp; Order</category>", ["Law & Order"]),
        FeedCase("empty", "<category/><category> </category>", []),
        FeedCase("with an image", "<category>Fraud<image><title>x</title></image></category>", ["Fraud"]),
    ])
    func tags(_ row: FeedCase<[String]>) throws { #expect(try Feed.item("<title>x</title>" + row.inside).tags == row.expected) }

    @Test(arguments: [
        FeedCase("pubDate", "<pubDate>Thu, 05 Apr 2012 10:00:00 GMT</pubDate>", ["2012-04-05T10:00:00Z", nil]),
        FeedCase("Dublin Core", "<dc:date>2012-04-05</dc:date>", ["2012-04-05", nil]),
        FeedCase("both", "<dc:date>2012-04-05</dc:date><pubDate>Fri, 06 Apr 2012 10:00:00 GMT</pubDate>", ["2012-04-06T10:00:00Z", nil]),
        FeedCase("made and issued", "<dcterms:created>2012-04-01</dcterms:created><dcterms:issued>2012-04-05</dcterms:issued>", ["2012-04-05", nil]),
        FeedCase("changed", "<pubDate>5 Apr 2012</pubDate><dcterms:modified>2012-04-07</dcterms:modified>", ["2012-04-05", "2012-04-07"]),
        FeedCase("Atom 0.3", "<issued>2012-04-05</issued><modified>2012-04-07</modified>", ["2012-04-05", "2012-04-07"]),
        FeedCase("only changed", "<updated>2012-04-07</updated>", ["2012-04-07", nil]),
        FeedCase("changed twice", "<published>2012-04-05</published><updated>2012-04-06</updated><updated>2012-04-07</updated>", ["2012-04-05", "2012-04-07"]),
        FeedCase("none", "<pubDate>yesterday</pubDate>", [nil, nil]),
    ])
    func dates(_ row: FeedCase<[String?]>) throws {
        let article = try Feed.item("<title>x</title>" + row.inside)
        #expect([article.published?.description, article.updated?.description] == row.expected)
    }

    @Test func dateThatIsNoneIsNoted() throws {
        let bytes = Array("<rss><item><title>x</title><pubDate>soon</pubDate></item></rss>".utf8)
        let readings = try FeedReader.readings(in: SourceFile(name: "news.xml", bytes: bytes)).map { try $0.get() }
        #expect(
            readings.flatMap(\.notes) == [
                FormatNote(file: "news.xml", reason: .dateNotUnderstood(field: "published", value: "soon"))
            ])
    }

    @Test func identity() throws {
        #expect(try Feed.item("<guid isPermaLink=\"false\"> tag:1 </guid><dc:identifier>x</dc:identifier>").id == "tag:1")
        #expect(try Feed.item("<title>a</title><dc:identifier>doi:10.1/x</dc:identifier>").id == "doi:10.1/x")
        #expect(try Feed.entry("<id>HTTP://www.Example.org/~a</id>").id == "HTTP://www.Example.org/~a")
    }

    @Test func languages() throws {
        let text = "<title>x</title>"
        #expect(try Feed.item(text, head: "<language>pt-br</language>").language == "pt-BR")
        #expect(try Feed.item(text + "<dc:language>fr</dc:language>", head: "<language>en</language>").language == "fr")
        #expect(try Feed.entry(text, attributes: "xml:lang=\"de\"").language == "de")
        #expect(try Feed.entry("<content xml:lang=\"fr\">x</content>", attributes: "xml:lang=\"de\"").language == "fr")
        let english = "<description>The court has ruled that the bank must pay for what it did to the people of the town.</description>"
        #expect(try Feed.item(english).language == "en")
    }

    @Test func publishers() throws {
        #expect(try Feed.item("<title>x</title>").publisher == "The Ledger")
        #expect(try Feed.item("<title>x</title><source url=\"http://e.com/\">Elsewhere</source>").publisher == "Elsewhere")
        #expect(try Feed.entry("<source><title>Elsewhere</title></source><title>x</title>").publisher == "Elsewhere")
        // The title may stand behind the entries.
        #expect(try Feed.articles("<rss><channel><item><title>x</title></item><title>Late</title></channel></rss>")[0].publisher == "Late")
    }

    @Test func nothingActiveIsKept() throws {
        let html = """
            &lt;script>alert(1)&lt;/script>&lt;style>p{}&lt;/style>&lt;p onclick="x()">Read &lt;a href="javascript:x()">this&lt;/a>, \
            &lt;a href="mailto:a@example.com">write&lt;/a> or &lt;a href="/more">more&lt;/a>&lt;/p>&lt;form>&lt;input value="q">&lt;/form>
            """
        let article = try Feed.item("<description>\(html)</description>", head: "<link>http://example.org/</link>")
        #expect(article.blocks.map(\.text) == ["Read this, write or more"])
        #expect(article.blocks[0].spans.compactMap(\.target) == ["mailto:a@example.com", "http://example.org/more"])
    }
}
