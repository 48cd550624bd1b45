import Articles
import Briefings
import Library
import Search
import Testing
import Topics

@testable import Reader

/// What the panel says is related to the passage under the cursor, and when it is looked for.
@Suite struct RelationTests {
    private static var line: Board.RelatedLine {
        let snippet = Snippet(text: "extradition requires that the act be an offence in both states", start: 40, hits: [0..<11])
        let found = FoundArticle(row: Fixture.article(5).row, score: 2, snippets: [snippet])
        let article = RelatedArticle(found: found, topics: ["extradition"], provisions: [Fixture.extraditionArticle], words: ["extradition"])
        return Board.RelatedLine(article: article, reason: article.reason(.builtIn))
    }

    private func bench(_ columns: Int = 200, _ rows: Int = 60) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.library.related = [Self.line]
        bench.press("Enter")
        return bench
    }

    private func requests(_ effects: [Effect]) -> [BriefingRequest] {
        effects.compactMap { effect in
            switch effect {
            case .briefing(.relate(let target, let limit)): .relate(target, limit: limit)
            case .briefing(.stopRelating): .stopRelating
            case _: nil
            }
        }
    }

    @Test func thePanelNamesItOnceTheCursorRests() throws {
        let bench = bench()
        #expect(!bench.text.contains("Related"))
        let reading = try #require(bench.state.reading)
        let target = LikeTarget(article: reading.id, passage: reading.passage, title: reading.article.row.shownTitle)
        #expect(requests(bench.wait(Relation.patience)) == [.relate(target, limit: Relation.most)])
        #expect(bench.text.contains("Related") && bench.text.contains("both on") && bench.text.contains("“extradition requires"))
        // Asked for once.
        #expect(requests(bench.wait(1_000)) == [])
        // Another passage, and nothing is said of it yet.
        bench.press("j")
        #expect(!bench.text.contains("both on"))
        #expect(requests(bench.wait(Relation.patience)).count == 1)
    }

    @Test func whoMovesOnQuicklyAsksForNothing() {
        let bench = bench()
        var asked: [BriefingRequest] = []
        for _ in 0..<3 { asked += requests(bench.press("j k j")) }
        #expect(asked == [])
    }

    @Test func whatIsUnderWayIsEndedAndItsAnswerDropped() throws {
        let bench = bench()
        var asked: [BriefingRequest] = []
        for _ in 0..<30 where asked.isEmpty { asked = requests(bench.sendAlone(.tick)) }
        guard case .relate(let target, _)? = asked.first else { return #expect(asked.count == 1) }
        #expect(requests(bench.press("j")) == [.stopRelating])
        bench.send(.answer(.briefing(.related(target, [Self.line]))))
        #expect(bench.state.relation.lines == nil)
        #expect(!bench.text.contains("both on"))
    }

    /// Without the panel nobody sees it.
    @Test func nothingIsLookedForWithoutThePanel() {
        let bench = bench(80, 24)
        #expect(requests(bench.wait(5_000)) == [])
        #expect(bench.state.relation.target == nil)
    }
}
