import Articles
import Reader
import Terminal
import TestSupport
import Testing

struct PageDrawingTests {
    private static let article = Article(
        title: "SIM farm seized", deck: "A treaty did the rest.", kickers: ["Fraud"], publisher: "Example Times",
        published: ArticleDate(year: 2026, month: 11, day: 11),
        blocks: [
            Block(.paragraph, "Investigators seized 41 SIM boxes after a bank in Riga had reported accounts opened from one cellar."),
            Block(.paragraph, "The request went through the network within hours."),
            Block(.paragraph, "القانون الجديد يسمح بحفظ البيانات."),
        ])

    private static func mark(_ code: String, _ hue: TopicHue, _ standing: TopicMark.Standing, _ score: Double = 0) -> Decoration.Kind {
        .topic(TopicMark(code: code, hue: hue, standing: standing, score: score))
    }

    private static let decorations = Decorations([
        Decoration(mark("MLA", .internationalCooperation, .possible), 102..<152),
        Decoration(mark("FRAUD", .fraudManagement, .confirmed), 0..<100),
        Decoration(mark("SIMSWP", .fraudManagement, .likely, 1), 0..<100),
        Decoration(mark("KYC", .compliance, .likely, 2), 0..<100),
        Decoration(mark("AML", .compliance, .likely, 0.5), 0..<100),
        Decoration(.bookmark, 106..<113), Decoration(.passageCursor, 0..<100), Decoration(.searchHit, 24..<27),
    ])

    private static func draw(
        columns: Int, rows: Int, glyphs: Glyphs = .unicode, measure: Int = 76, article: Article = article,
        decorations: Decorations = decorations, theme: Theme = Theme(nil, depth: .none), sideways: Int = 0
    ) -> Canvas {
        let geometry = PageGeometry(columns: columns, measure: measure)
        let page = Page(article, width: geometry.width, glyphs: glyphs)
        var canvas = Canvas(columns: columns, rows: rows)
        page.draw(
            from: .start, into: &canvas, canvas.bounds, geometry: geometry, theme: theme, decorations: decorations,
            sideways: sideways)
        return canvas
    }

