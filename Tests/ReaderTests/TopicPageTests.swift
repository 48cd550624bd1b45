import Library
import Terminal
import Testing
import Topics

@testable import Reader

/// A topic's own page.
@Suite struct TopicPageTests {
    /// The page of extradition, the last topic of the fixture.
    private func bench(_ columns: Int = 80, _ rows: Int = 40) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.press("3 G i")
        return bench
    }

    private func go(to words: String, _ bench: Bench) {
        let lines = bench.state.topicPageLines
        for _ in lines where lines[bench.state.topicPage?.cursor ?? 0].text.contains(words) == false { bench.press("j") }
    }

    @Test func tellsWhatTheVocabularySays() {
        let bench = bench()
        #expect(bench.state.context == .topicPage)
        for words in ["Extradition", "also: surrender", "EXTRAD: list", "Broader", "International cooperation", "Article 37", "Budapest Convention"] {
            #expect(bench.text.contains(words), "\(words)")
        }
    }

    @Test func everyTargetLeadsThere() {
        let bench = bench()
        bench.press("Enter")
        #expect(bench.state.library.filter == LibraryFilter(topic: "extradition"))
        bench.press("H")
        #expect(bench.state.context == .topicPage)
        go(to: "International cooperation", bench)
        bench.press("Enter")
        #expect(bench.state.topicPage?.topic == "international-cooperation")
        bench.press("H")
        #expect(bench.state.topicPage?.topic == "extradition")
        go(to: "most: 2026-11", bench)
        bench.press("Enter")
        #expect(bench.state.library.filter == LibraryFilter(topic: "extradition", words: "date:2026-11"))
        bench.press("H")
        go(to: "Under Article 37", bench)
        bench.press("Enter")
        #expect(bench.state.context == .article)
        #expect(bench.state.reading?.quote.hasPrefix("Under Article 37") == true)
        bench.press("H G Enter")
        #expect(bench.state.context == .article)
    }

    @Test func leadsBackToTheTreeAndOut() {
        let bench = bench()
        bench.press("q")
        #expect(bench.state.context == .topics)
        #expect(bench.state.topics.selected?.topic == "extradition")
        bench.press("i Esc")
        #expect(bench.state.context == .topics)
        bench.press("i q q")
        #expect(bench.state.context == .library)
    }

    @Test func isReachedFromAPassage() {
        let bench = Bench()
        bench.press("j Enter ] Tab i")
        #expect(bench.state.context == .topicPage)
        bench.press("H")
        #expect(bench.state.context == .passage)
        bench.press("Enter")
        #expect(bench.state.context == .topicPage)
    }

    /// Wherever the cursor is moved to, it is on a line that leads somewhere, and seen.
    @Test(arguments: [(20, 5), (59, 11), (80, 24), (200, 60)])
    func theCursorIsSeen(columns: Int, rows: Int) {
        let bench = bench(columns, rows)
        for key in ["j", "j", "C-d", "j", "k", "PgDn", "G", "k", "PgUp", "C-e", "C-y", "g g", "k", "G", "j", "j"] {
            bench.press(key)
            guard let page = bench.state.topicPage else {
                Issue.record("no page")
                return
            }
            let lines = bench.state.topicPageLines
            #expect(lines[page.cursor].target != nil)
            let visible = bench.state.visibleTopics
            let hasTargets = lines.indices.contains { (page.top..<page.top + visible).contains($0) && lines[$0].target != nil }
            #expect(!hasTargets || (page.top..<page.top + visible).contains(page.cursor), "after \(key)")
        }
    }

    @Test func clickingALineTwiceOpensIt() {
        let bench = bench()
        guard let row = bench.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(where: { $0.contains("International cooperation") }) else {
            Issue.record("not shown")
            return
        }
        bench.click(6, row)
        bench.click(6, row)
        #expect(bench.state.topicPage?.topic == "international-cooperation")
    }

    // MARK: The chart

    struct Chart: Sendable {
        var values: [Int]
        var unicode: [String]
        var ascii: [String]
    }

    @Test(arguments: [
        Chart(values: [], unicode: ["", ""], ascii: ["", ""]),
        Chart(values: [0, 0], unicode: ["  ", "··"], ascii: ["  ", "--"]),
        Chart(values: [1, 16], unicode: [" █", "▁█"], ascii: [" #", ".#"]),
        Chart(values: [0, 8, 12, 16], unicode: ["  ▄█", "·███"], ascii: ["  .#", "-###"]),
        // What is not nothing is seen, however little it is.
        Chart(values: [1, 100_000], unicode: [" █", "▁█"], ascii: [" #", ".#"]),
    ])
    func charts(_ row: Chart) {
        let chart = BarChart(values: row.values, height: 2)
        #expect(chart.lines(.unicode) == row.unicode)
        #expect(chart.lines(.ascii) == row.ascii)
    }

    @Test func monthsWithoutArticlesAreThere() {
        let facts = TopicFacts(
            months: [.init(year: 2024, month: 11, articles: 2), .init(year: 2025, month: 2, articles: 5)], passages: [], articles: [])
        #expect(facts.lastMonths(36).map(\.name) == ["2024-11", "2024-12", "2025-01", "2025-02"])
        #expect(facts.lastMonths(36).map(\.articles) == [2, 0, 0, 5])
        #expect(facts.lastMonths(2).map(\.articles) == [0, 5])
        #expect(TopicFacts(months: [], passages: [], articles: []).lastMonths(36) == [])
    }
}
