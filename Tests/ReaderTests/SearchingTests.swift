import Articles
import Library
import Search
import Terminal
import Testing
import Topics

@testable import Reader

/// What is typed into a query, what completes it, and what comes of it.
@Suite struct SearchingTests {
    // MARK: Completion

    struct Case: Sendable, CustomTestStringConvertible {
        var keys: String
        var line: String
        var testDescription: String { keys }
    }

    static let cases = [
        Case(keys: "'ti Tab", line: "title:"),
        Case(keys: "'ti Tab S-Tab", line: "ti"),
        Case(keys: "'fraud_ti Tab", line: "fraud title:"),
        Case(keys: "'is:un Tab", line: "is:unread"),
        Case(keys: "'-is:un Tab", line: "-is:unread"),
        Case(keys: "'(is:un Tab", line: "(is:unread"),
        Case(keys: "'sort:ol Tab", line: "sort:oldest"),
        Case(keys: "'lang: Tab", line: "lang:en"),
        Case(keys: "'topic:extr Tab", line: "topic:extradition"),
        Case(keys: "'topic:=extr Tab", line: "topic:\"=extradition\""),
        Case(keys: "'topic:PAYF Tab", line: "topic:payment-fraud"),
        Case(keys: "'topic:cyber_ext Tab", line: "topic:ransomware"),
        Case(keys: "'topic:extr Tab S-Tab Tab", line: "topic:extradition"),
        Case(keys: "'tag:to Tab", line: "tag:\"to cite\""),
        Case(keys: "'tag:to_ci Tab", line: "tag:\"to cite\""),
        Case(keys: "'tag:cite Tab", line: "tag:\"to cite\""),
        Case(keys: "'regu Tab", line: "regulator"),
        Case(keys: "'title:regu Tab", line: "title:regulator"),
        Case(keys: "'extra Tab Tab", line: "extraditions"),
        Case(keys: "'extra Tab Tab Tab", line: "extra"),
        Case(keys: "'extra S-Tab", line: "extraditions"),
        Case(keys: "'网 Tab", line: "网络犯罪"),
        Case(keys: "'has:boo Tab", line: "has:bookmarks"),
        // Nothing completes it: Tab leaves it as it is.
        Case(keys: "'zzz Tab Tab", line: "zzz"),
        Case(keys: "Tab", line: ""),
        Case(keys: "'\"extra Tab", line: "\"extra"),
        // The cursor inside: what is behind it stays.
        Case(keys: "'is:un_fraud Left Left Left Left Left Left Tab", line: "is:unread fraud"),
    ]

    @Test(arguments: cases)
    func completion(_ row: Case) {
        for keys in ["/ ", "f "] {
            let bench = Bench(Fixture.articles(3))
            bench.library.moreTags = [TagCount(name: "to cite", articles: 2, passages: 1)]
            bench.press(keys + row.keys)
            let line = keys == "/ " ? bench.state.search.field.text : bench.state.filterBox?.line.field.text
            #expect(line == row.line)
        }
    }

    /// What Tab takes is searched for, and the only completion that there was is followed by those of what it began.
    @Test func whatIsTakenIsSearchedFor() {
        let bench = Bench()
        bench.press("/ 'extra Tab")
        #expect(bench.state.search.answered == "extradition")
        bench.press("C-u 'is Tab")
        #expect(bench.state.search.field.text == "is:")
        #expect(bench.state.search.line.offers?.items.map(\.text).contains("unread") == true)
    }

    @Test func escapeClosesTheListAndThenTheLine() {
        let bench = Bench()
        bench.press("/ 'ti Esc")
        #expect(bench.state.context == .query)
        #expect(!bench.state.search.line.isListOpen)
        #expect(bench.state.search.field.text == "ti")
        bench.press("Esc")
        #expect(bench.state.context == .results)
        // A word that no field begins with has no list, only words beside the line: nothing to be closed.
        bench.press("/ C-u 'extra Esc")
        #expect(bench.state.context == .results)
        bench.press("q f 'ti Esc")
        #expect(bench.state.context == .filter)
        bench.press("Esc")
        #expect(bench.state.context == .library)
    }

