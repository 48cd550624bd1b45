import Articles
import Library
import Terminal
import Testing

@testable import Reader

/// The screen of notes over the whole library.
@Suite struct NotesTests {
    /// Three passages of two articles.
    private func bench(_ keys: String = "", columns: Int = 80, rows: Int = 24) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.press("j Enter ] b j j t 'hanoi Enter q j Enter ] a 'visa_for_the_talks Enter q B " + keys)
        return bench
    }

    private func quotes(_ bench: Bench) -> [String] {
        let listing = bench.state.notes.listing
        return listing.ids.compactMap { listing.rows[$0]?.passage?.anchor.quote.prefix(13).description }
    }

    @Test func allAreListed() {
        let bench = bench()
        #expect(bench.state.notes.count == 3)
        #expect(quotes(bench) == ["Under Article", "Paragraph 2. ", "Under Article"])
        #expect(bench.state.session.source == .notes)
    }

    @Test func groupedByArticle() {
        let bench = bench("s 'art Enter")
        #expect(bench.state.notes.groups.map(\.count) == [2, 1])
        #expect(bench.state.notes.listing.ids.map(\.number) == [0, 1, 2, 0, 3])
        // The cursor begins at a passage; Enter on a heading goes to what stands under it.
        #expect(bench.state.notes.listing.cursor == 1)
        bench.press("k Enter")
        #expect(bench.state.notes.listing.cursor == 1)
        #expect(Session(encoded: bench.state.session.encoded).grouping == .article)
    }

    @Test func aPassageStandsUnderEachOfItsTags() {
        let bench = bench("j t 'rome Enter s 'tag Enter")
        #expect(bench.state.notes.groups.compactMap(\.name).sorted() == ["hanoi", "rome"])
        #expect(bench.state.notes.count == 4)
    }

    @Test func filteredAsTyped() {
        let bench = bench("f 'vis")
        #expect(bench.state.context == .filter)
        #expect(bench.state.notes.count == 1)
        bench.press("Enter")
        #expect(bench.state.context == .notes)
        #expect(bench.state.notes.filter == "vis")
        bench.press("f 'x")
        #expect(bench.state.notes.count == 0)
        bench.press("Esc")
        #expect(bench.state.notes.filter == "vis")
        #expect(bench.state.notes.count == 1)
        bench.press("Esc")
        #expect(bench.state.notes.count == 3)
        #expect(bench.state.source == .notes)
    }

    @Test func aWrongFilterSaysWhereItIs() {
        let bench = bench("f '\"open Enter")
        #expect(bench.state.context == .filter)
        #expect(bench.state.status?.kind == .failure)
    }

    @Test func jumpsToThePassage() {
        let bench = bench("G Enter")
        #expect(bench.state.pane == .article)
        #expect(bench.state.reading?.id == ArticleID(3))
        #expect(bench.state.reading?.quote.hasPrefix("Under Article 37") == true)
    }

    @Test func editedFromTheList() {
        let bench = bench("G a '! Enter")
        #expect(bench.state.notes.selected?.note?.text == "visa for the talks!")
        bench.press("m")
        #expect(bench.state.notes.selected?.highlight == .yellow)
        bench.press("t 'rome Enter")
        #expect(bench.state.notes.selected?.tags == ["rome"])
        bench.press("d")
        #expect(bench.state.notes.count == 2)
        bench.press("u")
        #expect(bench.state.notes.count == 3)
    }

    @Test func severalAtOnce() {
        let bench = bench("Space Space m")
        #expect(bench.state.status?.text == "highlighted 2 passages in yellow")
        bench.press("t 'both Enter")
        #expect(bench.library.articles[ArticleID(2)]?.passages.allSatisfy { $0.tags.contains("both") } == true)
        bench.press("d")
        #expect(bench.state.notes.count == 1)
        // One undo takes all back.
        bench.press("u")
        #expect(bench.state.notes.count == 3)
    }

    @Test func aHeadingStandsForItsPassages() {
        let bench = bench("s 'art Enter k Space")
        #expect(bench.state.notes.selectedNumbers == [1, 2])
        bench.press("k Space")
        #expect(bench.state.notes.selectedNumbers == [])
    }

    // MARK: Export

    @Test func exportOfTheSelection() {
        let bench = bench("Space x")
        #expect(bench.state.prompt?.purpose == .export(.passages([1])))
        bench.press("'/tmp/notes Enter")
        #expect(bench.state.prompt?.problem == "end it with .md, .csv, .jsonl or .jsonld")
        bench.press("'.md Enter")
        #expect(bench.state.prompt == nil)
        #expect(bench.library.exported["/tmp/notes.md"] == .passages([1]))
    }

    @Test func exportOfAllAndOfAFilter() {
        let bench = bench("x '/tmp/a.csv Enter")
        #expect(bench.library.exported["/tmp/a.csv"] == .all)
        bench.press("f 'visa Enter x '/tmp/b.jsonld Enter")
        #expect(bench.library.exported["/tmp/b.jsonld"] == .passages([3]))
    }

    /// Of articles: those selected, those listed, or all that was made.
    @Test func exportFromListsOfArticles() {
        let bench = bench("1 x '/tmp/a.csv Enter")
        #expect(bench.library.exported["/tmp/a.csv"] == .all)
        bench.press("g g Space Space x")
        let ids = bench.state.library.listing.selectedIDs
        #expect(bench.state.prompt?.purpose == .export(.articles(ids)))
        #expect(bench.state.prompt?.purpose.sentence.hasPrefix("What you made of 2 articles; ") == true)
        bench.press("'/tmp/b.md Enter")
        #expect(bench.library.exported["/tmp/b.md"] == .articles(ids))
        bench.press("Esc / 'zzzz Enter x")
        #expect(bench.state.prompt == nil && bench.state.status?.text == "there is nothing to export")
    }

    @Test func nothingIsReplacedWithoutSaying() {
        let bench = bench()
        bench.library.existing = ["/tmp/a.csv"]
        bench.press("x '/tmp/a.csv Enter")
        #expect(bench.state.confirmation?.title == "Replace «/tmp/a.csv»?")
        bench.press("n")
        #expect(bench.library.exported.isEmpty)
        bench.press("x '/tmp/a.csv Enter y")
        #expect(bench.library.exported.count == 1)
    }

    @Test func pathsAreCompleted() {
        let bench = bench()
        bench.library.paths = [Prompt.Item("/tmp/one/", note: "folder"), Prompt.Item("/tmp/one/two.md"), Prompt.Item("/var/")]
        bench.press("x '/t")
        #expect(bench.state.prompt?.items.map(\.text) == ["/tmp/one/", "/tmp/one/two.md"])
        bench.press("Tab")
        #expect(bench.state.prompt?.field.text == "/tmp/one/")
        bench.press("Down Enter")
        #expect(bench.library.exported["/tmp/one/two.md"] == .all)
    }

    @Test func clickTakesAnItem() throws {
        let bench = bench()
        bench.library.paths = [Prompt.Item("/tmp/"), Prompt.Item("/tmq/")]
        bench.press("x '/tm")
        let box = try #require(bench.state.promptBox)
        bench.click(box.items.column + 3, box.items.row + 1)
        #expect(bench.state.prompt?.field.text == "/tmq/")
        bench.send(.mouse(Mouse(column: 1, row: 1, kind: .wheelDown)))
        #expect(bench.state.prompt?.field.text == "/tmq/")
    }

    // MARK: Lost places

    @Test func aLostPassageIsAttachedByHand() {
        let bench = bench()
        bench.library.orphan(ArticleID(2))
        bench.press("q B")
        #expect(bench.text.contains("its words are gone"))
        bench.press("g g R")
        #expect(bench.state.pane == .article)
        #expect(bench.state.reading?.id == ArticleID(2))
        bench.press("g g ] ) R")
        #expect(bench.library.articles[ArticleID(2)]?.passages.first?.range != nil)
        #expect(bench.state.status?.text == "moved the passage here")
    }
}
