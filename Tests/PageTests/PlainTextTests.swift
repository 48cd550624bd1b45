import Articles
import Reader
import Text
import Testing

struct PlainTextTests {
    @Test func `An article as text`() {
        let article = Article(
            title: "SIM farm seized", deck: "A treaty did the rest.", kickers: ["Fraud"],
            published: ArticleDate(year: 2026, month: 11, day: 11),
            blocks: [
                Block(.paragraph, "See the report.", spans: [Span(.link, start: 8, end: 14, target: "https://example.org/r")]),
                Block(.table, "Country\tAuthority\nLiechtenstein\tStaatsanwaltschaft"),
            ])
        #expect(
            Page.plainText(of: article, width: 24) == """
                Fraud
                SIM farm seized

                A treaty did the rest.

                2026-11-11 · 1 min read


                See the report[1].

                Country:
                  Liechtenstein
                Authority:
                  Staatsanwaltschaft


                Links
                [1] example.org
                    https://example.org/
                    r

                """)
    }

    @Test(arguments: UInt64(100)...130) func `It is no wider than asked for, and safe for a terminal`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        for width in [16, 40, 100] {
            let text = Page.plainText(of: article, width: width)
            #expect(Printable.visible(text, keeping: .lineBreaks) == text)
            for line in text.split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
            }
        }
    }

    @Test(arguments: UInt64(100)...120) func `Every word of the article is in it`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        // Wide enough that nothing is broken within a word.
        let text = Page.plainText(of: article, width: 4_000)
        for block in article.blocks where block.spans.isEmpty {
            for word in block.text.split(whereSeparator: { $0.isWhitespace }) where !word.utf8.contains(0xAD) {
                #expect(text.contains(Printable.visible(String(word))), "\(word)")
            }
        }
    }
}
