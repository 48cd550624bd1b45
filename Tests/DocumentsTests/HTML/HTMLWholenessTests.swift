import Articles
import Documents
import Formats
import Testing

@Suite("Pages that are no article, and what of an article looks like none")
struct HTMLWholenessTests {
    private func texts(_ html: String) throws -> [String] {
        try HTMLReader.page(SourceFile(name: "page.html", bytes: Array(html.utf8))).article.blocks.map(\.text)
    }

    private func teaser(_ number: Int) -> String {
        """
        <article><h3><a href="/\(number)">Case \(number) comes to court</a></h3><p>The court of the harbour, \
        which sits on Mondays, hears what was found in case \(number), and of whom.</p></article>
        """
    }

    @Test("A front of teasers in two parts has both, whichever is longer")
    func front() throws {
        let first = (1...9).map(teaser).joined()
        let second = (10...14).map(teaser).joined()
        let page = """
            <title>Harbour Herald</title><body><nav><a href="/">Start</a></nav><main><section><h2>Courts today</h2>\(first)</section>
            <section><h2>Courts last week</h2>\(second)</section></main><footer>Printed in the harbour</footer>
            """
        let texts = try texts(page)
        #expect(texts.contains("Courts last week"))
        for number in 1...14 { #expect(texts.contains("Case \(number) comes to court")) }
        #expect(!texts.contains("Start"))
        #expect(!texts.contains("Printed in the harbour"))
    }

    private let layout = """
        <table><tr><td width="600"><p>The dog stood on the bridge, saw another dog in the water, and wanted its bone, which \
        looked larger than its own.</p><p>It barked, and its own bone fell into the river.</p></td><td width="160"><p>Born on \
        this day: a man who could do tricks with cards, and who told nobody how</p><ul><li><a href="/r">A riddle</a></ul>\
        </td></tr></table>
        """

    @Test("A text too short to be judged keeps what is around it")
    func shortText() throws {
        let texts = try texts("<title>The dog and its bone</title><body>\(layout)")
        #expect(texts.count == 4)
        #expect(texts.first?.hasPrefix("The dog stood") == true)
        #expect(texts.dropFirst(2).first?.hasPrefix("Born on") == true)
        #expect(texts.last == "A riddle")
    }

    @Test("A short text that calls itself an article is believed")
    func shortArticle() throws {
        let head = "<title>The dog and its bone</title><meta property='og:type' content='article'>"
        let texts = try texts("\(head)<body>\(layout)")
        #expect(!texts.contains("A riddle"))
    }

    @Test("A text as short beside a menu that is longer than it keeps the menu out")
    func menu() throws {
        let links = (1...60).map { "<li><a href='/\($0)'>Another story, number \($0)</a>" }.joined()
        let text = "<p>The dog stood on the bridge, saw another dog in the water, and wanted its bone, which looked larger.</p>"
        let texts = try texts("<title>Dogs</title><body><div><div>\(text)\(text)</div><ul>\(links)</ul></div>")
        #expect(!texts.contains { $0.hasPrefix("Another story") })
    }

    @Test("A list of sources that shows their addresses stays; a list of other stories does not")
    func sources() throws {
        let text = (1...6).map { "<p>Paragraph \($0) says what was found, by whom, and when, in as many words as it takes.</p>" }
        let page = """
            <title>On sources</title><body><article><h1>On sources</h1>\(text.joined())<h2>Sources</h2>
            <ul><li><a href="https://a.example/1">https://a.example/1</a><li><a href="https://b.example/2">https://b.example/2</a></ul>
            <ul><li><a href="/3">Another story that one may like</a><li><a href="/4">And one more story</a></ul></article>
            """
        let texts = try texts(page)
        #expect(texts.suffix(3) == ["Sources", "https://a.example/1", "https://b.example/2"])
    }
}
