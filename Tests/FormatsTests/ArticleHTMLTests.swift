import Articles
import Formats
import Testing
import Text

/// Articles as HTML of our own.
@Suite struct ArticleHTMLTests {
    private static func html(_ blocks: Block...) -> String { ArticleHTML.text(of: Article(title: "x", blocks: blocks)) }

    @Test func kinds() {
        #expect(
            Self.html(
                Block(.heading, "H", level: 9), Block(.paragraph, "P"), Block(.quotation, "Q"), Block(.listItem, "L", marker: "•"),
                Block(.listItem, "N", marker: "1."), Block(.table, "a | b"), Block(.code, "x < 1"), Block(.caption, "C"), Block(.rule, ""),
                Block(.promotion, "See Also: X"))
                == """
                <h6>H</h6>
                <p>P</p>
                <blockquote><p>Q</p></blockquote>
                <ul><li>L</li></ul>
                <ol><li>N</li></ol>
                <pre>a | b</pre>
                <pre>x &lt; 1</pre>
                <figure><figcaption>C</figcaption></figure>
                <hr>
                <aside><p>See Also: X</p></aside>

                """)
    }

    @Test func spansThatOverlap() {
        let block = Block(
            .paragraph, "one two three", spans: [Span(.emphasis, start: 0, end: 7), Span(.strong, start: 4, end: 13), Span(.reference, start: 0, end: 3, target: "t")])
        #expect(Self.html(block) == "<p><em>one </em><em><strong>two</strong></em><strong> three</strong></p>\n")
    }

    @Test func nothingActive() {
        let block = Block(
            .paragraph, "<script>x</script> & \"y\"",
            spans: [Span(.link, start: 0, end: 8, target: "javascript:x"), Span(.link, start: 8, end: 9, target: "https://example.org/?a=\"><script>")])
        #expect(
            Self.html(block)
                == "<p>&lt;script&gt;<a href=\"https://example.org/?a=&quot;&gt;&lt;script&gt;\">x</a>&lt;/script&gt; &amp; &quot;y&quot;</p>\n")
    }

    @Test func isNotReadBack() throws {
        let article = Article(title: "x", blocks: [Block(.paragraph, "a < b")])
        let line = article.jsonWithHTML.text
        #expect(line.contains(#""html":"<p>a &lt; b</p>\n""#))
        let back = try Formats.readings(in: SourceFile(name: "a.jsonl", bytes: Array(line.utf8))).map { try $0.get().article }
        #expect(back == [article])
    }
}
