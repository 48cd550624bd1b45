import Testing
import Text

@testable import Terminal

@Suite struct SimpleFormTests {
    init() {
        ScreenLocale.set()
    }

    private func width(_ scalar: Unicode.Scalar) -> Int { Curses.width(of: scalar) }

    static let cases: [(String, [String])] = [
        ("a", ["a"]), ("e\u{301}", ["e\u{301}"]), ("日", ["日"]), ("🇩🇪", ["D", "E"]), ("👩\u{200D}👩\u{200D}👧", ["👩"]), ("👍🏽", ["👍"]),
        ("❤\u{FE0F}", ["❤", " "]), ("1\u{FE0F}\u{20E3}", ["1\u{20E3}", " "]), ("🏴\u{E0067}\u{E0062}\u{E007F}", ["🏴"]),
        ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"]), ("ก\u{E49}", ["ก\u{E49}"]),
    ]

    @Test(arguments: cases) func drawnAs(_ cluster: String, _ parts: [String]) {
        let columns = cluster == "🇩🇪" ? 2 : DisplayWidth.of(cluster)
        let form = SimpleForm(cluster, columns: columns, widthOf: width)
        #expect(form.parts.map { $0.map(String.init).joined() }.map { Array($0.unicodeScalars) } == parts.map { Array($0.unicodeScalars) })
    }

    @Test func whatTheLibraryCannotShowIsReplaced() {
        #expect(SimpleForm("x", columns: 1, widthOf: { _ in -1 }).parts == [["\u{FFFD}"]])
        #expect(SimpleForm("x", columns: 2, widthOf: { _ in -1 }).parts == [["\u{FFFD}"], [" "]])
        #expect(SimpleForm("x", columns: 1, widthOf: { _ in 2 }).parts == [["?"]])
        #expect(SimpleForm("x", columns: 2, widthOf: { _ in 0 }).parts == [["?"], [" "]])
    }

    /// Whatever a canvas can hold is drawn in parts that ncurses takes (one scalar with columns, then at most four
    /// without) and whose widths are the cluster's.
    @Test(arguments: 0..<40) func widthsAddUp(_ seed: Int) {
        var random = RandomText(seed: UInt64(seed))
        for _ in 0..<100 {
            var canvas = Canvas(columns: 60, rows: 1)
            canvas.write(random.next(1...8), column: 0, row: 0)
            for column in 0..<60 where !canvas[column, 0].isContinuation {
                let cell = canvas[column, 0]
                let form = SimpleForm(cell.cluster, columns: cell.width, widthOf: width)
                #expect(form.parts.reduce(0) { $0 + $1.reduce(0) { $0 + self.width($1) } } == cell.width, "\(cell.cluster.debugDescription)")
                for part in form.parts {
                    #expect(part.count <= 5 && part.dropFirst().allSatisfy { self.width($0) == 0 } && self.width(part[0]) > 0)
                }
            }
        }
    }
}
