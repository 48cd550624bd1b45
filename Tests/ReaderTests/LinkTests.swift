import Articles
import Library
import Testing
import Text

@testable import Reader

/// Links, citing, wide tables and code, corrections, and going to a place: what keys do in the reading view.
@Suite struct LinkTests {
    private static func article(_ blocks: [Block], url: String? = nil) -> StoredArticle {
        Fixture.stored(
            Article(
                title: "A report", bylines: ["A. Writer", "B. Editor"], publisher: "The Docket",
                published: ArticleDate(year: 2026, month: 11, day: 2), url: url, blocks: blocks), number: 1)
    }

    private static let linked = article(
        [
            Block(.paragraph, "First the ruling.", spans: [Span(.link, start: 10, end: 16, target: "https://example.org/r?a=1")]),
            Block(
                .paragraph, "Then mail and a twin.",
                spans: [
                    Span(.link, start: 5, end: 9, target: "mailto:a@example.org"),
                    Span(.link, start: 16, end: 20, target: "http://user@xn--exmple-cua.org:8080/"),
                ]),
        ], url: "https://docket.example/42")

    private func open(_ article: StoredArticle, columns: Int = 80, rows: Int = 24) -> Bench {
        let bench = Bench([article], columns: columns, rows: rows)
        bench.press("Enter")
        return bench
    }

    private static func browses(_ effects: [Effect]) -> [String] {
        effects.compactMap { if case .outside(.browse(let address)) = $0 { address.text } else { nil } }
    }

    @Test func theOriginalIsOpenedAfterAQuestion() {
        let bench = open(Self.linked)
        #expect(Self.browses(bench.press("o")) == [])
        #expect(bench.state.confirmation?.title == "Open docket.example in the browser?")
        #expect(bench.state.confirmation?.sentences == ["https://docket.example/42"])
        #expect(Self.browses(bench.press("n")) == [])
        #expect(bench.state.status == Status(.hint, "not opened"))
        bench.press("o")
        #expect(Self.browses(bench.press("y")) == ["https://docket.example/42"])
        #expect(bench.state.judging == 0)
    }

    @Test func withoutAnAddressThereIsAHint() {
        let bench = open(Self.article([Block(.paragraph, "Text.")]))
        bench.press("o")
        #expect(bench.state.status == Status(.hint, "the article names no address of its own · gf lists its links"))
        bench.press("g f")
        #expect(bench.state.status == Status(.hint, "no links in this article"))
    }

