import Articles
@testable import Briefings
import Library
import Terminal
import Testing
import Topics

@testable import Reader

/// The screens of briefings: today's news, an outline, treaties, one beside another, passages, what is related.
@Suite struct BoardTests {
    private static let uncc = Vocabulary.builtIn.treaties.first { $0.id == TreatyID("UNCC") }
    private static func row(_ number: Int) -> ArticleRow { Fixture.article(number).row }

    private static var today: Today {
        let text = "Investigators seized forty-one boxes after a bank reported that accounts were opened with cloned numbers."
        let stories = [
            Today.Story(head: row(1), others: [row(6)], sentences: [Today.Sentence(article: ArticleID(1), range: 0..<text.utf8.count, text: text)]),
            Today.Story(head: row(3), others: [], sentences: []),
        ]
        return Today(
            groups: [
                Today.Group(topic: "payment-fraud", name: "Payment fraud", weight: 1, stories: stories, history: [1, 0, 2, 1, 0, 1, 3]),
                Today.Group(topic: nil, name: "Without a topic", weight: 0, stories: [Today.Story(head: row(4), others: [], sentences: [])], history: [0, 0, 0, 0, 0, 0, 1]),
            ], count: 9, told: 4, since: nil)
    }

    private static func source(_ number: Int) -> BriefingSource {
        BriefingSource(Fixture.article(number).article, identity: String(repeating: "0", count: 63) + String(number))
    }

    private static var briefing: Briefing {
        let text = "The request went through the network of contact points within hours, and the data were kept."
        let quote = Briefing.Quote(source: source(1), anchor: Anchor(start: 107, end: 107 + text.utf8.count, quote: text, prefix: "", suffix: ""), paragraph: 1)
        var briefing = Briefing(title: "The week", query: "topic:extradition is:unread")
        briefing.add([
            .heading("Courts"), .quote(quote), .story(Briefing.Story(source: source(5), sentences: [quote], others: [source(2)])), .text("What to ask the ministry."),
        ])
        briefing.items[1].comment = "Ask for the hours."
        return briefing
    }

    private static var document: StoredDocument {
        let date = ArticleDate(timestamp: 1_795_478_400)
        return StoredDocument(id: "briefing-1", kind: .briefing, title: "The week", body: "{}", created: date, edited: date)
    }