    /// Words that come late, or never, change nothing of what Esc, Enter and Tab do.
    @Test(arguments: ["Esc", "Enter", "Tab", "Tab Esc", "Tab Esc Esc", "S-Tab", "Down", "'x", "BS", "C-t"], ["ti", "extra", "topic:", "zzz", ""])
    func lateWordsChangeNoKey(_ keys: String, _ text: String) {
        var ends: [[Context]] = []
        for isLate in [false, true] {
            let bench = Bench(Fixture.articles(3))
            bench.press("/")
            var held: [Effect] = []
            func send(_ key: Key) {
                let effects = bench.sendAlone(.key(key))
                let (words, others) = (effects.filter(Self.asksForWords), effects.filter { !Self.asksForWords($0) })
                bench.answer(others)
                if isLate { held += words } else { bench.answer(words) }
            }
            for character in text { send(.character(character)) }
            var contexts: [Context] = []
            for name in keys.split(separator: " ") {
                guard let key = name.hasPrefix("'") ? Key.character("x") : Key(name: String(name)) else { continue }
                send(key)
                contexts.append(bench.state.context)
            }
            bench.answer(held)
            contexts.append(bench.state.context)
            ends.append(contexts)
        }
        #expect(ends[0] == ends[1])
    }

    private static func asksForWords(_ effect: Effect) -> Bool {
        if case .complete = effect { return true }
        return false
    }

    /// Tab before the words have come takes the first when it comes; unless another key was pressed since.
    /// What was left out of the query stands to the right of what can be seen of the line.
    @Test func whatIsWrongMayBeOutOfSight() {
        let bench = Bench(columns: 24, rows: 8)
        bench.press("/ 'fraud_fraud_fraud_fraud_is:nowhere Home")
        #expect(bench.text.contains("fraud"))
        bench.press("End")
        #expect(bench.text.contains("nowhere"))
    }

    @Test func tabAheadOfTheWords() {
        let bench = Bench()
        bench.press("/ 'regul")
        var state = bench.state
        let moment = Moment(milliseconds: 1_000_000)
        let effects = state.update(.key(.character("a")), at: moment)
        guard case .complete(_, _, let generation)? = effects.first(where: Self.asksForWords) else {
            Issue.record("no words are asked for")
            return
        }
        _ = state.update(.key(.tab), at: moment)
        #expect(state.search.field.text == "regula")
        var typedOn = state
        let words = Answer.completions([Completion("regulator", at: 0..<6, help: "12 articles")], generation: generation)
        let searches = state.update(.answer(words), at: moment)
        #expect(state.search.field.text == "regulator")
        #expect(searches.contains { if case .search(SearchQuestion("regulator"), _) = $0 { true } else { false } })
        _ = typedOn.update(.key(.character("x")), at: moment)
        _ = typedOn.update(.answer(words), at: moment)
        #expect(typedOn.search.field.text == "regulax")
    }

