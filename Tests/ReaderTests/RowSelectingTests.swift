import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Selecting rows of a list, and acting on them together.
@Suite struct RowSelectingTests {
    private func ids(_ numbers: ClosedRange<Int64>) -> [ArticleID] { numbers.map { ArticleID($0) } }

    @Test func spaceSelectsARowAndGoesOn() {
        let bench = Bench()
        bench.press("Space Space j Space")
        #expect(bench.state.selectedArticles == [1, 2, 4].map { ArticleID($0) })
        #expect(bench.state.library.listing.cursor == 4)
        #expect(bench.text.contains("3 selected"))
        bench.press("k Space")
        #expect(bench.state.selectedArticles == [1, 2].map { ArticleID($0) })
        bench.press("Esc")
        #expect(bench.state.selectedArticles.isEmpty)
        #expect(!bench.text.contains("selected"))
    }

    @Test func aRangeFollowsTheCursor() {
        let bench = Bench()
        bench.press("j v j j j")
        #expect(bench.state.selectedArticles == ids(2...5))
        bench.press("k k k k")
        #expect(bench.state.selectedArticles == ids(1...2))
        bench.press("j v G")
        #expect(bench.state.selectedArticles == ids(2...2))
        bench.press("v k k")
        #expect(bench.state.selectedArticles == ids(2...2) + ids(28...30))
        #expect(bench.state.library.listing.selectedCount == 4)
    }

    @Test func allNoneAndTheOthers() {
        let bench = Bench()
        bench.press("C-a")
        #expect(bench.state.selectedArticles.count == 30)
        bench.press("Space g v")
        #expect(bench.state.selectedArticles == ids(1...1))
        bench.press("C-a C-a")
        #expect(bench.state.selectedArticles.isEmpty)
        #expect(!bench.state.hasSelection)
    }

    /// Whatever is selected how, count and list agree with a set that is kept beside it.
    @Test func countsWhatItLists() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<40 {
            let bench = Bench(Fixture.articles(12))
            for _ in 0..<30 {
                bench.press(["Space", "v", "C-a", "g v", "j", "k", "G", "g g", "Esc"].randomElement(using: &generator) ?? "j")
                let listing = bench.state.library.listing
                #expect(listing.selectedCount == listing.selectedIDs.count)
                #expect(listing.ids.indices.filter(listing.isSelected).map { listing.ids[$0] } == listing.selectedIDs)
                #expect(listing.hasSelection == !listing.selectedIDs.isEmpty)
            }
        }
    }

    @Test func severalAreAskedAboutAndUndoneAsOne() {
        let bench = Bench()
        bench.press("Space Space Space *")
        #expect(bench.text.contains("Give 3 articles a star?"))
        #expect(bench.text.contains("«Banks must refund victims of push payments»"))
        bench.press("n")
        #expect(bench.library.articles.values.allSatisfy { !$0.row.isStarred })
        bench.press("* y")
        #expect(bench.library.articles.values.filter(\.row.isStarred).map(\.id).sorted() == ids(1...3))
        #expect(bench.text.contains("gave 3 articles a star"))
        #expect(bench.text.contains("★"))
        bench.press("u")
        #expect(bench.library.articles.values.allSatisfy { !$0.row.isStarred })
    }

    @Test func oneIsNotAskedAbout() {
        let bench = Bench()
        bench.press("j Space d")
        #expect(bench.state.confirmation == nil)
        #expect(bench.library.articles[ArticleID(2)]?.row.isTrashed == true)
        #expect(bench.state.selectedArticles.isEmpty)
    }

    @Test func tagsAllSelected() {
        let bench = Bench()
        bench.press("v j j j v t")
        #expect(bench.text.contains("Tag 4 articles"))
        bench.press("'hanoi Enter")
        #expect(bench.text.contains("Tag 4 articles «hanoi»?"))
        bench.press("y")
        #expect(bench.library.articles.values.filter { $0.row.tags == ["hanoi"] }.map(\.id).sorted() == ids(1...4))
        bench.press("t 'hanoi Enter y")
        #expect(bench.library.articles.values.allSatisfy { $0.row.tags.isEmpty })
    }

    @Test func theReadCountsAsReadAllAndThenAllUnread() {
        let bench = Bench()
        bench.press("Space Space Space r")
        #expect(bench.text.contains("Mark 2 articles as read?"))
        #expect(bench.text.contains("1 of those selected is so already."))
        bench.press("y r")
        #expect(bench.text.contains("Mark 3 articles as unread?"))
    }

    /// What a filter hides is not acted on, though it was selected.
    @Test func whatIsHiddenIsNotTouched() {
        let bench = Bench()
        bench.press("C-a g u")
        let unread = bench.library.articles.values.filter { !$0.row.isRead }.count
        // The row under the cursor stays where it is, whatever the filter.
        #expect(bench.state.selectedArticles.count == unread)
        bench.press("d y")
        #expect(bench.library.articles.values.allSatisfy { $0.row.isTrashed == !$0.row.isRead })
    }

    @Test func whatComesLaterIsNotSelected() {
        let bench = Bench(Fixture.articles(5))
        bench.press("C-a")
        bench.library.add(Fixture.article(6))
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.library.listing.count == 6)
        #expect(bench.state.selectedArticles == ids(1...5))
    }

    /// A question that comes when the user has gone on is not asked: the next key is meant for something else.
    @Test func aLateQuestionIsNotAsked() {
        let bench = Bench()
        bench.press("Space Space")
        let effects = bench.sendAlone(.key(.character("*")))
        bench.press("Enter")
        bench.answer(effects)
        #expect(bench.state.context == .article)
        #expect(bench.state.confirmation == nil)
        #expect(bench.text.contains("nothing was changed: you had gone on"))
    }

    /// A row that has not come yet is judged by the library, not guessed.
    @Test func anUnknownRowIsToggledByTheLibrary() {
        let bench = Bench()
        bench.press("d g d")
        bench.state.library.listing.keep([])
        bench.press("d")
        #expect(bench.library.articles[ArticleID(1)]?.row.isTrashed == false)
    }

    @Test func selectsInResults() {
        let bench = Bench()
        bench.press("/ 'extradition Esc Space Space")
        #expect(bench.state.selectedArticles.count == 2)
        #expect(bench.text.contains("2 selected"))
        bench.press("* y")
        #expect(bench.library.articles.values.filter(\.row.isStarred).count == 2)
    }

    @Test func theTrashGivesBack() {
        let bench = Bench()
        bench.press("d d g d")
        #expect(bench.text.contains("Trash (2)"))
        bench.press("d")
        #expect(bench.text.contains("Trash (1)"))
        #expect(bench.library.articles[ArticleID(1)]?.row.isTrashed == false)
        bench.press("Esc")
        #expect(bench.state.library.listing.count == 29)
        bench.press("u u u")
        #expect(bench.library.articles.values.allSatisfy { !$0.row.isTrashed })
    }

    @Test func starsAreSeenInListAndReading() {
        let bench = Bench()
        bench.press("*")
        #expect(bench.text.contains("★"))
        #expect(bench.text.contains("gave it a star"))
        bench.press("Enter")
        #expect(bench.text.contains("★ Banks must refund"))
        bench.press("*")
        #expect(!bench.text.contains("★"))
    }
}
