import Articles
import Library
import Search
import Terminal
import Testing
import Topics

@testable import Reader

/// What a person does, and what must come of it.
@Suite struct JourneyTests {
    @Test func bookmarkTagLeaveAndComeBack() {
        let bench = Bench()
        bench.press("j Enter ] b t 'hanoi Enter q q")
        let again = Bench(Array(bench.library.articles.values).sorted { $0.id < $1.id }, session: bench.library.session ?? Session())
        #expect(again.state.library.listing.selected == ArticleID(2))
        again.press("B")
        #expect(again.state.notes.listing.selectedRow?.passage?.tags == ["hanoi"])
        #expect(again.state.notes.listing.selectedRow?.passage?.isBookmarked == true)
        again.press("Enter")
        #expect(again.state.reading?.passage == Fixture.article(2).article.blockRanges[2])
        again.press("q")
        #expect(again.state.source == .notes)
    }

    @Test func searchArrivesAtTheHit() {
        let bench = Bench()
        bench.press("/ 'own_nationals")
        #expect(bench.state.search.results.count == 30)
        bench.press("Down Enter")
        #expect(bench.state.reading?.id == ArticleID(2))
        #expect(bench.state.reading?.find?.hits.count == 1)
        #expect(bench.state.reading?.block == 2)
        #expect(bench.text.contains("hit 1/1"))
        bench.press("q")
        #expect(bench.state.context == .results)
        #expect(bench.state.search.results.selected == ArticleID(2))
        bench.press("q")
        #expect(bench.state.context == .library)
    }

    /// Enter that overtakes the results opens what was typed, not what was found before.
    @Test func enterBeforeTheResults() {
        let bench = Bench()
        bench.press("/ 'extradition")
        var state = bench.state
        let moment = Moment(milliseconds: 1_000_000)
        let typed = state.update(.key(.character("s")), at: moment)
        guard case .search(let question, let generation)? = typed.first else {
            Issue.record("nothing is searched for")
            return
        }
        let text = question.text
        #expect(text == "extraditions")
        #expect(state.update(.key(.enter), at: moment) == [])
        #expect(state.reading == nil)
        let hit = HitRow(article: Fixture.article(7).row, snippets: [])
        let effects = state.update(.answer(.found(Findings(query: text, first: [hit], count: .exactly(1)), generation: generation)), at: moment)
        #expect(effects.contains { if case .loadArticle(ArticleID(7), _) = $0 { true } else { false } })
        #expect(state.pane == .article)
    }

    @Test func lateResultsAreHarmless() {
        let bench = Bench()
        bench.press("/ 'extradition")
        let before = bench.state.search.results
        bench.send(.answer(.found(Findings(query: "old", first: [], count: .exactly(0)), generation: bench.state.search.generation - 1)))
        bench.send(.answer(.order([], Totals(), generation: bench.state.library.generation - 1)))
        bench.send(.answer(.article(Fixture.article(9), generation: 1)))
        #expect(bench.state.search.results == before)
        #expect(bench.state.library.listing.count == 30)
        #expect(bench.state.reading?.id != ArticleID(9))
    }

    @Test func findInArticle() {
        let bench = Bench()
        bench.press("j Enter / 'regulator")
        #expect(bench.state.reading?.find?.hits.count == 12)
        #expect(bench.text.contains("hit 1/12"))
        bench.press("Enter n n")
        #expect(bench.state.reading?.find?.current == 2)
        bench.press("N N N")
        #expect(bench.state.reading?.find?.current == 11)
        bench.resize(120, 40)
        #expect(bench.state.reading?.find?.hits.count == 12)
        bench.press("Esc")
        #expect(bench.state.reading?.find == nil)
        #expect(bench.state.pane == .article)
    }

    @Test func leavingFindComesBackToWhereItBegan() {
        let bench = Bench()
        bench.press("j Enter j j")
        let (top, block) = (bench.state.reading?.top, bench.state.reading?.block)
        bench.press("/ 'Paragraph_12")
        #expect(bench.state.reading?.block != block)
        bench.press("Esc")
        #expect(bench.state.reading?.top == top)
        #expect(bench.state.reading?.block == block)
    }

    @Test func topicFiltersAndSaysSo() {
        let bench = Bench()
        bench.press("3 j Enter")
        #expect(bench.text.contains("Malware (0)"))
        #expect(bench.text.contains("Esc clears"))
        #expect(bench.text.contains("Nothing is listed under «Malware»"))
        bench.press("Esc")
        #expect(bench.state.library.filter.isEmpty)
        #expect(bench.state.library.listing.count == 30)
        bench.press("3 G Enter")
        #expect(bench.state.library.filter.topic == "extradition")
        bench.press("q")
        #expect(bench.state.pane == .topics)
        #expect(bench.state.library.filter.isEmpty)
    }

    /// The row that is looked at does not go away by itself.
    @Test func readRowStaysInTheUnreadList() {
        let bench = Bench()
        bench.press("g u")
        #expect(bench.state.library.listing.count == 20)
        bench.press("j Enter q")
        #expect(bench.state.library.listing.selected == ArticleID(2))
        #expect(bench.state.library.listing.selectedRow?.isRead == true)
        bench.press("C-r")
        #expect(bench.state.library.listing.selected != ArticleID(2))
        #expect(bench.state.library.listing.count == 19)
    }

