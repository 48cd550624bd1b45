import Library
import Terminal
import Testing

@testable import Reader

/// Closing panes and moving their edges, at every width.
@Suite struct PaneChoiceTests {
    private func panes(_ bench: Bench) -> [Pane] { bench.state.layout.boxes.map(\.pane) }

    @Test func aClosedPaneLeavesItsRoomToTheList() {
        let bench = Bench(columns: 200, rows: 60)
        let list = bench.state.layout.box(.list)?.frame.columns ?? 0
        bench.press("Tab Tab")
        #expect(bench.state.pane == .passage)
        bench.press("C-w c")
        #expect(panes(bench) == [.topics, .list, .article])
        #expect(bench.state.pane == .list)
        #expect(bench.state.layout.box(.list)?.frame.columns ?? 0 > list)
        bench.press("C-w =")
        #expect(panes(bench) == Pane.allCases)
    }

    @Test func aClosedPaneIsShownWhileItHasTheKeys() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("3 C-w c")
        #expect(!panes(bench).contains(.topics))
        bench.press("3")
        #expect(panes(bench).contains(.topics))
        bench.press("1")
        #expect(!panes(bench).contains(.topics))
    }

    @Test func onlyThisOne() {
        let bench = Bench(columns: 120, rows: 40)
        bench.press("C-w o")
        #expect(panes(bench) == [.list])
        bench.press("Enter")
        #expect(bench.state.pane == .article)
        #expect(bench.state.reading != nil)
        bench.press("q")
        #expect(panes(bench) == [.list])
    }

    @Test func edgesMoveAsFarAsTheyGo() {
        let bench = Bench(columns: 120, rows: 40)
        let first = bench.state.layout.box(.list)?.frame.columns ?? 0
        bench.press("C-w >")
        #expect(bench.state.layout.box(.list)?.frame.columns == first + 4)
        for _ in 0..<40 { bench.press("C-w >") }
        #expect(bench.state.layout.box(.article)?.frame.columns == 34)
        #expect(bench.text.contains("this is as far as it goes"))
        for _ in 0..<60 { bench.press("C-w <") }
        #expect(bench.state.layout.box(.list)?.frame.columns == 24)
        bench.press("Tab C-w <")
        #expect(bench.state.layout.box(.list)?.frame.columns == 28)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theScrollBarLeadsAnywhere(columns: Int, rows: Int) {
        let bench = Bench(Fixture.articles(100), columns: columns, rows: rows)
        guard let box = bench.state.layout.box(.list) else { return }
        let column = box.isBordered ? box.inner.endColumn : box.inner.endColumn - 1
        bench.click(column, box.inner.endRow - 1)
        #expect(bench.state.library.listing.cursor == 99)
        bench.click(column, box.inner.row)
        #expect(bench.state.library.listing.cursor == 0)
        bench.click(column, box.inner.row + box.inner.rows / 2)
        #expect((40...60).contains(bench.state.library.listing.cursor))
    }

    @Test func theFooterIsClicked() {
        let bench = Bench()
        guard let item = bench.state.footerItems.first(where: { $0.command == .sort }) else {
            Issue.record("not in the footer")
            return
        }
        bench.click(item.columns.lowerBound + 1, 23)
        #expect(bench.state.context == .chooser)
    }

    @Test func onePaneSaysSo() {
        let bench = Bench()
        bench.press("C-w c")
        #expect(bench.text.contains("one pane is shown"))
        #expect(bench.state.panes == PaneChoice())
        bench.press("C-w >")
        #expect(bench.state.panes == PaneChoice())
    }

    @Test func theChoiceIsKept() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("3 C-w c C-w >")
        bench.wait(1_000)
        let kept = bench.library.session ?? Session()
        #expect(kept.panes == bench.state.panes)
        #expect(Session(encoded: kept.encoded).panes == kept.panes)
        let next = Bench(columns: 200, rows: 60, session: Session(encoded: kept.encoded))
        #expect(next.state.layout == bench.state.layout)
    }

    /// Whatever is closed and moved, at whatever size: the panes fill the screen side by side, and the one with the keys is
    /// there.
    @Test func panesFillTheScreen() {
        for columns in stride(from: 60, through: 240, by: 7) {
            for pane in Pane.allCases {
                for bits in 0..<16 {
                    for shift in [-120, -8, 0, 12, 120] {
                        let closed = Set(Pane.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
                        let layout = Layout(columns: columns, rows: 30, pane: pane, panes: PaneChoice(closed: closed, shift: shift))
                        #expect(layout.box(pane) != nil)
                        #expect(layout.boxes.reduce(0) { $0 + $1.frame.columns } == columns)
                        #expect(layout.boxes.allSatisfy { $0.frame.columns >= 20 }, "\(columns) \(pane) \(closed) \(shift)")
                    }
                }
            }
        }
    }
}
