import Testing

@testable import Terminal

/// What is left to be sent of a canvas: what moved is found, and blanks cost no colours.
@Suite struct CanvasSendingTests {
    private static let area = Rect(column: 4, row: 1, columns: 6, rows: 8)

    /// Rows with a text at the left that stays and `lines` in the area.
    private static func canvas(_ lines: [String]) -> Canvas {
        var canvas = Canvas(columns: 12, rows: 10)
        for row in 0..<10 { canvas.write("s\(row)", column: 0, row: row) }
        for (row, line) in lines.prefix(8).enumerated() { canvas.write(line, column: 4, row: 1 + row) }
        return canvas
    }

    private static let lines = (0..<14).map { "line\($0)" }

    private struct MoveCase: Sendable, CustomTestStringConvertible {
        let name: String
        let before: [String]
        let after: [String]
        let rows: Int?
        var testDescription: String { name }

        init(_ name: String, _ before: [String], _ after: [String], rows: Int?) {
            (self.name, self.before, self.after, self.rows) = (name, before, after, rows)
        }
    }

    @Test(arguments: [
        MoveCase("a row up", lines, Array(lines[1...]), rows: 1),
        MoveCase("two rows down", Array(lines[2...]), lines, rows: -2),
        MoveCase("five rows up: three come along", lines, Array(lines[5...]), rows: 5),
        MoveCase("six rows up: two do not pay", lines, Array(lines[6...]), rows: nil),
        MoveCase("nothing moved", lines, lines, rows: nil),
        MoveCase("another text", lines, lines.map { "x" + $0 }, rows: nil),
        MoveCase("empty rows", [], [], rows: nil),
        MoveCase("one row of many is another", lines, ["other"] + lines[1...], rows: nil),
        MoveCase("a row up, one of them another", lines, Array(lines[1...3]) + ["other"] + lines[5...], rows: 1),
        MoveCase("the same everywhere", Array(repeating: "same", count: 8), Array(repeating: "same", count: 7) + ["end"], rows: nil),
        MoveCase("wide at the edge", lines, Array(lines[1...7]) + ["12345字"], rows: nil),
    ]) private func moves(_ example: MoveCase) {
        let move = AreaMove(in: Self.area, from: Self.canvas(example.before), to: Self.canvas(example.after))
        #expect(move?.rows == example.rows)
        #expect(move == nil || move?.area == Self.area)
    }

    @Test func areaBeyondTheEdge() {
        let move = AreaMove(in: Rect(column: 4, row: 1, columns: 90, rows: 90), from: Self.canvas(Self.lines), to: Self.canvas(Array(Self.lines[1...])))
        #expect(move == nil || move?.area == Rect(column: 4, row: 1, columns: 8, rows: 9))
        #expect(AreaMove(in: Rect(column: 40, row: 1, columns: 3, rows: 9), from: Self.canvas([]), to: Self.canvas(Self.lines)) == nil)
    }

    // MARK: Cursor

    @Test(arguments: [([2, 1], [2, 1]), ([9, 1], [3, 1]), ([3, 9], [3, 1]), ([-1, -4], [0, 0])])
    func cursorStaysInside(_ place: [Int], _ shown: [Int]) {
        var canvas = Canvas(columns: 4, rows: 2)
        canvas.cursor = (place[0], place[1])
        canvas.keepCursorInside()
        #expect(canvas.cursor.map { [$0.column, $0.row] } == shown)
    }

    @Test func noCursorWhereThereIsNoRoom() {
        var canvas = Canvas(columns: 0, rows: 2)
        canvas.cursor = (0, 0)
        canvas.keepCursorInside()
        #expect(canvas.cursor == nil)
    }

    // MARK: Blanks

    private static let ground = Colour(0x101020)
    private static func style(_ foreground: UInt32?, _ attributes: Attributes = [], on ground: Colour? = ground) -> Style {
        Style(foreground: foreground.map { Colour($0) }, background: ground, attributes: attributes)
    }

    private struct BlankCase: Sendable, CustomTestStringConvertible {
        let name: String
        /// Columns of blanks between two words.
        var gap = 2
        var word = style(0xFF0000)
        var blank = style(nil)
        let takesWord: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        BlankCase(name: "a short gap", takesWord: true),
        BlankCase(name: "eight blanks", gap: 8, takesWord: true),
        BlankCase(name: "nine blanks", gap: 9, takesWord: false),
        BlankCase(name: "bold is not seen", word: style(1, .bold), takesWord: true),
        BlankCase(name: "another ground", blank: style(nil, on: Colour(0)), takesWord: false),
        BlankCase(name: "an underlined word", word: style(1, .underline), takesWord: false),
        BlankCase(name: "an underlined blank", blank: style(nil, .underline), takesWord: false),
        BlankCase(name: "a reversed blank", blank: style(nil, .reverse), takesWord: false),
    ]) private func blanks(_ example: BlankCase) {
        var canvas = Canvas(columns: 16, rows: 1)
        canvas.fill(canvas.bounds, style: example.blank)
        canvas.write("ab", column: 1, row: 0, style: example.word)
        canvas.write("c", column: 3 + example.gap, row: 0, style: Self.style(2))
        let styles = canvas.cheapStyles(0).map(\.style)
        #expect(styles[3..<3 + example.gap].allSatisfy { $0 == (example.takesWord ? example.word : example.blank) })
        #expect(styles[0] == example.blank && styles[15] == (example.gap == 12 ? Self.style(2) : example.blank), "the margins stay")
        #expect(styles[1] == example.word && styles[3 + example.gap] == Self.style(2), "words stay")
    }
}