    private func map(beside other: String?) throws -> TreatyMap {
        let treaty = try #require(Self.uncc)
        let beside = other.flatMap { name in Vocabulary.builtIn.treaties.first { $0.id == TreatyID(name) } }
        let counts = TreatyMap.Counts(
            provisions: ["": .init(articles: 1, unread: 1), "7": .init(articles: 1_204, unread: 310), "37": .init(articles: 30, unread: 20)],
            passages: ["7": 2_031, "37": 31], histories: ["7": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 40, 80], "37": [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]], columns: 12)
        return TreatyMap(
            treaty, counts, beside: beside.map { ($0, .init(provisions: ["2": .init(articles: 15, unread: 2)], columns: 12)) }, daysOfColumn: 30, vocabulary: .builtIn)
    }

    /// On tab 5, with every page that can be gone to.
    private func bench(_ keys: String = "", columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode) throws -> Bench {
        let bench = Bench(columns: columns, rows: rows, glyphs: glyphs)
        let treaty = try #require(Self.uncc)
        let passage = LinkedPassage(
            row: Self.row(5), range: 200..<290, text: "Under Article 37 of the Convention, extradition requires that the act be an offence in both states.", topics: ["extradition"],
            isCited: true)
        let related = RelatedArticle(found: FoundArticle(row: Self.row(5), score: 2, snippets: []), topics: ["extradition"], provisions: [Fixture.extraditionArticle], words: [])
        bench.library.boards = [
            .home: .home(Self.today, [Self.document]), .outline("briefing-1"): .outline(Self.document, Self.briefing),
            .treaties: .treaties([.init(treaty: treaty, articles: 30, unread: 20)]), .map(treaty.id, beside: nil): .map(try map(beside: nil)),
            .map(treaty.id, beside: TreatyID("BC")): .map(try map(beside: "BC")),
        ]
        bench.library.related = [.init(article: related, reason: related.reason(.builtIn))]
        for row in try map(beside: nil).rows {
            let id = row.provision.id
            bench.library.boards[.passages(id)] = .passages(id, title: "UNCC, Article \(id.article), \(row.provision.title)", row.articles > 0 ? [passage] : [])
        }
        bench.press("5 " + keys)
        return bench
    }

    private static let pages = [
        ("today", ""), ("outline", "G k Enter j j"), ("treaties", "G Enter"), ("map", "G Enter Enter"), ("beside", "G Enter Enter ="),
        ("passages", "G Enter Enter j j j j j j Enter"), ("related", "1 Enter g r"),
    ]
    private static let sizes = [(20, 5), (59, 11), (80, 24), (120, 40), (200, 60)]

    @Test(arguments: pages.indices) func isDrawn(_ index: Int) throws {
        let (name, keys) = Self.pages[index]
        for (columns, rows) in Self.sizes {
            let bench = try bench(columns: columns, rows: rows)
            bench.press(keys)
            try Screens.expect(bench.canvas, "board-\(name)-\(columns)x\(rows)")
        }
        try Screens.expect(try self.bench(keys, glyphs: .ascii).canvas, "board-\(name)-ascii")
    }

    @Test func enterLeadsDeeperAndBack() throws {
        let bench = try bench("G Enter Enter = j j j j j j Enter")
        #expect(bench.state.board?.views.count == 4)
        #expect(bench.state.context == .board)
        bench.press("q q")
        #expect(bench.state.board?.views.map(\.address) == [.home, .treaties])
        bench.press("q q")
        #expect(bench.state.board == nil)
    }

    @Test func aStoryOpensItsArticle() throws {
        let bench = try bench("j Enter")
        #expect(bench.state.board == nil)
        #expect(bench.state.reading?.id == ArticleID(1))
        let sentence = try self.bench("j j Enter")
        #expect(sentence.state.reading?.id == ArticleID(1))
        let topic = try self.bench("Enter")
        #expect(topic.state.library.filter.topic == "payment-fraud")
    }

    @Test func anOutlineIsEdited() throws {
        let bench = try bench("G k Enter")
        func titles() -> [String] { bench.state.board?.document?.1.items.map(\.shownTitle) ?? [] }
        bench.press("J")
        #expect(titles().prefix(2).last == "Courts")
        #expect(bench.state.board?.cursor == 1)
        bench.press("c C-u 'Judges Enter")
        #expect(titles()[1] == "Judges")
        bench.press("a 'why_not Enter")
        #expect(bench.text.contains("✎ why not"))
        bench.press("o 'Later Enter")
        #expect(titles()[2] == "Later")
        bench.press("d")
        #expect(titles() == [titles()[0], "Later", Self.source(5).title, "What to ask the ministry."])
    }

    @Test func anExportAsksWhereToAndForTheEnding() throws {
        let bench = try bench("G k Enter x '/tmp/page Enter")
        #expect(bench.text.contains("end it with one of the endings above"))
        bench.press("'.html Enter")
        #expect(bench.library.effects.last == .briefing(.export("briefing-1", path: "/tmp/page.html", replaces: false)))
        #expect(bench.text.contains("written to /tmp/page.html"))
    }

    @Test func composingOpensWhatWasMade() throws {
        let bench = try bench("C 'The_week Enter")
        #expect(bench.library.effects.contains(.briefing(.compose(.today, title: "The week"))))
        #expect(bench.state.board?.view.address == .outline("briefing-1"))
    }

    @Test func nothingIsLostInAWrongPage() throws {
        let bench = try bench("+")
        #expect(bench.library.effects.contains(.briefing(.setInterest("payment-fraud", by: 1))))
        bench.press("j -")
        #expect(bench.text.contains("put the cursor on a topic of today's news"))
        bench.library.boards[.home] = .home(nil, [])
        bench.press("5 C")
        #expect(bench.text.contains("nothing to make a briefing of"))
    }

    // MARK: The look of rows

    private func lines(_ bench: Bench) -> [String] { bench.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    private func line(_ words: String, _ bench: Bench) throws -> (row: Int, text: String) {
        let row = try #require(lines(bench).firstIndex { $0.contains(words) }, "\(bench.text)")
        return (row, lines(bench)[row])
    }

    @Test(arguments: pages.indices) func asciiIsAllThatATerminalWithoutUnicodeIsSent(_ index: Int) throws {
        let bench = try bench(Self.pages[index].1, glyphs: .ascii)
        #expect(bench.state.board != nil)
        #expect(bench.text.utf8.allSatisfy { $0 < 0x80 }, "\(bench.text)")
    }

    @Test func whatHoldsNothingIsCountedWithADash() throws {
        let map = try bench("G Enter Enter")
        #expect(!map.text.contains("0/0") && !map.text.contains("¶0"))
        #expect(try line("Statement of purpose", map).text.hasSuffix(" –"))
        #expect(try line("Illegal access", map).text.contains("1,204/310 ¶2,031"))
        let digits = try bench("G Enter Enter", glyphs: .ascii)
        #expect(try line("Illegal access", digits).text.contains(".11111222258 1,204/310 p2,031"))
    }

    /// Nothing of the list beneath is said of a board.
    @Test func theStatusLineIsTheBoardsOwn() throws {
        let bench = try bench()
        #expect(!bench.text.contains("article-1.txt"))
        bench.press("q")
        #expect(bench.text.contains("article-1.txt"))
    }

    @Test(arguments: [80, 120, 200]) func twoTreatiesStandSideBySide(columns: Int) throws {
        let bench = try bench("G Enter Enter =", columns: columns, rows: 24)
        let text = try line(" 7  Illegal access", bench).text
        #expect(text.contains("1,204/310 ¶2,031") && text.contains(" 2  Illegal access") && text.contains("15/2"), "\(text)")
        // What has no counterpart leaves its place empty.
        #expect(try line("Protection of sovereignty", bench).text.hasSuffix("·"))
        // On a small screen it follows.
        let small = try self.bench("G Enter Enter =", columns: 59, rows: 24)
        #expect(small.text.contains("  = 2") && !small.text.contains("15/2"))
    }

    // MARK: Ways

    @Test func aClickPutsTheCursorThereAndAnotherOneOpens() throws {
        let bench = try bench()
        func click(_ words: String) throws { bench.send(.mouse(Mouse(column: 6, row: try line(words, bench).row, kind: .press(.left)))) }
        try click("Hidden SIM farm")
        #expect(bench.state.board?.selected == .article(ArticleID(3)))
        // A heading that leads nowhere, and the ground below all, take nothing away.
        try click("Your briefings")
        bench.send(.mouse(Mouse(column: 6, row: 20, kind: .press(.left))))
        #expect(bench.state.board?.selected == .article(ArticleID(3)))
        try click("Hidden SIM farm")
        #expect(bench.state.board == nil && bench.state.reading?.id == ArticleID(3))
    }

    @Test func backAndForwardGoThroughBoards() throws {
        let bench = try bench("G Enter Enter")
        let treaty = try #require(Self.uncc).id
        func address() -> Board.Address? { bench.state.board?.view.address }
        #expect(address() == .map(treaty, beside: nil))
        bench.press("H")
        #expect(address() == .treaties)
        bench.press("H")
        #expect(address() == .home)
        bench.press("H")
        #expect(address() == nil && bench.state.pane == .list)
        bench.press("L L L")
        #expect(address() == .map(treaty, beside: nil))
        #expect(bench.state.board?.page != nil)
        // The way out of a board that was come back to is the one that led there.
        bench.press("q")
        #expect(address() == .treaties)
    }

    @Test func backFromAnArticleIsTheBoardThatLedToIt() throws {
        let bench = try bench("j Enter")
        #expect(bench.state.board == nil && bench.state.pane == .article)
        bench.press("H")
        #expect(bench.state.board?.view.address == .home && bench.state.board?.cursor == 1)
        bench.press("L")
        #expect(bench.state.board == nil && bench.state.reading?.id == ArticleID(1) && bench.state.pane == .article)
    }
}