    @Test func `The gutter holds cursor, mark, code and bar`() {
        #expect(
            Self.draw(columns: 60, rows: 16).text == """
                           Fraud
                           SIM farm seized

                           A treaty did the rest.

                           Example Times · 2026-11-11 · 1 min read


                ▌  FRAUD ┃ Investigators seized 41 SIM boxes after a bank
                ▌    KYC ┊ in Riga had reported accounts opened from one
                ▌     +2 ┊ cellar.

                 ◆   MLA?· The request went through the network within
                         · hours.

                 ←                       .تانايبلا ظفحب حمسي ديدجلا نوناقلا
                """)
    }

    @Test func `In ASCII`() {
        #expect(
            Self.draw(columns: 60, rows: 14, glyphs: .ascii).text.split(separator: "\n").suffix(5).joined(separator: "\n") == """
                >  FRAUD | Investigators seized 41 SIM boxes after a bank
                >    KYC : in Riga had reported accounts opened from one
                >     +2 : cellar.
                 *   MLA?. The request went through the network within
                         . hours.
                """)
    }

    @Test func `Marks without codes where there is less room`() {
        #expect(
            Self.draw(columns: 40, rows: 14).text == """
                    Fraud
                    SIM farm seized

                    A treaty did the rest.

                    Example Times · 2026-11-11
                    1 min read


                ▌ ┃ Investigators seized 41 SIM boxes
                ▌ ┃ after a bank in Riga had reported
                ▌ ┃ accounts opened from one cellar.

                 ◆· The request went through the
                """)
    }

    @Test func `One sign where there is little`() {
        #expect(
            Self.draw(columns: 26, rows: 18).text == """
                  Fraud
                  SIM farm seized

                  A treaty did the rest.

                  Example Times
                  2026-11-11 · 1 min read


                ▌ Investigators seized 41
                ▌ SIM boxes after a bank
                ▌ in Riga had reported
                ▌ accounts opened from
                ▌ one cellar.

                ◆ The request went
                · through the network
                · within hours.
                """)
    }

    @Test func `No gutter at twenty columns`() {
        #expect(
            Self.draw(columns: 20, rows: 5).text == """
                Fraud
                SIM farm seized

                A treaty did the
                rest.
                """)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 5), (5, 2), (20, 5)]) func `Any size can be drawn`(columns: Int, rows: Int) {
        let canvas = Self.draw(columns: columns, rows: rows)
        #expect(canvas.columns == columns)
        #expect(canvas.rows == rows)
    }

    @Test func `In a wide pane the text stands in the middle, the gutter hanging`() {
        let geometry = PageGeometry(columns: 120, measure: 60)
        #expect(geometry.left == 30)
        #expect(geometry.gutterLeft == 19)
        #expect(geometry.width == 60)
        let row = Self.draw(columns: 120, rows: 10, measure: 60).text(row: 8)
        #expect(row == String(repeating: " ", count: 19) + "▌  FRAUD ┃ Investigators seized 41 SIM boxes after a bank in Riga had")
    }

    @Test(arguments: 0...240) func `The text always fits its pane`(columns: Int) {
        for measure in [1, 20, 76, 500] {
            let geometry = PageGeometry(columns: columns, measure: measure)
            #expect(geometry.gutterLeft >= 0)
            #expect(geometry.width >= 1)
            #expect(columns < 1 || geometry.left + geometry.width <= columns)
            #expect(geometry.width <= max(20, measure))
        }
    }

    // MARK: Decorations

    /// The letters of the styles on one row.
    private static func looks(_ canvas: Canvas, row: Int, columns: Range<Int>) -> [String] {
        var looks: [String] = []
        var last: Style?
        for column in columns where canvas[column, row].style != last {
            last = canvas[column, row].style
            looks.append("\(column) \(canvas[column, row].style)")
        }
        return looks
    }

    private static func drawn(_ text: String, _ decorations: [Decoration], theme: Theme = Theme(nil, depth: .none)) -> Canvas {
        let article = Article(title: "T", blocks: [Block(.paragraph, text)])
        let page = Page(article, width: 20)
        var canvas = Canvas(columns: 20, rows: 1)
        page.draw(
            from: page.place(of: 0), into: &canvas, canvas.bounds, geometry: PageGeometry(columns: 20), theme: theme,
            decorations: Decorations(decorations))
        return canvas
    }

    @Test func `Overlapping decorations add up, hits on top`() {
        let canvas = Self.drawn(
            "0123456789abcdef",
            [
                Decoration(.bookmark, 2..<10), Decoration(.searchHit, 4..<6), Decoration(.currentHit, 8..<12),
                Decoration(.evidence, 0..<3),
            ])
        #expect(
            Self.looks(canvas, row: 0, columns: 0..<16) == [
                "0 bold underline", "3 underline", "4 underline reverse", "6 underline", "8 bold underline reverse", "12 plain",
            ])
    }

    @Test func `The order in which decorations are given does not matter`() throws {
        let theme = Theme(try BuiltInTheme.nightDocket.palette, depth: .direct)
        let list = [
            Decoration(.bookmark, 2..<10), Decoration(.searchHit, 4..<6), Decoration(.currentHit, 4..<6),
            Decoration(.evidence, 0..<9), Decoration(.selection, 5..<12), Decoration(.passageCursor, 0..<16),
        ]
        let expected = Self.drawn("0123456789abcdef", list, theme: theme)
        var random = SplitMix64(seed: 3)
        for _ in 0..<20 {
            #expect(Self.drawn("0123456789abcdef", list.shuffled(using: &random), theme: theme) == expected)
        }
        #expect(expected[4, 0].style.background == theme.style(.currentHit).background)
        #expect(expected[11, 0].style.background == theme.style(.selection).background)
        #expect(expected[15, 0].style.background == theme.style(.passageCursor).background)
        #expect(expected[19, 0].style.background == theme.style(.passageCursor).background)
    }

    @Test func `Decorations follow wide, combined and hidden characters`() {
        let text = "日本e\u{301}👩‍👩‍👧x\u{202E}y"
        func columns(_ part: String) -> [Int] {
            let range = text.utf8Range(of: part)
            let canvas = Self.drawn(text, [Decoration(.searchHit, range)])
            return (0..<20).filter { canvas[$0, 0].style.attributes.contains(.reverse) }
        }
        #expect(columns("本") == [2, 3])
        #expect(columns("e\u{301}") == [4])
        #expect(columns("👩‍👩‍👧") == [5, 6])
        #expect(columns("x") == [7])
        #expect(columns("\u{202E}") == Array(8..<16))
        #expect(columns("y") == [16])
    }

    @Test func `A decoration outside the text changes nothing`() {
        let plain = Self.drawn("text", [])
        #expect(Self.drawn("text", [Decoration(.searchHit, 100..<200), Decoration(.bookmark, 2..<2)]) == plain)
    }

    @Test func `Links and emphasis are drawn on the block's own look`() throws {
        let theme = Theme(try BuiltInTheme.nightDocket.palette, depth: .direct)
        let block = Block(
            .paragraph, "go there now", spans: [Span(.link, start: 3, end: 8, target: "x:y"), Span(.strong, start: 3, end: 5)])
        let page = Page(Article(title: "T", blocks: [block]), width: 20)
        var canvas = Canvas(columns: 20, rows: 1)
        page.draw(from: page.place(of: 0), into: &canvas, canvas.bounds, geometry: PageGeometry(columns: 20), theme: theme)
        #expect(canvas.text == "go there[1] now")
        #expect(canvas[0, 0].style == theme.style(.text))
        #expect(canvas[3, 0].style.attributes == [.bold, .underline])
        #expect(canvas[6, 0].style == theme.style(.link))
        #expect(canvas[8, 0].style == theme.style(.linkNumber))
    }

    // MARK: Tables

    @Test func `A table that is too wide is scrolled sideways`() {
        let article = Article(
            title: "T",
            blocks: [Block(.table, "Jurisdiction\tAuthority\tYear\nLiechtenstein\tStaatsanwaltschaft\t2026\n日本日本日本日本\tx\t1")])
        func rows(_ sideways: Int) -> [String] {
            let canvas = Self.draw(columns: 22, rows: 9, article: article, decorations: Decorations(), sideways: sideways)
            return (5..<9).map { canvas.text(row: $0) }
        }
        #expect(
            rows(0) == [
                "Jurisdiction      Aut›", "────────────────  ───›", "Liechtenstein     Sta›", "日本日本日本日本  x  ›",
            ])
        #expect(
            rows(3) == [
                "‹sdiction      Author›", "‹────────────  ──────›", "‹htenstein     Staats›", "‹日本日本日本  x     ›",
            ])
        #expect(rows(1_000).map(\.count) == [22, 22, 22, 22])
        #expect(rows(1_000)[2] == "‹atsanwaltschaft  2026")
        let page = Page(article, width: 22)
        #expect(page.furthestSideways(from: .start, rows: 9) == 20)
        #expect(page.furthestSideways(from: .start, rows: 4) == 0)
    }

    @Test func `A picture of a canvas has its words, colours and attributes`() {
        var canvas = Canvas(columns: 10, rows: 2)
        canvas.write("a <b> c", column: 1, row: 0, style: Style(foreground: Colour(0xFF0000), attributes: [.bold, .underline]))
        canvas.write("日本", column: 0, row: 1, style: Style(background: Colour(0x00FF00), attributes: .reverse))
        #expect(
            canvas.svg(title: "A & B", ground: (text: Colour(0xFFFFFF), page: Colour(0x000000))) == """
                <svg xmlns="http://www.w3.org/2000/svg" width="114" height="62" viewBox="0 0 114 62" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">
                <title>A &amp; B</title>
                <rect width="114" height="62" fill="#000000"/>
                <text x="21" y="26" fill="#ff0000" font-weight="bold">a</text>
                <text x="39" y="26" fill="#ff0000" font-weight="bold">&lt;b&gt;</text>
                <text x="75" y="26" fill="#ff0000" font-weight="bold">c</text>
                <rect x="21" y="28" width="63" height="1" fill="#ff0000"/>
                <rect x="12" y="31" width="36" height="19" fill="#ffffff"/>
                <text x="12" y="45" fill="#00ff00">日</text>
                <text x="30" y="45" fill="#00ff00">本</text>
                </svg>

                """)
    }
}

extension String {
    /// Where `part` stands, in UTF-8 offsets, compared byte by byte.
    func utf8Range(of part: String) -> Range<Int> {
        let (bytes, needle) = (Array(utf8), Array(part.utf8))
        let start = (0...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) } ?? 0
        return start..<start + needle.count
    }
}
