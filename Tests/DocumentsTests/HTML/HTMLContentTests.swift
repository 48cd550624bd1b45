import Articles
import Documents
import Testing

@Suite("HTML as content")
struct HTMLContentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
        let lines: [String]

        init(_ name: String, _ html: String, _ lines: [String]) {
            testDescription = name
            self.html = html
            self.lines = lines
        }
    }

    static let cases = [
        Case("Blank space collapses as in browsers", "<p> a \n\t b </p>  <p><b> c </b> d</p>", [
            "paragraph|a b", "paragraph|c d {strong 0-1}",
        ]),
        Case("A blank inside of a span belongs before it or behind", "<p>a<i> b </i>c", ["paragraph|a b c {emphasis 2-3}"]),
        Case("Headings have levels", "<h1>A</h1><h6>B</h6>", ["heading 1|A", "heading 6|B"]),
        Case("A line end in a heading is a blank", "<h2>A<br>B</h2>", ["heading 2|A B"]),
        Case("One line end stays, two part paragraphs", "a<br>b<br><br>c", ["paragraph|a⏎b", "paragraph|c"]),
        Case("A span goes on behind a parting", "<b>a<br><br>b</b>", [
            "paragraph|a {strong 0-1}", "paragraph|b {strong 0-1}",
        ]),
        Case("Spans nest", "<p><b>a <i>b</i></b>", ["paragraph|a b {strong 0-3} {emphasis 2-3}"]),
        Case("Every kind of span", "<p><code>a</code> <s>b</s> <cite>c</cite> <strong>d</strong>", [
            "paragraph|a b c d {code 0-1} {strikethrough 2-3} {emphasis 4-5} {strong 6-7}",
        ]),
        Case("Links are resolved", "<p><a href='../c?d#e'>x</a> <a href='//h.example/i'>y</a>", [
            "paragraph|x y {link 0-1 https://example.org/c?d#e} {link 2-3 https://h.example/i}",
        ]),
        Case("A base of its own counts", "<base href='https://other.example/q/'><p><a href='r'>x</a>", [
            "paragraph|x {link 0-1 https://other.example/q/r}",
        ]),
        Case("Mail addresses are links", "<a href='mailto:a@b.example'>x</a>", [
            "paragraph|x {link 0-1 mailto:a@b.example}",
        ]),
        Case(
            "Other schemes are none",
            "<a href='javascript:alert(1)'>a</a> <a href=' java&#10;script:x'>b</a> <a href='data:text/html,x'>c</a> "
                + "<a href='file:///etc/passwd'>d</a> <a href='#note'>e</a> <a href='vbscript:x'>f</a>",
            ["paragraph|a b c d e f"]),
        Case("Bare addresses are links", "<p>See https://example.org/x.", [
            "paragraph|See https://example.org/x. {link 4-25 https://example.org/x}",
        ]),
        Case("Items have markers", "<ul><li>a<li>b</ul><ol start=4><li>c<li value=9>d<li>e</ol>", [
            "list-item 1 •|a", "list-item 1 •|b", "list-item 1 4.|c", "list-item 1 9.|d", "list-item 1 10.|e",
        ]),
        Case("Letters and Roman numbers", "<ol type=a start=26><li>a<li>b</ol><ol type=I start=4><li>c</ol>", [
            "list-item 1 z.|a", "list-item 1 aa.|b", "list-item 1 IV.|c",
        ]),
        Case("A list that counts down", "<ol reversed><li>a<li>b</ol>", ["list-item 1 2.|a", "list-item 1 1.|b"]),
        Case("Lists nest, and only the first block has the marker", "<ul><li><p>a<p>b<ul><li>c</ul>d</ul>", [
            "list-item 1 •|a", "list-item 1|b", "list-item 2 •|c", "list-item 1|d",
        ]),
        Case("Quotations nest", "<blockquote>a<blockquote><p>b</blockquote></blockquote>c", [
            "quotation 1|a", "quotation 2|b", "paragraph|c",
        ]),
        Case("Inline quotations get their marks", "<p><q>a</q> b", ["paragraph|“a” b"]),
        Case("Code is kept as written", "<pre>\n a\n  b <b>c</b>\n\n</pre>", ["code| a⏎  b c"]),
        Case(
            "A table of data",
            "<table><caption>T</caption><tr><th>a<th>b<tr><td><a href='https://e.example/'>c</a><td>d<br>e<tr><td colspan=2>f</table>",
            ["caption|T", "table|a⇥b⏎c⇥d e⏎f {link 4-5 https://e.example/}"]),
        Case("Empty cells keep their place", "<table><tr><th>a<th>b<th>c<tr><td><td>d<td></table>", ["table|a⇥b⇥c⏎⇥d⇥"]),
        Case("A table that arranges a page", "<table><tr><td><h2>a</h2><td><p>b</table>", ["heading 2|a", "paragraph|b"]),
        Case("A table said to be for looks", "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", [
            "paragraph|a", "paragraph|b", "paragraph|c", "paragraph|d",
        ]),
        Case("Captions", "<figure><img alt='x'><figcaption>a <i>b</i></figcaption></figure>", ["caption|a b {emphasis 2-3}"]),
        Case("A described picture", "<figure><img alt='Losses by year, in euros'></figure>", ["caption|Losses by year, in euros"]),
        Case("A file's name describes nothing", "<figure><img alt='IMG_0031.jpg'></figure><img alt='One two three four'>", []),
        Case("Rules, but none at the ends or twice", "<hr>a<hr><hr>b<hr>", ["paragraph|a", "rule|", "paragraph|b"]),
        Case(
            "What is no text",
            "<body><script>a</script><style>b</style><template>c</template><noscript>d</noscript><svg><title>e</title></svg>"
                + "<iframe>f</iframe><video>g</video><!-- h --><textarea>i</textarea><select><option>j</select>"
                + "<button>k</button><label>l</label><p>m",
            ["paragraph|m"]),
        Case(
            "What is hidden",
            "<p hidden>a<p style='color:red; DISPLAY : none'>b<p style='visibility:hidden'>c<div style='max-height:0;font-size:0px'>d</div>"
                + "<p style='display:block'>e<p style='max-height:0.5em;opacity:0.9'>f",
            ["paragraph|e", "paragraph|f"]),
        Case("What stands for an object", "<p>a<object data=x><param name=y><p>b</object><p>c", [
            "paragraph|a", "paragraph|b", "paragraph|c",
        ]),
        Case("What stands for an object that never ends", "<object data=x><p>a<p>b", ["paragraph|a", "paragraph|b"]),
        Case("Readings above characters", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", ["paragraph|漢字"]),
        Case("Formulas are their letters", "<p>If <math><mi>a</mi><mo>=</mo><mn>1</mn></math>.", ["paragraph|If a=1."]),
        Case("References", "<p>&eacute; &#8217; &#x1F600; &bogus; &amp;lt;", ["paragraph|é ’ 😀 &bogus; &lt;"]),
        Case("Surrogates and NULs", "<p>a&#xD800;b&#0;c\u{0}d", ["paragraph|a\u{FFFD}b\u{FFFD}cd"]),
        Case("Promotions", "<p>See also: Another story</p>", ["promotion|See also: Another story"]),
        Case("Nothing", "", []),
        Case("Nothing but blanks", " &nbsp; <p>\u{200B}</p>", []),
        Case("Unclosed everything", "<div><p><b><i>a<ul><li>b<table><tr><td>c", [
            "paragraph|a {strong 0-1} {emphasis 0-1}", "list-item 1 •|b {strong 0-1} {emphasis 0-1}",
            "list-item 1|c {strong 0-1} {emphasis 0-1}",
        ]),
    ]

    @Test("Blocks", arguments: cases)
    func blocks(_ sample: Case) {
        let content = HTMLReader.content(Array(sample.html.utf8), base: "https://example.org/a/b")
        #expect(content.blocks.map(\.line) == sample.lines)
        #expect(!content.isSimplified)
    }

    @Test("Title and language")
    func head() {
        let content = HTMLReader.content(Array("<html lang=pt_br><title> A\n&amp; B </title><p>c".utf8))
        #expect(content.title == "A & B")
        #expect(content.language == "pt-BR")
        #expect(content.blocks.map(\.text) == ["c"])
    }

    @Test("Without a base relative links are none")
    func withoutBase() {
        let content = HTMLReader.content(Array("<a href='/x'>a</a> <a href='https://e.example/y'>b</a>".utf8))
        #expect(content.blocks.map(\.line) == ["paragraph|a b {link 2-3 https://e.example/y}"])
    }
}
