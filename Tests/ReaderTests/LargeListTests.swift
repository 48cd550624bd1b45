import Library
import Terminal
import Testing

@testable import Reader

/// What one article costs in a large library: never the order of all.
@Suite struct LargeListTests {
    private func asksForOrder(_ effects: [Effect]) -> Bool {
        effects.contains { if case .loadOrder = $0 { true } else { false } }
    }

    /// What the state asks for once a change of one article is kept.
    private func effects(of bench: Bench, _ edit: (inout StoredArticle) -> Void) -> [Effect] {
        guard var article = bench.state.library.listing.selected.flatMap({ bench.library.articles[$0] }) else { return [] }
        edit(&article)
        return bench.sendAlone(.answer(.changed(Change("changed", article: article))))
    }

    @Test func oneArticleReadsNoOrder() {
        let bench = Bench()
        let effects = effects(of: bench) { $0.row.isRead.toggle() }
        #expect(effects.contains(.loadTotals))
        #expect(!asksForOrder(effects))
    }

    @Test func aFilteredListIsReadAgain() {
        let bench = Bench()
        bench.press("g u")
        #expect(asksForOrder(effects(of: bench) { $0.row.isRead.toggle() }))
    }

    @Test func anArticleOfAnotherDateOrTitleMoves() {
        let bench = Bench()
        #expect(asksForOrder(effects(of: bench) { $0.row.title = "Another title" }))
    }

    @Test func totalsAreTaken() {
        let bench = Bench()
        bench.send(.answer(.totals(Totals(all: 1_234_567, unread: 37))))
        #expect(bench.state.library.totals == Totals(all: 1_234_567, unread: 37))
    }

    /// While a folder is read, the next order is asked for when the last one is there.
    @Test func oneOrderAtATime() {
        let bench = Bench()
        func progress(_ articles: Int) -> [Effect] {
            bench.wait(1_000)
            return bench.sendAlone(.answer(.syncing(SyncProgress(done: articles, total: 100, failures: 0, articles: articles))))
        }
        _ = progress(1)
        let first = progress(2)
        #expect(asksForOrder(first))
        #expect(!asksForOrder(progress(3)))
        bench.answer(first)
        #expect(asksForOrder(progress(4)))
    }

    /// A row that is gone leaves the cursor beside its neighbours, whether they are near or far from where they were.
    @Test(arguments: [0, 100_000]) func aRowGoesOutOfMany(_ inserted: Int) {
        let count: Int64 = 200_000
        var listing = Listing<ArticleRow>()
        listing.replace(ids: (1...count).map(ArticleID.init), keepsCursorRow: false)
        listing.move(to: 150_000, visible: 40)
        let gone = listing.selected
        let new = (0..<Int64(inserted)).map { ArticleID(count + 1 + $0) } + (1...count).map(ArticleID.init).filter { $0 != gone }
        var left = listing
        left.replace(ids: new, keepsCursorRow: false)
        #expect(left.selected == ArticleID(150_002))
        listing.replace(ids: new, keepsCursorRow: true)
        #expect(listing.selected == gone)
        #expect(listing.id(at: listing.cursor + 1) == ArticleID(150_002))
    }
}
