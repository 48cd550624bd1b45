import Articles
import Library
import Terminal
import Testing
import Topics

@testable import Reader

/// What `+` and `-` do, and what is seen of it.
@Suite struct JudgingTests {
    private static let second = ArticleID(2)
    /// «Under Article 37…», linked to extradition (probable) and ransomware (possible).
    private static let passage = Fixture.article(2).article.blockRanges[2]

    private func place(_ topic: TopicID, _ block: Int = 2) -> DecisionPlace {
        DecisionPlace(article: Self.second, passage: Passage(Fixture.article(2).article.blockRanges[block]), topic: topic)
    }

    private func standings(_ bench: Bench) -> [String] {
        bench.state.passageTopics.map { "\($0.id) \($0.standing)" }
    }

    // MARK: States

    struct Case: Sendable, CustomTestStringConvertible {
        var keys: String
        var standings: [String]
        var testDescription: String { keys }
    }

    @Test(arguments: [
        Case(keys: "", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "+", standings: ["extradition accepted", "ransomware possible"]),
        Case(keys: "-", standings: ["ransomware possible", "extradition rejected"]),
        Case(keys: "+ +", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "- -", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "+ -", standings: ["ransomware possible", "extradition rejected"]),
        Case(keys: "- +", standings: ["extradition accepted", "ransomware possible"]),
        Case(keys: "j +", standings: ["extradition probable", "ransomware accepted"]),
        Case(keys: "j -", standings: ["extradition probable", "ransomware rejected"]),
        Case(keys: "- u", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "+ j - u u", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "T 'payfrd Enter", standings: ["extradition probable", "payment-fraud accepted", "ransomware possible"]),
        Case(keys: "T 'payfrd Enter +", standings: ["extradition probable", "ransomware possible"]),
        Case(keys: "T 'payfrd Enter -", standings: ["extradition probable", "ransomware possible", "payment-fraud rejected"]),
        Case(keys: "p", standings: ["extradition probable"]),
        Case(keys: "j - p", standings: ["extradition probable", "ransomware rejected"]),
    ])
    func inThePanel(_ row: Case) {
        for (columns, rows) in [(80, 24), (200, 60)] {
            let bench = Bench(Fixture.articles(3), columns: columns, rows: rows)
            bench.press("j Enter ] Tab " + row.keys)
            #expect(standings(bench) == row.standings, "\(columns)x\(rows)")
            // What the library keeps is what is shown.
            #expect(bench.state.reading?.article == bench.library.articles[Self.second], "\(columns)x\(rows)")
        }
    }

    /// The frame after the key shows it, whatever the library is doing.
    @Test func shownBeforeItIsKept() {
        let bench = Bench()
        bench.press("j Enter ] Tab")
        let effects = bench.sendAlone(.key(.character("-")))
        #expect(effects == [.judge(.rejected, [place("extradition")], words: "rejected «Extradition»")])
        #expect(bench.text.contains("rejected by you"))
        #expect(bench.text.contains("rejected «Extradition»   u undo"))
        #expect(bench.library.articles[Self.second]?.decisions.isEmpty == true)
        bench.answer(effects)
        #expect(bench.library.articles[Self.second]?.decisions.map(\.verdict) == [.rejected])
        #expect(standings(bench) == ["ransomware possible", "extradition rejected"])
    }

    /// An answer to the first of two judgements does not take the second off the screen.
    @Test func answersInTheWrongMoment() {
        let bench = Bench()
        bench.press("j Enter ] Tab")
        let first = bench.sendAlone(.key(.character("-")))
        let second = bench.sendAlone(.key(.character("+")))
        bench.answer(first)
        #expect(standings(bench) == ["extradition accepted", "ransomware possible"])
        bench.send(.answer(.changedElsewhere))
        #expect(standings(bench) == ["extradition accepted", "ransomware possible"])
        bench.answer(second)
        #expect(standings(bench) == ["extradition accepted", "ransomware possible"])
        #expect(bench.library.articles[Self.second]?.decisions.map(\.verdict) == [.accepted])
    }

    @Test func whatCannotBeKeptIsNotShown() {
        let bench = Bench()
        bench.press("j Enter ] Tab")
        bench.library.failure = "library.sqlite: the disk is full; make room"
        bench.press("-")
        #expect(standings(bench) == ["extradition probable", "ransomware possible"])
        #expect(bench.text.contains("the disk is full"))
    }

    // MARK: Which topic

    @Test func oneTopicIsJudgedAtOnce() {
        let bench = Bench()
        bench.press("j Enter ] p")
        #expect(bench.press("+").contains(.judge(.accepted, [place("extradition")], words: "accepted «Extradition»")))
        #expect(bench.state.chooser == nil)
        #expect(bench.state.pane == .article)
    }

