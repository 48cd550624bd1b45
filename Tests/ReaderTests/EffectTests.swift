import Articles
import Library
import Terminal
import Testing

@testable import Reader

/// Keys, and what they ask for.
@Suite struct EffectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var before: String
        var keys: String
        /// Those that matter, see `matters`.
        var effects: [Effect]
        var testDescription: String { "\(before) | \(keys)" }
    }

    static let second = ArticleID(2)
    /// The third block, «Under Article 37…».
    static let passage = Fixture.article(2).article.blockRanges[2]

    static let cases: [Case] = [
        Case(before: "", keys: "r", effects: [.setRead(ArticleID(1), true, isSilent: false)]),
        Case(before: "j j", keys: "r", effects: [.setRead(ArticleID(3), false, isSilent: false)]),
        Case(before: "j Enter", keys: "r", effects: [.setRead(second, false, isSilent: false)]),
        Case(before: "j Enter ]", keys: "b", effects: [.toggleBookmark(second, passage)]),
        Case(before: "j Enter ] t 'hanoi", keys: "Enter", effects: [.mark(.tag("hanoi", MarkTarget(article: second, range: passage, words: Fixture.article(2).article.blocks[2].text)))]),
        Case(before: "j Enter ]", keys: "m", effects: [.mark(.highlight(.yellow, MarkTarget(article: second, range: passage, words: Fixture.article(2).article.blocks[2].text)))]),
        Case(before: "j t 'hanoi", keys: "Enter", effects: [.toggleTag("hanoi", .init(article: second, range: nil, words: Fixture.article(2).row.title))]),
        Case(before: "j", keys: "d", effects: [.trash(second)]),
        Case(before: "", keys: "u", effects: [.undo]),
        Case(before: "", keys: "U", effects: [.redo]),
        Case(before: "j Enter ]", keys: "y", effects: [.copy(Fixture.article(2).article.blocks[2].text)]),
        Case(before: "", keys: "C-r", effects: [.sync]),
        Case(before: "", keys: "C-l", effects: [.redraw]),
        Case(before: "", keys: "M", effects: [.setMouse(false)]),
        Case(before: "M", keys: "M", effects: [.setMouse(true)]),
        Case(before: "", keys: "C-z", effects: [.suspend]),
        Case(before: "", keys: "q", effects: [.quit]),
        Case(before: "j Enter", keys: "q", effects: []),
        Case(before: "", keys: "Esc Esc h h h", effects: []),
        Case(before: "/", keys: "'q", effects: []),
        Case(before: "B", keys: "q", effects: []),
        Case(before: "j Enter ] b q B", keys: "d", effects: [.removeNote(id: "passage-1")]),
        Case(before: "", keys: "C-c", effects: []),
        Case(before: "C-c", keys: "C-c", effects: [.quit]),
        Case(before: "C-c j", keys: "C-c", effects: []),
    ]

    @Test(arguments: cases)
    func effects(_ row: Case) {
        let bench = Bench()
        bench.press(row.before)
        let effects = bench.press(row.keys).filter(Self.matters)
        #expect(effects == row.effects)
    }

    /// What only reads, and what keeps the view, is asked for by and by.
    private static func matters(_ effect: Effect) -> Bool {
        switch effect {
        case .loadOrder, .loadRows, .loadArticle, .search, .loadHits, .complete, .completePath, .loadNotes,
            .loadTopicCounts, .loadTags, .loadNames, .locate, .loadTopicPage, .savePlace, .saveSession, .planAct,
            .loadSaved, .loadNoteRows, .loadTotals:
            false
        case .setRead(_, _, let isSilent): !isSilent
        case .countJudgements: false
        case .briefing(.load), .briefing(.find): false
        case .briefing: true
        case .feed(let request): request != .load
        case .toggleBookmark, .mark, .setStar, .restore, .act, .cancelJob, .toggleTag, .trash, .removeNote, .judge,
            .exclude, .correct, .undo, .redo, .sync, .cancelSync, .cancelIndexing, .copy, .setMouse, .outside, .redraw,
            .addFiles, .explore, .saveSearch, .renameSearch, .removeSearch, .suspend, .quit, .palette:
            true
        }
    }

    @Test func interruptCancelsTheSyncFirst() {
        let bench = Bench()
        bench.send(.answer(.syncing(SyncProgress(done: 1, total: 9))))
        #expect(bench.press("C-c") == [.cancelSync])
        #expect(!bench.hasQuit)
        // Still cancelling: the second one leaves all the same.
        bench.press("C-c")
        #expect(bench.hasQuit)
    }

    @Test func twoInterruptsFarApartDoNotLeave() {
        let bench = Bench()
        bench.press("C-c")
        bench.wait(2_000)
        bench.press("C-c")
        #expect(!bench.hasQuit)
        bench.press("C-c")
        #expect(bench.hasQuit)
    }

    @Test func openingMarksReadWithoutAWord() {
        let bench = Bench()
        let effects = bench.press("j Enter")
        #expect(effects.contains(.loadArticle(EffectTests.second, generation: bench.state.generation)) || bench.state.reading?.id == EffectTests.second)
        #expect(bench.library.articles[EffectTests.second]?.row.isRead == true)
        #expect(bench.state.status == nil)
    }

    @Test func previewDoesNotMarkRead() {
        let bench = Bench(columns: 120, rows: 40)
        bench.press("j")
        #expect(bench.state.reading?.id == EffectTests.second)
        #expect(bench.library.articles[EffectTests.second]?.row.isRead == false)
        bench.press("Enter")
        #expect(bench.library.articles[EffectTests.second]?.row.isRead == true)
    }

    @Test func leavingKeepsPlaceAndView() {
        let bench = Bench()
        bench.press("j j j Enter G q q")
        #expect(bench.hasQuit)
        #expect(bench.library.session?.selected == ArticleID(4))
        #expect((bench.library.articles[ArticleID(4)]?.place ?? 0) > 0)
    }

    @Test func placeIsKeptSoonAfterItChanged() {
        let bench = Bench()
        bench.press("j Enter G")
        let before = bench.library.articles[EffectTests.second]?.place
        bench.wait(1_000)
        #expect(bench.library.articles[EffectTests.second]?.place != before)
        #expect(bench.state.nextTick == nil)
    }
}
