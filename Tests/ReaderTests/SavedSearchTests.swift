import Library
import Search
import Terminal
import Testing

@testable import Reader

/// Searches that were saved, above the topics.
@Suite struct SavedSearchTests {
    private func saved() -> Bench {
        let bench = Bench()
        bench.press("/ 'extradition Esc S 'To_watch Enter")
        return bench
    }

    @Test func aSearchIsSavedUnderAName() {
        let bench = saved()
        #expect(bench.library.saved == [SavedSearch(id: "search-1", name: "To watch", query: "extradition")])
        #expect(bench.text.contains("saved the search «To watch»"))
        bench.press("3")
        #expect(bench.text.contains("/ To watch"))
        #expect(bench.state.topics.savedCounts["search-1"] == .exactly(30))
    }

    @Test func itRuns() {
        let bench = saved()
        bench.press("/ 'ransom Esc 3 g g Enter")
        #expect(bench.state.context == .results)
        #expect(bench.state.search.answered == "extradition")
        #expect(bench.state.search.field.text == "extradition")
        bench.press("H H")
        #expect(bench.state.search.answered == "ransom")
    }

    @Test func aFilterIsSavedAsAQuery() {
        let bench = Bench()
        bench.press("S")
        #expect(bench.text.contains("nothing to save: search or filter first"))
        bench.press("f 'Banks Enter g u S 'Unread_banks Enter")
        #expect(bench.library.saved.map(\.query) == [LibraryFilter(isUnreadOnly: true, words: "Banks").query.description])
        #expect(Query.typed(bench.library.saved[0].query, isTyping: false).notes.isEmpty)
    }

    @Test func aNameIsNeeded() {
        let bench = Bench()
        bench.press("/ 'extradition Esc S Enter")
        #expect(bench.state.context == .prompt)
        #expect(bench.text.contains("give it a name"))
        bench.press("Esc")
        #expect(bench.library.saved.isEmpty)
    }

    @Test func itIsRenamedRemovedAndBack() {
        let bench = saved()
        bench.press("3 g g R C-u 'Hanoi Enter")
        #expect(bench.library.saved.map(\.name) == ["Hanoi"])
        #expect(bench.text.contains("/ Hanoi"))
        bench.press("d")
        #expect(bench.library.saved.isEmpty)
        #expect(!bench.text.contains("/ Hanoi"))
        bench.press("u")
        #expect(bench.text.contains("/ Hanoi"))
        bench.press("u u")
        #expect(bench.library.saved.isEmpty)
    }

    @Test func topicsAreNoSavedSearches() {
        let bench = saved()
        bench.press("3 G d")
        #expect(bench.text.contains("this is no saved search"))
        bench.press("R")
        #expect(bench.state.prompt == nil)
        #expect(bench.library.saved.count == 1)
    }

    @Test func theCursorStaysOnItsTopic() {
        let bench = Bench()
        bench.press("3 j j")
        let topic = bench.state.topics.selected?.topic
        bench.library.saved = [SavedSearch(id: "1", name: "One", query: "one"), SavedSearch(id: "2", name: "Two", query: "two")]
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.topics.selected?.topic == topic)
        #expect(bench.state.topics.cursor == 4)
    }
}