    @Test func newArticlesDoNotMoveTheCursor() {
        let bench = Bench()
        bench.press("j j j")
        let text = bench.text.split(separator: "\n").first { $0.hasPrefix("▌") }
        bench.library.add(Fixture.stored(Fixture.article(90).article, number: 90))
        bench.send(.answer(.synced(SyncSummary(added: 1))))
        #expect(bench.state.library.listing.selected == ArticleID(4))
        #expect(bench.state.library.listing.id(at: 0) == ArticleID(90))
        #expect(bench.text.split(separator: "\n").first { $0.hasPrefix("▌") } == text)
        #expect(bench.text.contains("1 added"))
    }

    @Test func trashIsUndone() {
        let bench = Bench()
        bench.press("j d")
        #expect(bench.state.library.listing.count == 29)
        #expect(bench.state.library.listing.selected == ArticleID(3))
        #expect(bench.text.contains("to the trash: Second Protocol"))
        bench.press("u")
        #expect(bench.state.library.listing.count == 30)
        #expect(bench.text.contains("undone: to the trash"))
    }

    @Test func trashWhileReadingGoesBackToTheList() {
        let bench = Bench()
        bench.press("j Enter d")
        #expect(bench.state.pane == .list)
        #expect(bench.state.reading == nil)
        #expect(bench.state.library.listing.selected == ArticleID(3))
    }

    @Test func undoOfABookmarkShowsAtOnce() {
        let bench = Bench()
        bench.press("j Enter ] b")
        #expect(bench.state.reading?.isBookmarked == true)
        bench.press("u")
        #expect(bench.state.reading?.isBookmarked == false)
        #expect(bench.state.reading?.block == 2)
    }

    @Test func articlesOneAfterTheOther() {
        let bench = Bench()
        bench.press("Enter J J K")
        #expect(bench.state.reading?.id == ArticleID(2))
        #expect(bench.state.pane == .article)
        bench.press("K K K")
        #expect(bench.state.reading?.id == ArticleID(1))
        #expect(bench.text.contains("this is the first one"))
    }

    @Test func pickerTakesWhatWasTyped() {
        let bench = Bench()
        bench.press("j Enter ] t 'treaty-law Enter j t 'treaty Enter")
        let tags = bench.library.articles[ArticleID(2)]?.passages.map(\.tags)
        #expect(tags == [["treaty-law"], ["treaty"]])
        bench.press("j t 'treaty- Down Enter")
        #expect(bench.library.articles[ArticleID(2)]?.passages.last?.tags == ["treaty-law"])
    }

    @Test func mouse() {
        let bench = Bench()
        bench.click(20, 4)
        #expect(bench.state.library.listing.cursor == 2)
        bench.click(20, 4)
        #expect(bench.state.reading?.id == ArticleID(3))
        bench.send(.mouse(Mouse(column: 20, row: 10, kind: .wheelDown)))
        #expect(bench.state.reading?.top != .start)
        bench.click(26, 0)
        #expect(bench.state.tab == .search)
        bench.press("Esc M")
        bench.click(20, 6)
        #expect(bench.state.library.listing.cursor == 2)
    }

    @Test func pasteSearches() {
        let bench = Bench()
        bench.press("/")
        bench.send(.paste("own\nnationals"))
        #expect(bench.state.search.field.text == "own nationals")
        #expect(bench.state.search.results.count == 30)
    }

    @Test func problemsAreListed() {
        let bench = Bench()
        bench.press("!")
        #expect(bench.text.contains("every file could be read"))
        let sentences = (1...9).map { "file-\($0).txt: it is no text; remove it or convert it" }
        bench.send(.answer(.synced(SyncSummary(failures: sentences))))
        #expect(bench.text.contains("9 files could not be read; ! lists them"))
        #expect(bench.text.contains("9 problems"))
        bench.press("!")
        #expect(bench.text.contains("file-1.txt: it is no text"))
        bench.press("G")
        #expect(bench.text.contains("file-9.txt: it is no text"))
        #expect(!bench.text.contains("file-1.txt"))
        bench.press("q")
        #expect(bench.state.report == nil)
        #expect(bench.state.context == .library)
    }

    @Test func hitsInAdvertisementsComeLast() {
        let blocks = [
            Block(.promotion, "See Also: Extradition and the Cloud"), Block(.paragraph, "The request for extradition was refused."),
        ]
        let bench = Bench([Fixture.stored(Article(title: "One", blocks: blocks), number: 1)])
        bench.press("/ 'extradition Enter")
        #expect(bench.state.reading?.find?.hits.count == 2)
        #expect(bench.state.reading?.find?.current == 1)
        #expect(bench.state.reading?.block == 1)
    }

    @Test func emptyLibraryAnswersEveryCommand() {
        for command in Command.allCases {
            for context in command.entry.contexts where !context.isTyping {
                let bench = Bench([])
                _ = bench.state.perform(command, in: context)
                _ = bench.canvas
            }
        }
    }
}