    @Test func linksArePickedByNumber() {
        let bench = open(Self.linked)
        bench.press("g f")
        #expect(bench.state.chooser?.choices.map(\.code) == ["1", "2", "3"])
        #expect(bench.state.chooser?.choices.map(\.text) == ["example.org  ruling", "mailto:  mail", "xn--exmple-cua.org  twin"])
        #expect(bench.state.chooser?.choices.map(\.note) == ["", "not opened", ""])
        bench.press("'3 Enter")
        #expect(bench.state.confirmation?.title == "Open xn--exmple-cua.org in the browser?")
        #expect(
            bench.state.confirmation?.sentences == [
                "The host is written with letters beyond ASCII: exämple.org",
                "What stands before the @ is a user name, and no host.", "It asks port 8080.",
                "http: nobody vouches for who answers, and others can read along.", "http://user@xn--exmple-cua.org:8080/",
            ])
        #expect(Self.browses(bench.press("y")) == ["http://user@xn--exmple-cua.org:8080/"])
        bench.press("g f '2 Enter")
        #expect(bench.state.status == Status(.failure, "cannot open «mailto:a@example.org»: only addresses of http and https are opened"))
        #expect(bench.state.confirmation == nil)
    }

    @Test func citing() {
        let bench = open(Self.linked)
        #expect(bench.press("j Y").contains(.copy(
            "“Then mail and a twin.”\n— A. Writer, B. Editor, “A report”, The Docket, 2026-11-02, https://docket.example/42, paragraph 2")))
    }

    @Test func pagerGetsSafeText() {
        let bench = open(Self.article([Block(.paragraph, "A bell \u{7} and \u{1B}[2J.")]))
        let texts = bench.press("|").compactMap { if case .outside(.page(let text)) = $0 { text } else { nil } }
        #expect(texts.count == 1)
        #expect(texts.allSatisfy { Printable.visible($0, keeping: .lineBreaks) == $0 && $0.contains("A bell ␇ and ␛[2J.") })
    }

    // MARK: Wide

    private static let wide = article([
        Block(.paragraph, "Before."),
        Block(.code, "let short = 1\n" + (0..<40).map { "word\($0)" }.joined(separator: " ") + " end"),
    ])

    @Test func codeWrapsOrIsScrolled() {
        let bench = open(Self.wide)
        #expect(bench.text.contains("↪"))
        bench.press(".")
        #expect(bench.state.status == Status(.hint, "nothing here is wider than the page"))
        bench.press("w")
        #expect(bench.state.status == Status(.done, "long code goes beyond the edge · . scrolls"))
        #expect(!bench.text.contains("↪") && bench.text.contains("›") && !bench.text.contains("word39 end"))
        bench.press(". . . . . . . . . . . . .")
        #expect(bench.text.contains("word39 end") && bench.text.contains("‹"))
        #expect(bench.text.contains("let short = 1") == false || bench.text.contains("Before."))
        bench.press(", , , , , , , , , , , , ,")
        #expect(bench.state.reading?.sideways == 0)
        #expect(bench.text.contains("let short = 1"))
        // Kept for the next article, and the next run.
        #expect(Session(encoded: bench.state.session.encoded).wrapsCode == false)
        bench.press("w")
        #expect(bench.text.contains("↪"))
    }

    @Test func aHitBeyondTheEdgeIsShown() {
        let bench = open(Self.wide)
        bench.press("w / 'word39 Enter")
        #expect(bench.text.contains("word39 end"))
        bench.press("Esc / 'short Enter")
        #expect(bench.text.contains("let short"))
    }

    // MARK: Correcting

    @Test func correcting() {
        let bench = Bench()
        bench.press("Enter g c Enter")
        #expect(bench.state.prompt?.purpose.title == "Correct the title")
        #expect(bench.state.prompt?.field.text == bench.state.reading?.article.article.title)
        bench.press("C-u 'Better Enter")
        #expect(bench.state.reading?.article.row.title == "Better")
        #expect(bench.state.status == Status(.done, "corrected the title", isUndoable: true))
        bench.press("g c 'date Enter C-u 'soon Enter")
        #expect(bench.state.prompt?.problem?.hasPrefix("the date «soon»: it is no date") == true)
        bench.press("C-u '2020-05 Enter")
        #expect(bench.state.reading?.article.article.published?.description == "2020-05")
        bench.press("g c 'nothing Enter")
        #expect(bench.state.status?.text == "it says what its file says again")
        #expect(bench.state.reading?.article.article.published?.description != "2020-05")
    }

    // MARK: Places

    @Test func goesToAPlace() {
        let bench = Bench(columns: 80, rows: 12)
        bench.press("Enter % '50_% Enter")
        let half = bench.state.reading?.place ?? 0
        let length = bench.state.reading?.article.article.text.utf8.count ?? 0
        #expect(abs(half - length / 2) < length / 8)
        bench.press("% '1 Enter")
        #expect(bench.state.reading?.top == .start)
        bench.press("% '100% Enter")
        #expect(bench.state.reading?.progress(rows: bench.state.articleRows) == 1)
        bench.press("% 'x Enter")
        #expect(bench.state.prompt?.problem == "write 40 %, or the number of a line")
        bench.press("C-u '10 Enter")
        #expect(bench.state.reading.map { $0.page.number(of: $0.top) } == 9)
    }

    @Test(arguments: [
        ("40%", PlaceTarget.percent(40)), (" 40 % ", .percent(40)), ("7", .line(7)), ("", nil), ("%", nil), ("-1", nil), ("4.5", nil),
        ("9999999999", nil), ("١", nil),
    ] as [(String, PlaceTarget?)])
    func places(text: String, target: PlaceTarget?) { #expect(PlaceTarget(text) == target) }
}