    @Test func provisionsAreNamed() {
        let names = QueryNames(book: Fixture.book, capabilities: .everything)
        let treaty = Fixture.treaty.rawValue
        #expect(names.names(of: .treaty, beginningWith: treaty.lowercased().prefix(2).description, limit: 5).map(\.name) == [treaty])
        #expect(
            names.names(of: .treaty, beginningWith: treaty + "/3", limit: 5)
                == [CompletionName(treaty + "/37", help: "Extradition")])
        #expect(names.names(of: .treaty, beginningWith: treaty + "/4", limit: 5).isEmpty)
        // What cannot be asked for is not offered.
        #expect(QueryNames(book: Fixture.book, capabilities: .available).names(of: .note, beginningWith: "", limit: 5).isEmpty)
    }

    // MARK: Did you mean

    @Test func suggestionsAreTakenByOneKeyOrFromTheList() {
        for keys in ["C-t", "Enter Enter", "Enter C-t"] {
            let bench = Bench()
            bench.press("/ 'extradtion")
            #expect(bench.text.contains("Did you mean"))
            bench.press(keys)
            #expect(bench.state.search.field.text == "extradition")
            #expect(bench.state.search.results.count == 30)
            #expect(bench.text.contains("instead of «extradtion»"))
        }
    }

    @Test func withoutSuggestionsTheKeyDoesNothing() {
        let bench = Bench()
        bench.press("/ 'zzz C-t")
        #expect(bench.state.search.field.text == "zzz")
        bench.press("C-u 'extradition C-t")
        #expect(bench.state.search.field.text == "extradition")
    }

    // MARK: Notes and wrong queries

    @Test func whatWasLeftOutIsSaidAndMarked() {
        let bench = Bench()
        bench.press("/ 'colour:red_extradition")
        #expect(bench.text.contains("ignored: «colour:» is no field"))
        let underlined = (0..<80).filter { bench.canvas[$0, 2].style.attributes.contains(.underline) }
        #expect(underlined == Array(3..<10))
        // What its end may still become is not yet wrong.
        bench.press("C-u 'title:")
        #expect(!bench.text.contains("stands alone"))
        bench.press("Esc")
        #expect(bench.text.contains("stands alone"))
    }

    @Test func aWrongFilterChangesNothing() {
        let bench = Bench()
        bench.press("f 'sim Enter")
        #expect(bench.state.library.listing.count == 6)
        let before = bench.state.library
        bench.press("f 'colour:red Enter")
        #expect(bench.state.library == before)
        #expect(bench.state.context == .filter)
        #expect(bench.text.contains("«simcolour:» is no field, at character 1"))
        bench.press("C-u 'SIM Enter")
        #expect(bench.state.context == .library)
        #expect(bench.text.contains("Library › SIM (6)"))
        bench.press("Esc")
        #expect(bench.state.library.listing.count == 30)
    }

    /// In results, `f` adds to the query: nothing that is typed is a command.
    @Test func resultsAreNarrowed() {
        let bench = Bench()
        bench.press("/ 'own Enter q f 'nationals")
        #expect(bench.state.search.field.text == "own nationals")
        #expect(bench.state.context == .query)
        #expect(bench.state.search.results.count == 30)
        bench.press("Esc q j & f 'x")
        #expect(bench.state.search.field.text == "own nationals x")
        #expect(bench.state.search.like == nil)
    }

    // MARK: Order

    @Test func theOrderIsChosenAndTheCursorKeepsItsRow() {
        let bench = Bench()
        bench.press("j j s 'oldest Enter")
        #expect(bench.state.library.listing.selected == ArticleID(3))
        #expect(bench.state.library.listing.id(at: 0) == ArticleID(30))
        #expect(bench.text.contains("oldest first"))
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.library.listing.id(at: 0) == ArticleID(30))
        bench.press("/ 'extradition Enter q j j s 'title Enter")
        #expect(bench.state.search.results.selected == ArticleID(3))
        #expect(bench.state.search.results.id(at: 0) == ArticleID(1))
        #expect(bench.state.search.results.id(at: 1) == ArticleID(11))
        #expect(bench.text.contains("by title"))
        // It stays while the query changes, and goes with it.
        bench.press("/ 'nationals")
        #expect(bench.state.search.findings?.order == .title)
        bench.press("C-u 'nationals")
        #expect(bench.state.search.findings?.order == .newest)
    }

    @Test func theQuerySaysTheOrder() {
        let bench = Bench()
        bench.press("/ 'extradition_sort:oldest Esc")
        #expect(bench.state.search.results.id(at: 0) == ArticleID(30))
        bench.press("s 'relevance Enter")
        #expect(bench.state.search.field.text == "extradition sort:relevance")
        #expect(bench.state.search.findings?.order == .relevance)
        #expect(QueryText.sorted("a sort:title b sort:oldest", by: .newest) == "a sort:newest b")
        #expect(QueryText.sorted("a b", by: .newest) == nil)
    }

    // MARK: More like this

    @Test func moreLikeThisAndBack() {
        let bench = Bench()
        bench.press("j j &")
        #expect(bench.state.context == .results)
        #expect(bench.state.search.results.count == 29)
        #expect(!bench.state.search.results.ids.contains(ArticleID(3)))
        #expect(bench.text.contains("by extradition, nationals, offence"))
        bench.press("j Enter ] j")
        let (id, block) = (bench.state.reading?.id, bench.state.reading?.block)
        bench.press("& j j")
        #expect(bench.state.search.like?.article == id)
        bench.press("q")
        #expect(bench.state.reading?.id == id)
        #expect(bench.state.reading?.block == block)
        bench.press("q")
        #expect(bench.state.search.like?.article == ArticleID(3))
        bench.press("Esc")
        #expect(bench.state.context == .library)
        #expect(bench.state.library.listing.selected == ArticleID(3))
    }

    @Test func theSearchBeforeIsThereAgain() {
        let bench = Bench()
        bench.press("/ 'extradition Enter q j j")
        let before = bench.state.search
        bench.press("& j")
        bench.press("BS")
        #expect(bench.state.search == before)
        bench.press("& /")
        #expect(bench.state.search.like == nil)
        #expect(bench.state.search.field.text == "extradition")
        #expect(bench.state.context == .query)
    }

    // MARK: The list while it refreshes

    @Test func theSameQueryAgainMovesNothing() {
        let bench = Bench()
        bench.press("/ 'extradition Enter q j j j j j j j j j")
        let (selected, top) = (bench.state.search.results.selected, bench.state.search.results.top)
        let line = bench.text.split(separator: "\n").firstIndex { $0.hasPrefix("▌") }
        bench.library.add(Fixture.stored(Fixture.article(90).article, number: 90))
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.search.results.count == 31)
        #expect(bench.state.search.results.id(at: 0) == ArticleID(90))
        #expect(bench.state.search.results.selected == selected)
        #expect(bench.state.search.results.top == top + 1)
        #expect(bench.text.split(separator: "\n").firstIndex { $0.hasPrefix("▌") } == line)
    }

    /// The first rows are there, their order is not: a refresh in between does not begin anew.
    @Test func aRefreshBeforeTheOrderKeepsTheCursor() {
        let bench = Bench()
        bench.press("/ 'extraditio")
        let effects = bench.sendAlone(.key(.character("n")))
        let answers = effects.flatMap { bench.library.answers(to: $0) }
        for answer in answers { if case .found = answer { bench.send(.answer(answer)) } }
        #expect(!bench.state.search.results.isComplete)
        bench.press("Down Down")
        let selected = bench.state.search.results.selected
        bench.send(.answer(.changedElsewhere))
        #expect(bench.state.search.results.selected == selected)
        #expect(bench.state.search.results.isComplete)
    }

    @Test func countsBeyondTheLimit() {
        let bench = Bench()
        bench.library.count = .moreThan(10_000)
        bench.press("/ 'extradition")
        #expect(bench.text.contains("more than 10,000 hits"))
        bench.library.count = .exactly(10_000)
        bench.press("BS 'n")
        #expect(bench.text.contains("10,000 hits"))
        #expect(!bench.text.contains("more than"))
    }

    // MARK: The index

    @Test func interruptCancelsTheIndexing() {
        let bench = Bench()
        bench.send(.answer(.indexing(IndexingProgress(done: 10, total: 1_000, rate: 20, missing: 990))))
        #expect(bench.text.contains("search index 1 %, 20/s, 50 s left; answers leave out 990"))
        #expect(bench.press("C-c") == [.cancelIndexing])
        #expect(bench.text.contains("cancelling"))
        #expect(!bench.hasQuit)
        bench.send(.answer(.indexing(nil)))
        #expect(!bench.text.contains("search index 1 %"))
    }

    /// What was left out is looked for once the index is there.
    @Test func theSearchIsDoneAgainWithTheIndex() {
        let bench = Bench()
        bench.library.missing = 990
        bench.press("/ 'extradition")
        #expect(bench.text.contains("990 articles not searched"))
        bench.send(.answer(.indexing(IndexingProgress(done: 10, total: 1_000, rate: 20, missing: 990))))
        bench.library.missing = 0
        let effects = bench.send(.answer(.indexing(nil)))
        #expect(effects.contains { if case .search(SearchQuestion("extradition"), _) = $0 { true } else { false } })
        #expect(!bench.text.contains("not searched"))
        // All was searched: nothing is asked again.
        #expect(bench.send(.answer(.indexing(nil))).isEmpty)
    }
}
