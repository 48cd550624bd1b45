import Articles
import Library
import Terminal
import Testing

@testable import Reader

/// Place and passage cursor.
@Suite struct ReadingTests {
    @Test func stepsGoFromPassageToPassage() {
        let bench = Bench()
        bench.press("j Enter")
        var seen: [Int?] = [bench.state.reading?.block]
        for _ in 0..<20 {
            bench.press("j")
            if bench.state.reading?.block != seen.last { seen.append(bench.state.reading?.block) }
        }
        #expect(seen == Array(0..<15).map(Optional.some))
        bench.press("g g")
        #expect(bench.state.reading?.block == 0)
        #expect(bench.state.reading?.top == .start)
    }

    /// The passage under the cursor is seen, whatever keys led there.
    @Test func cursorIsSeen() {
        let bench = Bench()
        bench.press("j Enter")
        for keys in ["PgDn", "PgDn", "PgUp", "C-d", "C-d", "C-u", "G", "k", "k", "g g", "]", "]", "C-e", "C-e", "C-e", "C-e", "C-y", "Space"] {
            bench.press(keys)
            expectCursorSeen(bench, keys)
        }
    }

    private func expectCursorSeen(_ bench: Bench, _ keys: String) {
        guard let reading = bench.state.reading, let block = reading.block else {
            Issue.record("no cursor after \(keys)")
            return
        }
        let bottom = reading.page.place(reading.top, movedBy: bench.state.articleRows - 1)
        let isSeen = reading.page.lastPlace(ofBlock: block) >= reading.top && reading.page.place(ofBlock: block) <= bottom
        #expect(isSeen, "after \(keys)")
    }

    @Test func longParagraphIsScrolledThrough() {
        let text = String(repeating: "One more clause of a very long sentence, ", count: 120)
        let article = Article(title: "Long", blocks: [Block(.paragraph, text), Block(.paragraph, "The end.")])
        let bench = Bench([Fixture.stored(article, number: 1)])
        bench.press("Enter")
        var steps = 0
        while bench.state.reading?.block == 0, steps < 200 {
            bench.press("j")
            steps += 1
        }
        #expect(steps > 10 && steps < 40)
        bench.press("k")
        #expect(bench.state.reading?.block == 0)
        #expect(bench.state.reading.map { $0.top > .start } == true)
    }

    /// Many sizes and back: the same lines are seen.
    @Test func placeSurvivesResizing() {
        let bench = Bench()
        bench.press("j Enter PgDn j")
        let (top, block, place) = (bench.state.reading?.top, bench.state.reading?.block, bench.state.reading?.place)
        for (columns, rows) in [(60, 24), (120, 40), (24, 8), (19, 4), (59, 11), (200, 60), (80, 24)] {
            bench.resize(columns, rows)
            _ = bench.canvas
        }
        #expect(bench.state.reading?.top == top)
        #expect(bench.state.reading?.block == block)
        #expect(bench.state.reading?.place == place)
    }

    @Test func placeIsFoundAgainWhenTheArticleIsOpenedAgain() {
        let bench = Bench()
        bench.press("j Enter PgDn q j Enter q k Enter")
        #expect(bench.state.reading?.id == ArticleID(2))
        #expect(bench.state.reading.map { $0.top > .start } == true)
    }

    @Test func measureChangesAndStaysInBounds() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("Enter")
        for _ in 0..<20 { bench.press(">") }
        #expect(bench.state.measure == 80)
        for _ in 0..<20 { bench.press("<") }
        #expect(bench.state.measure == 40)
        #expect(bench.state.reading?.page.width == 40)
    }

    @Test func landmarks() {
        let bench = Bench()
        bench.press("j Enter ]")
        #expect(bench.state.reading?.block == 2)
        bench.press("]")
        #expect(bench.text.contains("no further passage with a topic"))
        bench.press("j j b g g }")
        #expect(bench.state.reading?.block == 4)
        bench.press("G {")
        #expect(bench.state.reading?.block == 4)
        bench.press("{")
        #expect(bench.text.contains("no passage with a mark of yours before this one"))
    }

    @Test func articleWithoutTextHasNoCursor() {
        let bench = Bench([Fixture.stored(Article(title: "Nothing"), number: 1)])
        bench.press("Enter j k b y t G g g PgDn ] / 'x Enter")
        #expect(bench.state.reading?.block == nil)
        _ = bench.canvas
    }
}
