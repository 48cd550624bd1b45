import Library
import Terminal
import Testing

@testable import Reader

/// Back and forward through what was visited.
@Suite struct HistoryTests {
    @Test func backToWhereItBegan() {
        let bench = Bench()
        bench.press("j j Enter")
        #expect(bench.state.reading?.id == ArticleID(3))
        bench.press("H")
        #expect(bench.state.context == .library)
        #expect(bench.state.library.listing.cursor == 2)
        bench.press("H")
        #expect(bench.text.contains("this is where you began"))
        bench.press("L")
        #expect(bench.state.context == .article)
        #expect(bench.state.reading?.id == ArticleID(3))
        bench.press("L")
        #expect(bench.text.contains("this is the last view"))
    }

    @Test func allKeysGoBackAndForward() {
        for (back, forward) in [("H", "L"), ("A-Left", "A-Right"), ("C-o", "L")] {
            let bench = Bench()
            bench.press("Enter " + back)
            #expect(bench.state.context == .library)
            bench.press(forward)
            #expect(bench.state.context == .article)
        }
    }

    @Test func articlesComeWithTheirPlaces() {
        let bench = Bench()
        bench.press("Enter C-d C-d")
        let place = bench.state.reading?.place ?? 0
        #expect(place > 0)
        bench.press("J J")
        #expect(bench.state.reading?.id == ArticleID(3))
        bench.press("H H")
        #expect(bench.state.reading?.id == ArticleID(1))
        #expect(bench.state.reading?.place == place)
        bench.press("L")
        #expect(bench.state.reading?.id == ArticleID(2))
    }

    @Test func searchesComeWithTheirCursor() {
        let bench = Bench()
        bench.press("/ 'extradition Esc j j j")
        let row = bench.state.search.results.selected
        bench.press("Enter 1 j j f 'Banks Enter")
        #expect(bench.state.library.filter.words == "Banks")
        bench.press("H H")
        #expect(bench.state.context == .article)
        bench.press("H")
        #expect(bench.state.context == .results)
        #expect(bench.state.search.answered == "extradition")
        #expect(bench.state.search.results.selected == row)
    }

    @Test func anotherSearchIsAnotherView() {
        let bench = Bench()
        bench.press("/ 'extradition Enter q / 'ransom Enter H")
        #expect(bench.state.search.field.text == "ransom")
        bench.press("H")
        #expect(bench.state.search.field.text == "extradition")
        #expect(bench.state.search.answered == "extradition")
        bench.press("L L")
        #expect(bench.state.search.answered == "ransom")
        #expect(bench.state.context == .article)
    }

    @Test func filtersAreViews() {
        let bench = Bench()
        bench.press("j j f 'Banks Enter j")
        let row = bench.state.library.listing.selected
        bench.press("H")
        #expect(bench.state.library.filter.isEmpty)
        #expect(bench.state.library.listing.cursor == 2)
        bench.press("L")
        #expect(bench.state.library.filter.words == "Banks")
        #expect(bench.state.library.listing.selected == row)
    }

    /// Going back by `q` is no new view: from there, forward is where one was.
    @Test func qIsBack() {
        let bench = Bench()
        bench.press("Enter q L")
        #expect(bench.state.context == .article)
        bench.press("H H")
        #expect(bench.text.contains("this is where you began"))
    }

    @Test func whatIsOnlyTypedIsNoView() {
        let bench = Bench()
        bench.press("/ 'ext Esc")
        #expect(bench.state.history.places.map(\.key) == [.library(LibraryFilter()), .search("ext")])
    }

    @Test func onlySoManyAreKept() {
        var history = History()
        let bench = Bench()
        bench.press("j")
        var place = bench.state.history.places[0]
        for number in 0..<250 {
            place.key = .article(ArticleID(Int64(number)))
            history.visit(place)
        }
        #expect(history.places.count == History.most)
        #expect(history.step(by: -99)?.key == .article(ArticleID(150)))
        #expect(history.step(by: -1) == nil)
    }
}