    @Test func ofSeveralOneIsChosen() {
        let bench = Bench()
        bench.press("j Enter ] -")
        #expect(bench.state.chooser?.choices.map(\.text) == ["Extradition", "Ransomware and cyber extortion"])
        #expect(bench.state.chooser?.choices.map(\.note) == ["probable", "possible"])
        #expect(bench.press("Down Enter").contains(.judge(.rejected, [place("ransomware")], words: "rejected «Ransomware and cyber extortion»")))
        #expect(bench.state.chooser == nil)
        bench.press("- Esc")
        #expect(bench.state.chooser == nil)
        #expect(bench.state.pane == .article)
    }

    /// Beside the text the panel shows which topic is meant.
    @Test func aPanelThatIsSeenDecides() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("j Enter ]")
        #expect(bench.text.contains("▸EXTRAD"))
        bench.press("-")
        #expect(bench.state.chooser == nil)
        #expect(standings(bench) == ["ransomware possible", "extradition rejected"])
        // The cursor stays on what was judged, wherever that now stands.
        #expect(bench.state.panelSelection?.id == "extradition")
        bench.press("j k")
        #expect(bench.state.panelTopic == nil)
    }

    @Test func passageWithoutTopics() {
        let bench = Bench()
        bench.press("j Enter -")
        #expect(bench.text.contains("no topic on this passage to reject"))
        bench.press("+")
        #expect(bench.state.chooser?.choices.count == Fixture.vocabulary.count)
        bench.press("'MALW Enter")
        #expect(standings(bench) == ["malware accepted"])
        #expect(bench.text.contains("MALWAR ┃"))
        #expect(bench.library.articles[Self.second]?.links.filter { $0.origin == .user }.map(\.topic) == ["malware"])
    }

    @Test(arguments: [
        ("", "CYBER", "Cybercrime", 0), ("cyber", "CYBER", "Cybercrime", 0), ("CYB", "CYBER", "Cybercrime", 1),
        ("illegal a", "ACCESS", "Illegal access", 2), ("access", "ILLACC", "Illegal access", 3), ("ega", "ACCESS", "Illegal access", 4),
        ("iacs", "ACCESS", "Illegal access", 5),
    ])
    func fuzzy(_ typed: String, _ code: String, _ label: String, _ rank: Int) {
        #expect(FuzzyMatch(typed).rank(code: code, label: label) == rank)
    }

    @Test(arguments: ["xyz", "accesses", "llegal accesss", "éx"])
    func notEvenFuzzy(_ typed: String) {
        #expect(FuzzyMatch(typed).rank(code: "ACCESS", label: "Illegal access") == nil)
    }

    // MARK: The panel

    @Test func panelCursorGoesThroughTopicsAndScrolls() {
        let bench = Bench(columns: 80, rows: 12)
        bench.press("j Enter ] Tab")
        var seen: [TopicID?] = []
        for _ in 0..<20 {
            seen.append(bench.state.panelSelection?.id)
            bench.press("j")
        }
        #expect(Set(seen) == ["extradition", "ransomware"])
        #expect(bench.text.contains("In the whole article"))
        for _ in 0..<30 { bench.press("k") }
        #expect(bench.state.passageTop == 0)
        #expect(bench.state.panelSelection?.id == "extradition")
        bench.press("]")
        bench.press("G g g")
        #expect(bench.state.passageTop == 0)
    }

    @Test func aNewPassageBeginsThePanelAnew() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("j Enter ] Tab j")
        #expect(bench.state.panelTopic == "ransomware")
        // Going elsewhere and back keeps it, another passage does not.
        bench.press("h h l l")
        #expect(bench.state.panelTopic == "ransomware")
        bench.press("h j")
        #expect(bench.state.panelTopic == nil)
        #expect(bench.state.passageTop == 0)
    }

    @Test func whyInWords() {
        let bench = Bench(columns: 200, rows: 60)
        bench.press("j Enter ]")
        let text = bench.text
        #expect(text.contains("+3.8 “extradition”"))
        #expect(text.contains("−2.0 before anything is read"))
        #expect(text.contains("+1.8 in all, in log-odds"))
        #expect(text.contains("Article 37 Extradition"))
        #expect(text.contains("Cited in this passage"))
    }

    @Test func hiddenPossibleTopicsStayHidden() {
        let bench = Bench()
        bench.press("j Enter ]")
        #expect(bench.text.contains("RANSOM?·"))
        bench.press("p")
        #expect(!bench.text.contains("RANSOM"))
        bench.press("q q")
        #expect(bench.library.session?.showsPossible == false)
        let again = Bench(session: bench.library.session ?? Session())
        again.press("Enter ]")
        #expect(!again.text.contains("RANSOM?"))
        again.press("p")
        #expect(again.text.contains("RANSOM?"))
    }

    // MARK: Labels and words

    @Test func neverMatchNamesTheLabel() {
        let bench = Bench()
        bench.press("j Enter ] Tab g x")
        #expect(bench.state.chooser?.choices.map(\.text) == ["extradition"])
        let effects = bench.press("Enter")
        #expect(effects.contains(.exclude(.match, "extradition", "extradition", label: "Extradition", in: Self.second)))
        #expect(standings(bench) == ["ransomware possible"])
        #expect(bench.text.contains("never matches «extradition» for «Extradition»"))
        bench.press("u")
        #expect(standings(bench) == ["extradition probable", "ransomware possible"])
    }

    @Test func neverLearnSaysWhereNothingWasLearned() {
        let bench = Bench()
        bench.press("j Enter ] Tab g w")
        #expect(bench.state.chooser == nil)
        #expect(bench.text.contains("nothing was learned yet that speaks for «Extradition» here"))
    }

    @Test(arguments: [
        ("extraditions", ["extradition"]), ("Surrendered", ["surrender"]), ("MLA", ["MLA"]), ("mla", []), ("cyber-crime", ["cybercrime"]),
        ("the laundering of money", ["money laundering"]), ("nothing", []),
    ])
    func labelsBehindWords(_ words: String, _ expected: [String]) {
        let labels = [
            Label("extradition", language: "en", kind: .preferred), Label("surrender", language: "en", kind: .alternative),
            Label("MLA", language: "en", kind: .alternative, match: .exact), Label("cybercrime", language: "en", kind: .alternative),
            Label("laundering", language: "en", kind: .alternative), Label("money laundering", language: "en", kind: .alternative),
            Label("nothing", language: "en", kind: .hidden, match: .never),
        ]
        #expect(MatchedLabels(language: "en").behind(words, among: labels) == expected)
    }

    // MARK: Many at once

    @Test func manyAreCountedAskedAndTakenBack() {
        let bench = Bench(Fixture.articles(12))
        bench.press("3 G Enter g +")
        #expect(bench.state.confirmation?.title == "Accept «Extradition» in 12 passages of 12 articles?")
        #expect(bench.library.articles.values.allSatisfy { $0.decisions.isEmpty })
        // Only `y` does it: what was typed ahead does not.
        bench.press("j Enter Space +")
        #expect(bench.state.context == .confirmation)
        bench.press("n")
        #expect(bench.state.confirmation == nil)
        #expect(bench.text.contains("nothing was changed"))
        #expect(bench.library.articles.values.allSatisfy { $0.decisions.isEmpty })
        bench.press("g + y")
        #expect(bench.library.articles.values.allSatisfy { $0.decisions.map(\.verdict) == [.accepted] })
        #expect(bench.text.contains("accepted «Extradition» in 12 passages   u undo"))
        bench.press("u")
        #expect(bench.library.articles.values.allSatisfy { $0.decisions.isEmpty })
    }

    @Test func whatIsJudgedAlreadyIsNotCounted() {
        let bench = Bench(Fixture.articles(5))
        bench.press("j Enter ] Tab - q q 3 G Enter g +")
        #expect(bench.state.confirmation?.title == "Accept «Extradition» in 4 passages of 4 articles?")
        bench.press("y g -")
        #expect(bench.state.confirmation == nil)
        #expect(bench.text.contains("no passage here with «Extradition» that you have not judged yet"))
    }

    @Test func inSearchResultsTheTopicIsChosen() {
        let bench = Bench(Fixture.articles(7))
        bench.press("g +")
        #expect(bench.text.contains("list a topic first"))
        bench.press("/ 'nationals Esc g - 'extr Enter")
        #expect(bench.state.confirmation?.title == "Reject «Extradition» in 7 passages of 7 articles?")
        bench.press("y")
        #expect(bench.library.articles.values.allSatisfy { $0.decisions.map(\.verdict) == [.rejected] })
    }

    /// A topic counts with those below it; each link is judged on its own topic.
    @Test func branches() {
        let bench = Bench(Fixture.articles(3))
        #expect(bench.state.topics.branch("cybercrime") == ["cybercrime", "malware", "ransomware"])
        let request = BulkRequest(
            verdict: .accepted, topics: ["cybercrime", "malware", "ransomware"], label: "Cybercrime", scope: .library(LibraryFilter()),
            includesPossible: true)
        let stored = Fixture.article(2)
        #expect(stored.undecided(request, hits: []).map(\.topic) == ["ransomware"])
        var narrower = request
        narrower.includesPossible = false
        #expect(stored.undecided(narrower, hits: []).isEmpty)
        #expect(stored.undecided(request, hits: [0..<5]).isEmpty)
        #expect(stored.undecided(request, hits: [Self.passage]).count == 1)
    }
}
