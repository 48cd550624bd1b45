import Terminal
import Testing
import Text

@Suite struct CanvasTests {
    @Test func sizesAreBounded() {
        let small = Canvas(columns: -3, rows: -1)
        #expect(small.columns == 0 && small.rows == 0 && small.text == "")
        let large = Canvas(columns: 100_000, rows: 1)
        #expect(large.columns == 4096)
    }

    @Test func fillEmptiesAndClips() {
        var canvas = Canvas(columns: 6, rows: 3)
        for row in 0..<3 { canvas.write("日本語", column: 0, row: row) }
        let style = Style(background: Colour(0x123456))
        canvas.fill(Rect(column: 1, row: 1, columns: 2, rows: 9), style: style)
        #expect(canvas.text == "日本語\n    語\n    語")
        #expect(canvas[1, 1] == Cell(cluster: " ", style: style, width: 1))
        #expect(canvas[0, 1] == .blank)
        #expect(canvas[3, 1] == .blank)
    }

    @Test func restyleKeepsTextAndWholeClusters() {
        var canvas = Canvas(columns: 6, rows: 1)
        canvas.write("a日b", column: 0, row: 0, style: Style(foreground: Colour(0xFF0000)))
        canvas.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1)) { $0.attributes.insert(.reverse) }
        #expect(canvas.text == "a日b")
        let changed = Style(foreground: Colour(0xFF0000), attributes: .reverse)
        #expect((0..<4).map { canvas[$0, 0].style == changed } == [false, true, true, false])
        canvas.restyle(Rect(column: 2, row: 0, columns: 1, rows: 1)) { $0.attributes = .bold }
        #expect(canvas[1, 0].style == changed && canvas[2, 0].style == changed)
    }

    @Test func attributesAreASecondLayer() {
        var canvas = Canvas(columns: 8, rows: 3)
        canvas.write("ab", column: 0, row: 0, style: Style(attributes: [.bold, .underline]))
        canvas.write("cd", column: 4, row: 0, style: Style(foreground: Colour(0xFF00AA)))
        canvas.write("日", column: 1, row: 2, style: Style(attributes: [.bold, .underline]))
        #expect(
            canvas.attributes() == """
                aa..bb

                .aa

                a bold underline
                b fg=#ff00aa
                """)
        #expect(
            canvas.attributes(legend: [Style(foreground: Colour(0xFF00AA)): "T"]) == """
                aa..TT

                .aa

                a bold underline
                T fg=#ff00aa
                """)
    }

    @Test func equalityLooksAtWhatIsShown() {
        let family = "👩\u{200D}👩\u{200D}👧"
        let other = "👨\u{200D}👩\u{200D}👧"
        var left = Canvas(columns: 4, rows: 1)
        var right = Canvas(columns: 4, rows: 1)
        left.write(other, column: 0, row: 0)  // gets the first place in the table of long clusters
        left.write(family, column: 0, row: 0)
        right.write(family, column: 0, row: 0)
        #expect(left == right)
        right.write(other, column: 2, row: 0)
        #expect(left != right)
        left.write(other, column: 2, row: 0)
        #expect(left == right)
        left.cursor = (1, 0)
        #expect(left != right)
        right.cursor = (1, 0)
        #expect(left == right)
        right.restyle(right.bounds) { $0.attributes = .dim }
        #expect(left != right)
    }

    @Test func clearForgetsEverything() {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write("👩\u{200D}👩\u{200D}👧", column: 0, row: 0)
        canvas.cursor = (0, 0)
        canvas.clear()
        #expect(canvas == Canvas(columns: 4, rows: 1))
    }

    /// Whatever is written where, in a row a cell of two columns is followed by its continuation, there is no other
    /// continuation, and so the widths add up to the row.
    @Test(arguments: 0..<60) func noHalfIsEverLeft(_ seed: Int) {
        var random = RandomText(seed: UInt64(seed))
        var canvas = Canvas(columns: 17, rows: 3)
        for _ in 0..<60 {
            let column = random.number(-4...18)
            let row = random.number(-1...3)
            switch random.number(0...5) {
            case 0: canvas.fill(Rect(column: column, row: row, columns: random.number(0...5), rows: 2), style: .plain)
            case 1:
                let rect = Rect(column: column, row: row, columns: random.number(0...5), rows: 2)
                canvas.restyle(rect) { $0.attributes.formSymmetricDifference(.bold) }
            case 2: canvas.write(["日本語", "👍🏽한", "ｗｉｄｅ"][random.number(0...2)], column: column, row: row)
            case _: canvas.write(random.next(0...6), column: column, row: row, limit: random.number(-1...20))
            }
            expectWhole(canvas)
        }
    }

    private func expectWhole(_ canvas: Canvas) {
        for row in 0..<canvas.rows {
            let cells = (0..<canvas.columns).map { canvas[$0, row] }
            #expect(cells.reduce(0) { $0 + $1.width } == canvas.columns)
            for (cell, next) in zip(cells, cells.dropFirst() + [.blank]) {
                #expect((cell.width == 2) == next.isContinuation)
                #expect(cell.isContinuation == cell.cluster.isEmpty)
                if next.isContinuation { #expect(cell.style == next.style) }
                #expect(Printable.visible(cell.cluster) == cell.cluster)
            }
        }
    }
}
