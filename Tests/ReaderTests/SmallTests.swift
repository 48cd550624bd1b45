import Library
import Terminal
import Testing
import Text
import Topics

@testable import Reader

@Suite struct SmallTests {
    @Test(arguments: [
        Session(), Self.session(query: "title:\"mutual legal\" 50 % naïve 法\n\u{1B}", open: []),
        Self.session(query: "", open: ["a,b", "cybercrime"]),
    ])
    func sessionsAreReadAsWritten(_ session: Session) {
        #expect(Session(encoded: session.encoded) == session)
    }

    private static func session(query: String, open: [TopicID]) -> Session {
        var session = Session()
        session.source = .notes
        session.filter = LibraryFilter(topic: "mutual-legal-assistance", isUnreadOnly: true)
        session.selected = ArticleID(42)
        session.query = query
        session.openTopics = open
        session.measure = 64
        return session
    }

    @Test func sessionsOutliveNonsense() {
        #expect(Session(encoded: "") == Session())
        #expect(Session(encoded: "source=moon\nmeasure=-7\nfuture=1\n=\nselected=x").measure == Session.narrowestMeasure)
        #expect(Session(encoded: "query=%zz%e2%82").query.isEmpty == false)
    }

    @Test(arguments: [
        ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("one too many", 11, "one too ma…"), ("界界界", 6, "界界界"),
        ("界界界", 5, "界界…"), ("界界界", 4, "界…"), ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 5, ""),
        ("a\u{1B}b", 3, "a␛b"), ("👨‍👩‍👧‍👦x", 2, "…"),
    ])
    func clipping(_ text: String, _ columns: Int, _ expected: String) {
        let clipped = Clip.text(text, columns: columns)
        #expect(clipped == expected)
        #expect(DisplayWidth.of(clipped) <= max(0, columns))
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (98_310, "98,310"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func grouping(_ number: Int, _ expected: String) {
        #expect(number.grouped == expected)
    }

    @Test(arguments: [
        ("extradition", "Extradition and EXTRADITION", ["Extradition", "EXTRADITION"]),
        ("don't", "They don’t and don't", ["don’t", "don't"]),
        ("a b", "a\u{A0}b a\nb", ["a\u{A0}b", "a\nb"]), ("ÉTAT", "L’état", ["état"]), ("法", "公法与法", ["法", "法"]), ("aa", "aaaa", ["aa", "aa"]),
        ("", "anything", []), ("zzz", "anything", []), ("\u{2013}", "a-b\u{2014}c", ["-", "\u{2014}"]),
    ])
    func finding(_ words: String, _ text: String, _ expected: [String]) {
        #expect(Finder(words).hits(in: text).map { text.bytes($0) } == expected)
    }

    @Test func layoutsFillTheScreenWithoutOverlap() {
        for columns in [20, 40, 59, 60, 79, 80, 99, 100, 120, 149, 150, 179, 180, 200, 260] {
            for rows in [5, 11, 12, 24, 60] {
                for pane in Pane.allCases {
                    let layout = Layout(columns: columns, rows: rows, pane: pane)
                    let used = layout.boxes.map(\.frame.columns).reduce(0, +)
                    #expect(used == columns, "\(columns)x\(rows)")
                    #expect(layout.box(pane) != nil, "\(pane) at \(columns)x\(rows)")
                    #expect(layout.boxes.allSatisfy { $0.inner.columns > 10 && $0.inner.rows > 0 && $0.frame.endRow <= rows })
                }
            }
        }
    }
}
