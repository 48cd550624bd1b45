import Terminal
import Testing
import Text

@Suite struct CanvasWritingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let writes: [(text: String, column: Int, limit: Int?)]
        let row: String
        let used: Int
        var testDescription: String { name }
    }

    /// Each on one row of ten columns; `used` is of the last write.
    static let cases = [
        Case(name: "plain", writes: [("abc", 0, nil)], row: "abc", used: 3),
        Case(name: "in the middle", writes: [("abc", 4, nil)], row: "    abc", used: 3),
        Case(name: "clipped at the right", writes: [("abcdefghijklm", 5, nil)], row: "     abcde", used: 5),
        Case(name: "clipped at the left", writes: [("abcdef", -2, nil)], row: "cdef", used: 6),
        Case(name: "wholly to the left", writes: [("abc", -3, nil)], row: "", used: 3),
        Case(name: "wholly to the right", writes: [("abc", 10, nil)], row: "", used: 0),
        Case(name: "limit", writes: [("abcdef", 1, 3)], row: " abc", used: 3),
        Case(name: "limit of nothing", writes: [("abcdef", 1, 0)], row: "", used: 0),
        Case(name: "limit below nothing", writes: [("abcdef", 1, -4)], row: "", used: 0),
        Case(name: "wide", writes: [("日本", 0, nil)], row: "日本", used: 4),
        Case(name: "wide at the limit", writes: [("日本", 0, 3)], row: "日", used: 2),
        Case(name: "wide at the right edge", writes: [("日本", 7, nil)], row: "       日", used: 2),
        Case(name: "wide cut by the left edge", writes: [("日本", -1, nil)], row: " 本", used: 4),
        Case(name: "left half overwritten", writes: [("日本", 0, nil), ("x", 0, nil)], row: "x 本", used: 1),
        Case(name: "right half overwritten", writes: [("日本", 0, nil), ("x", 1, nil)], row: " x本", used: 1),
        Case(name: "wide over two halves", writes: [("日本", 0, nil), ("語", 1, nil)], row: " 語", used: 2),
        Case(name: "combining mark", writes: [("ae\u{301}i", 0, nil)], row: "ae\u{301}i", used: 3),
        Case(name: "mark on the last of ASCII", writes: [("abc\u{323}\u{302}", 0, nil)], row: "abc\u{323}\u{302}", used: 3),
        Case(name: "emoji with joiners", writes: [("👩\u{200D}👩\u{200D}👧x", 0, nil)], row: "👩\u{200D}👩\u{200D}👧x", used: 3),
        Case(name: "selector makes wide", writes: [("❤\u{FE0F}x", 0, nil)], row: "❤\u{FE0F}x", used: 3),
        Case(name: "control", writes: [("a\u{1B}[m", 0, nil)], row: "a␛[m", used: 4),
        Case(name: "line break", writes: [("a\r\nb", 0, nil)], row: Printable.visible("a\r\nb"), used: 4),
        Case(name: "direction", writes: [("\u{202E}x", 0, nil)], row: "‹U+202E›x", used: 9),
        Case(name: "nothing", writes: [("", 3, nil)], row: "", used: 0),
        Case(name: "curly quotes", writes: [("“a’s” — b", 0, nil)], row: "“a’s” — b", used: 9),
    ]

    @Test(arguments: cases) func writes(_ example: Case) {
        var canvas = Canvas(columns: 10, rows: 1)
        var used = 0
        for write in example.writes { used = canvas.write(write.text, column: write.column, row: 0, limit: write.limit) }
        #expect(canvas.text.unicodeScalars.elementsEqual(example.row.unicodeScalars), "\(canvas.text)")
        #expect(used == example.used)
    }

    @Test func outsideTheRowsIsNothing() {
        var canvas = Canvas(columns: 4, rows: 2)
        #expect(canvas.write("abc", column: 0, row: -1) == 0)
        #expect(canvas.write("abc", column: 0, row: 2) == 0)
        #expect(canvas == Canvas(columns: 4, rows: 2))
    }

    @Test func oneHugeClusterIsCut() {
        var canvas = Canvas(columns: 80, rows: 1)
        let text = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(canvas.write(text, column: 0, row: 0) <= 80)
        #expect(canvas[0, 0].cluster.unicodeScalars.count == 1 + Printable.marksPerCluster)
    }

    /// What fits of text made visible as a whole and cut by the general rules: the way without any fast path.
    private func reference(_ text: String, limit: Int) -> (text: String, used: Int) {
        let visible = Printable.visible(text)
        let boundaries = Segmentation.graphemes(in: visible)
        var result = ""
        var used = 0
        for (start, end) in zip(boundaries, boundaries.dropFirst()) {
            let cluster = String(decoding: Array(visible.utf8)[start..<end], as: UTF8.self)
            let width = DisplayWidth.of(cluster)
            // Clusters of more than two columns are shared out, see `putScalars`.
            guard width <= 2 else { return ("", -1) }
            guard used + width <= limit else { break }
            if width > 0 { result += cluster }
            used += width
        }
        return (result, used)
    }

    @Test(arguments: 0..<40) func agreesWithTheGeneralRules(_ seed: Int) {
        var random = RandomText(seed: UInt64(seed))
        for _ in 0..<50 {
            let text = random.next(0...12)
            let limit = random.number(0...40)
            var canvas = Canvas(columns: 40, rows: 1)
            let used = canvas.write(text, column: 0, row: 0, limit: limit)
            let wanted = reference(text, limit: limit)
            guard wanted.used >= 0 else { continue }
            let shown = (0..<40).prefix(used).map { canvas[$0, 0].cluster }.joined()
            #expect(used == wanted.used, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
            #expect(shown.unicodeScalars.elementsEqual(wanted.text.unicodeScalars), "\(text.debugDescription)")
        }
    }
}
