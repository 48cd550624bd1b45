import Articles
import Library
import Testing

@testable import Reader

/// The reading view at every size, with what is hard to draw, and with what can be done in it.
@Suite struct ReadingScreenTests {
    static let hard = [
        "long-title", "cjk", "emoji", "arabic", "hebrew", "combining",
    ]

    @Test(arguments: hard.indices, ScreenTests.sizes)
    func hardToDraw(_ index: Int, _ size: ScreenTests.Size) throws {
        let bench = Bench(Fixture.hard, columns: size.columns, rows: size.rows)
        bench.press(Array(repeating: "j", count: index).joined(separator: " ") + " Enter")
        try Screens.expect(bench.canvas, "reading-\(Self.hard[index])-\(size.testDescription)")
    }

    private static let scenes = [
        ScreenTests.Scene(name: "links", keys: "j Enter g f"), ScreenTests.Scene(name: "open-original", keys: "j Enter o"),
        ScreenTests.Scene(name: "correct", keys: "j Enter g c"), ScreenTests.Scene(name: "correct-date", keys: "j Enter g c j Enter"),
        ScreenTests.Scene(name: "go-to", keys: "j Enter %"),
    ]

    @Test(arguments: scenes, ScreenTests.sizes)
    func dialogs(_ scene: ScreenTests.Scene, _ size: ScreenTests.Size) throws {
        let bench = Bench(PictureTests.articles, columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "\(scene.name)-\(size.testDescription)")
    }

    private static let wide = Fixture.stored(
        Article(
            title: "A wide table, and code",
            blocks: [
                Block(.heading, "What each state answers", level: 2),
                Block(
                    .table,
                    (["State"] + (1...12).map { "Article \($0 * 7)" }).joined(separator: "\t") + "\n"
                        + ["Liechtenstein", "Kazakhstan", "Vietnam"].map { state in
                            ([state] + (1...12).map { "\($0 * 13 % 90) requests" }).joined(separator: "\t")
                        }.joined(separator: "\n")),
                Block(.caption, "Requests in 2025"),
                Block(.quotation, "A quotation, to see how it stands beside the rest of the text in the reading view.", level: 1),
                Block(.listItem, "The first of two items", level: 1, marker: "1."), Block(.listItem, "The second", level: 1, marker: "2."),
                Block(.code, "let answer = requests.filter { $0.state == .open }.map { $0.number }.sorted().prefix(10).map(String.init).joined(separator: \", \")"),
            ]), number: 1)

    @Test(arguments: [("wide", "Enter"), ("wide-right", "Enter . ."), ("wide-code", "Enter w G .")], ScreenTests.sizes)
    func wideContent(_ scene: (String, String), _ size: ScreenTests.Size) throws {
        let bench = Bench([Self.wide], columns: size.columns, rows: size.rows)
        bench.press(scene.1)
        try Screens.expect(bench.canvas, "\(scene.0)-\(size.testDescription)")
    }

    // MARK: The place is kept

    private static func long(_ before: Int = 0) -> StoredArticle {
        let first = (0..<before).map { Block(.paragraph, "Something new was put in here, number \($0), and it takes a few lines of the page.") }
        let blocks = (0..<60).map { Block(.paragraph, "Paragraph \($0) says that the rule applies from day \($0) on, and that reports are due within \($0 + 3) hours.") }
        return Fixture.stored(Article(title: "Long", blocks: first + blocks), number: 1)
    }

    /// What stands on the first line that is seen.
    private func firstWords(_ bench: Bench) -> String? {
        bench.state.reading.flatMap { reading in
            let text = Array(reading.article.article.text.utf8)
            return String(decoding: text[reading.place..<min(text.count, reading.place + 24)], as: UTF8.self)
        }
    }

    private func inTheMiddle() -> (Bench, String?) {
        let bench = Bench([Self.long()], columns: 80, rows: 24)
        bench.press("Enter PgDn PgDn PgDn")
        return (bench, firstWords(bench))
    }

    @Test func throughResizes() {
        let (bench, words) = inTheMiddle()
        let screen = bench.text
        for (columns, rows) in [(40, 10), (200, 60), (20, 5), (10, 3), (120, 40), (80, 24)] { bench.resize(columns, rows) }
        #expect(firstWords(bench) == words)
        #expect(bench.text == screen)
    }

    @Test(arguments: ["? Esc", "g f", "g c Esc", "% Esc", "/ 'rule Esc", "t Esc", "! ", "Tab Tab", "> <", "z z", "M M"])
    func throughDialogs(keys: String) {
        let (bench, words) = inTheMiddle()
        bench.press(keys)
        #expect(firstWords(bench) == words)
    }

    @Test func throughProgramsOutside() {
        let (bench, words) = inTheMiddle()
        let effects = bench.press("|")
        let kept = (effects + bench.library.effects).filter { if case .savePlace = $0 { true } else { false } }
        #expect(!kept.isEmpty)
        bench.send(.answer(.outside(.done(""))))
        bench.resize(80, 24)
        #expect(firstWords(bench) == words)
        bench.send(.answer(.outside(.failed("“less” did not end well: signal 9 ended it"))))
        #expect(firstWords(bench) == words)
        #expect(bench.text.contains("signal 9 ended it"))
    }

    /// The file changed under the reader: the words that were seen are still seen.
    @Test func throughReloads() {
        let (bench, words) = inTheMiddle()
        bench.send(.answer(.changed(Change("", article: Self.long(5)))))
        #expect(firstWords(bench) == words)
    }

    @Test func throughRestarts() {
        let (bench, words) = inTheMiddle()
        let place = bench.state.reading?.place ?? 0
        var stored = Self.long()
        stored.place = place
        let next = Bench([stored], columns: 120, rows: 40, session: Session(encoded: bench.state.session.encoded))
        next.press("Enter")
        #expect(next.state.reading?.place == place)
        next.resize(80, 24)
        #expect(firstWords(next) == words)
    }
}
