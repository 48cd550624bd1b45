import Articles
import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Selecting text of an article, and what is made of it.
@Suite struct TextSelectingTests {
    /// On the paragraph that begins «Under Article 37».
    private func bench(_ keys: String = "", columns: Int = 80, rows: Int = 24) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.press("j Enter ] " + keys)
        return bench
    }

    private func selected(_ bench: Bench) -> String? {
        bench.state.reading.flatMap { reading in reading.selection.map { reading.words($0.range) } }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var keys: String
        var words: String?
        var testDescription: String { keys }
    }

    private static let first = "Under Article 37 of the Convention, extradition requires that the act be an offence in both states."
    private static let second =
        "Ransomware is one, whatever the ransom was paid in; and a state may refuse extradition of its own nationals."

    static let cases = [
        Case(keys: "v", words: "U"),
        Case(keys: "v l l", words: "Und"),
        Case(keys: "v l l h", words: "Un"),
        Case(keys: "v Right Left", words: "U"),
        Case(keys: "v e", words: "Under"),
        Case(keys: "v e e", words: "Under Article"),
        Case(keys: "v w", words: "Under A"),
        Case(keys: "v w w b", words: "Under A"),
        Case(keys: "v w w e", words: "Under Article 37"),
        Case(keys: "v )", words: first),
        Case(keys: "v ) )", words: first + " " + second),
        Case(keys: "v ) ) (", words: first),
        Case(keys: "v $", words: first + " " + second),
        Case(keys: "v $ 0", words: "U"),
        Case(keys: "v }", words: first + " " + second),
        Case(keys: "v w o", words: "Under A"),
        Case(keys: ")", words: first),
        Case(keys: ") )", words: second),
        Case(keys: ") ) (", words: first),
        Case(keys: ") v )", words: first + " " + second),
        Case(keys: "v Esc", words: nil),
        Case(keys: "v v", words: nil),
        Case(keys: "v q", words: nil),
        Case(keys: ") j", words: nil),
        Case(keys: ") Esc", words: nil),
    ]

    @Test(arguments: cases)
    func keys(_ row: Case) {
        let bench = bench(row.keys)
        #expect(selected(bench) == row.words)
        #expect(bench.state.pane == .article)
    }

    /// Wherever keys lead, what is selected is whole characters of the article, and the moving end is seen.
    @Test func motionsKeepToCharacters() throws {
        for (index, stored) in (Fixture.hard + [Fixture.article(1)]).enumerated() where !stored.article.text.isEmpty {
            let bench = Bench([stored])
            bench.press("Enter v")
            var random = SplitMix64(seed: UInt64(index + 1))
            let keys = ["h", "l", "w", "b", "e", "0", "$", ")", "(", "}", "{", "]", "[", "j", "k", "g g", "G", "o", "C-d", "C-u"]
            for _ in 0..<60 {
                bench.press(keys.randomElement(using: &random) ?? "l")
                if Int.random(in: 0..<12, using: &random) == 0 { bench.resize(Int.random(in: 20...90, using: &random), Int.random(in: 6...30, using: &random)) }
                guard let reading = bench.state.reading, let selection = reading.selection else { continue }
                let text = reading.article.article.text
                #expect(selection.range.upperBound <= text.utf8.count)
                #expect(text.bytes(selection.range).unicodeScalars.allSatisfy { $0 != "\u{FFFD}" } || text.contains("\u{FFFD}"))
                #expect(!selection.range.isEmpty)
            }
        }
    }

    @Test func linesGoDownTheScreen() {
        let bench = bench("v j")
        let words = selected(bench) ?? ""
        #expect(words.hasPrefix("Under Article 37"))
        #expect(words.count > 40 && words.count < 90)
        bench.press("k")
        #expect(selected(bench) == "U")
    }

    @Test func sectionsEndBeforeTheNextHeading() {
        let bench = Bench()
        bench.press("j Enter v ]")
        #expect(selected(bench)?.hasSuffix("and the data were kept.") == true)
        bench.press("] [ [")
        #expect(selected(bench)?.isEmpty == false)
    }

    // MARK: Keeping

    @Test func survivesResizeAndReload() {
        let bench = bench(") ")
        bench.resize(40, 12)
        #expect(selected(bench) == TextSelectingTests.first)
        bench.resize(200, 60)
        #expect(selected(bench) == TextSelectingTests.first)
        // A paragraph is put before it.
        var changed = bench.library.articles[ArticleID(2)]
        changed?.article.blocks.insert(Block(.paragraph, "Put here later."), at: 0)
        if let changed { bench.library.add(Fixture.stored(changed.article, number: 2)) }
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.reading?.article.article.text.hasPrefix("Put here later.") == true)
        #expect(selected(bench) == TextSelectingTests.first)
    }

    // MARK: The mouse

    @Test func dragSelects() throws {
        let bench = bench()
        let row = try #require(bench.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("Under Article 37") })
        let line = Array(bench.text.split(separator: "\n", omittingEmptySubsequences: false)[row])
        let start = try #require(line.firstIndex(of: "U"))
        func drag(_ column: Int, _ row: Int) { bench.send(.mouse(Mouse(column: column, row: row, kind: .drag(.left)))) }
        bench.click(start, row)
        #expect(selected(bench) == nil)
        drag(start + 4, row)
        #expect(selected(bench) == "Under")
        drag(start + 8, row)
        #expect(selected(bench) == "Under Art")
        bench.send(.mouse(Mouse(column: start + 8, row: row, kind: .release(.left))))
        #expect(bench.state.context == .selecting)
        bench.press("m")
        #expect(bench.state.reading?.article.passages.first?.anchor.quote == "Under Art")
        // A click ends what is selected.
        bench.press("v w")
        bench.click(start, row)
        #expect(selected(bench) == nil)
    }

    @Test func dragBeyondTheEdgeScrolls() {
        let bench = bench("", rows: 16)
        let row = bench.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("extradition") } ?? 0
        bench.click(20, row)
        let before = bench.state.reading?.top
        for _ in 0..<5 { bench.send(.mouse(Mouse(column: 30, row: 15, kind: .drag(.left)))) }
        #expect(bench.state.reading?.top != before)
        #expect(selected(bench)?.isEmpty == false)
    }

    // MARK: Marks

    @Test func highlightsTakeTheLastColour() {
        let bench = bench("m")
        #expect(bench.state.reading?.article.passages.map(\.highlight) == [.yellow])
        #expect(bench.state.status == Status(.done, "highlighted in yellow", isUndoable: true))
        bench.press("m")
        #expect(bench.state.reading?.article.passages.isEmpty == true)
        bench.press("g 3 j m")
        #expect(bench.state.reading?.article.passages.compactMap(\.highlight) == [.blue, .blue])
        // Another colour takes the place of the first; the same takes it away.
        bench.press("g 4")
        #expect(bench.state.reading?.article.passages.compactMap(\.highlight) == [.blue, .pink])
        bench.press("g 4")
        #expect(bench.state.reading?.article.passages.compactMap(\.highlight) == [.blue])
    }

    @Test func colourIsChosenFromAMenu() {
        let bench = bench("g m Down Down Enter")
        #expect(bench.state.reading?.article.passages.map(\.highlight) == [.blue])
        bench.press("g m")
        #expect(bench.state.chooser?.selected?.value == .colour(.blue))
        bench.press("Esc")
        #expect(bench.state.session.colour == .blue)
        #expect(Session(encoded: bench.state.session.encoded).colour == .blue)
    }

    @Test func marksGoOnWhatIsSelected() {
        let bench = bench("v e e m")
        #expect(bench.state.reading?.selection == nil)
        #expect(bench.state.context == .article)
        #expect(bench.state.reading?.article.passages.map(\.anchor.quote) == ["Under Article"])
        bench.press("v ) B ) t 'hanoi Enter ) a 'look_here Enter")
        let stored = bench.state.reading?.article.passages.first { $0.anchor.quote == TextSelectingTests.first }
        #expect(stored?.tags == ["hanoi"])
        #expect(stored?.isBookmarked == true)
        #expect(stored?.note?.text == "look here")
        bench.press(") y")
        #expect(bench.state.status?.text == "copied the passage")
    }

    @Test func theOneThatIsMeantIsAskedFor() {
        let bench = bench("v e a 'on_the_word Enter a")
        #expect(bench.state.chooser?.choices.map(\.note) == ["the whole passage", "✎ on the word"])
        bench.press("Down Enter")
        #expect(bench.state.prompt?.field.text == "on the word")
        bench.press("C-u 'changed Enter D")
        #expect(bench.state.reading?.article.passages.isEmpty == true)
        bench.press("D")
        #expect(bench.state.status == Status(.hint, "you made nothing of this passage"))
    }

    @Test func aPassageIsMoved() {
        let bench = bench("v e m R")
        #expect(bench.state.attaching != nil)
        bench.press("j Esc")
        #expect(bench.state.attaching == nil)
        bench.press("k R ) R")
        #expect(bench.state.attaching == nil)
        #expect(bench.state.reading?.article.passages.map(\.anchor.quote) == [TextSelectingTests.first])
    }

    // MARK: The editor, and drafts

    @Test func editorTakesWhatWasTyped() {
        let bench = bench("a 'begun")
        let effects = bench.press("C-x")
        #expect(effects.contains(.outside(.edit("begun", .note("")))))
        bench.send(.answer(.outside(.edited("begun\nand ended\n", .note("")))))
        #expect(bench.state.reading?.article.passages.map { $0.note?.text } == ["begun\nand ended"])
        bench.press("A")
        bench.send(.answer(.outside(.failed("no editor"))))
        #expect(bench.state.prompt == nil)
        bench.press("a '! C-x")
        bench.send(.answer(.outside(.failed("no editor"))))
        #expect(bench.state.prompt?.field.text == "begun\nand ended!")
    }

    @Test func anOpenNoteIsADraft() throws {
        let bench = bench("a 'half_a_sen;t%e,nce")
        bench.wait(1_000)
        let session = try #require(bench.library.session)
        #expect(session.draft?.text == "half a sen;t%e,nce")
        let decoded = Session(encoded: session.encoded)
        #expect(decoded == session)
        let again = Bench(session: decoded)
        #expect(again.state.prompt?.field.text == "half a sen;t%e,nce")
        #expect(again.state.prompt?.isChanged == true)
        again.press("Enter")
        #expect(again.library.articles[ArticleID(2)]?.passages.map { $0.note?.text } == ["half a sen;t%e,nce"])
        again.wait(1_000)
        #expect(again.library.session?.draft == nil)
    }

    @Test func aNoteThatCouldNotBeKeptIsInItsLineAgain() {
        let bench = bench()
        let target = MarkTarget(article: ArticleID(2), range: 0..<4, words: "Inve")
        bench.send(.answer(.noteNotKept(Draft(target: target, text: "mine"), "library: the disk is full")))
        #expect(bench.state.prompt?.field.text == "mine")
        #expect(bench.state.prompt?.problem == "library: the disk is full")
    }
}
