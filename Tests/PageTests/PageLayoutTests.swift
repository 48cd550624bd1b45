import Articles
import Reader
import Testing

/// What blocks look like: blocks in, lines out. The header is left out.
struct PageLayoutCase: CustomTestStringConvertible, Sendable {
    var name: String
    var blocks: [Block]
    var width = 40
    var glyphs = Glyphs.unicode
    var tables = Page.WideTables.scrolled
    var expected: String

    var testDescription: String { name }

    static let all: [PageLayoutCase] = blocks + lists + tables + scripts

    static let blocks: [PageLayoutCase] = [
        PageLayoutCase(
            name: "paragraphs stand apart",
            blocks: [Block(.paragraph, "One paragraph that is wrapped at forty columns."), Block(.paragraph, "Another.")],
            expected: """
                One paragraph that is wrapped at forty
                columns.

                Another.
                """),
        PageLayoutCase(
            name: "a line break in a paragraph is kept",
            blocks: [Block(.paragraph, "First line\nsecond line")],
            expected: """
                First line
                second line
                """),
        PageLayoutCase(
            name: "upper headings stand further apart than lower ones",
            blocks: [
                Block(.heading, "Title", level: 1), Block(.paragraph, "Text."), Block(.heading, "Part", level: 2),
                Block(.heading, "Detail", level: 3), Block(.paragraph, "Text."), Block(.heading, "More", level: 3),
            ],
            expected: """
                Title

                Text.


                Part

                Detail

                Text.

                More
                """),
        PageLayoutCase(
            name: "bars join the paragraphs of a quotation",
            blocks: [
                Block(.quotation, "Nothing was left to ask for, she said, and went.", level: 1),
                Block(.quotation, "Deeper.", level: 2), Block(.paragraph, "Text."),
            ],
            expected: """
                ▎ Nothing was left to ask for, she said,
                ▎ and went.
                ▎
                ▎ ▎ Deeper.

                Text.
                """),
        PageLayoutCase(
            name: "code is kept as it stands, tabs at their stops",
            blocks: [Block(.code, "if a {\n\tb()\n\n  c\td\n}")],
            expected: """
                  if a {
                      b()

                    c d
                  }
                """),
        PageLayoutCase(
            name: "long code goes on under a mark",
            blocks: [Block(.code, "let alphabet = abcdefghijklmnopqrstuvwxyz")], width: 20,
            expected: """
                  let alphabet = abc
                  ↪ defghijklmnopqrs
                  ↪ tuvwxyz
                """),
        PageLayoutCase(
            name: "promotion is named",
            blocks: [Block(.promotion, "See Also: Live Webinar | Stop Account Takeover")],
            expected: """
                [advertisement] See Also: Live Webinar |
                Stop Account Takeover
                """),
        PageLayoutCase(
            name: "a rule is an ornament",
            blocks: [Block(.paragraph, "A."), Block(.rule, ""), Block(.paragraph, "B.")], width: 21,
            expected: """
                A.

                        ∗ ∗ ∗

                B.
                """),
        PageLayoutCase(
            name: "links have numbers, the same address the same one, and their targets at the end",
            blocks: [
                Block(
                    .paragraph, "See the network, the report and the network.",
                    spans: [
                        Span(.link, start: 8, end: 15, target: "https://user@www.coe.int:443/247"),
                        Span(.link, start: 21, end: 27, target: "mailto:press@example.org"),
                        Span(.link, start: 36, end: 43, target: "https://user@www.coe.int:443/247"),
                    ])
            ],
            expected: """
                See the network[1], the report[2] and
                the network[1].


                Links
                [1] www.coe.int
                    https://user@www.coe.int:443/247
                [2] mailto:
                    mailto:press@example.org
                """),
        PageLayoutCase(
            name: "references have no number",
            blocks: [
                Block(
                    .paragraph, "It failed (see: Why It Failed).",
                    spans: [Span(.reference, start: 10, end: 30, target: "Why It Failed")])
            ],
            expected: "It failed (see: Why It Failed)."),
        PageLayoutCase(
            name: "a number does not begin a line",
            blocks: [
                Block(
                    .paragraph, "aaaa bbbb cccc dddd",
                    spans: [Span(.link, start: 15, end: 19, target: "https://example.org/")])
            ], width: 20,
            expected: """
                aaaa bbbb cccc
                dddd[1]


                Links
                [1] example.org
                    https://
                    example.org/
                """),
        PageLayoutCase(name: "an article without text", blocks: [], expected: ""),
    ]

    static let lists: [PageLayoutCase] = [
        PageLayoutCase(
            name: "items hang, and stand together",
            blocks: [
                Block(.listItem, "Preservation for up to ninety days, renewable.", level: 1, marker: "•"),
                Block(.listItem, "Partial disclosure.", level: 1, marker: "-"),
                Block(.listItem, "Nested.", level: 2, marker: "a)"), Block(.paragraph, "Text."),
            ],
            expected: """
                • Preservation for up to ninety days,
                  renewable.
                • Partial disclosure.
                  a) Nested.

                Text.
                """),
        PageLayoutCase(
            name: "numbers are flush right",
            blocks: [
                Block(.listItem, "Nine.", level: 1, marker: "9."), Block(.listItem, "Ten.", level: 1, marker: "10."),
            ],
            expected: """
                 9. Nine.
                10. Ten.
                """),
        PageLayoutCase(
            name: "a marker that is none becomes a bullet",
            blocks: [Block(.listItem, "One.", level: 1, marker: "a marker of ten words\u{1B}[2J"), Block(.listItem, "Two.")],
            expected: """
                • One.
                • Two.
                """),
        PageLayoutCase(
            name: "indents give way where the page is narrow",
            blocks: [Block(.listItem, "Deep text here.", level: 9_000_000_000, marker: "1.")], width: 20,
            expected: """
                     1. Deep text
                        here.
                """),
        PageLayoutCase(
            name: "in ASCII",
            blocks: [
                Block(.listItem, "One.", level: 1, marker: "•"), Block(.quotation, "Two."), Block(.rule, ""),
                Block(.table, "A\tB\n1\t2"),
            ], width: 21, glyphs: .ascii,
            expected: """
                * One.

                | Two.

                        * * *

                A  B
                -  -
                1  2
                """),
    ]

    static let tables: [PageLayoutCase] = [
        PageLayoutCase(
            name: "columns are aligned, numbers flush right",
            blocks: [Block(.table, "Country\tRequests\tAnswer\nLatvia\t214\t6 h\nGermany\t1,402\t3 d"), Block(.caption, "Table 1")],
            expected: """
                Country  Requests  Answer
                ───────  ────────  ──────
                Latvia        214  6 h
                Germany     1,402  3 d
                Table 1
                """),
        PageLayoutCase(
            name: "cells are wrapped where they do not fit, and rows then stand apart",
            blocks: [Block(.table, "Article\tWhat it asks for\n29\tExpedited preservation of stored data\n37\tExtradition")],
            width: 30,
            expected: """
                Article  What it asks for
                ───────  ─────────────────────
                     29  Expedited
                         preservation of
                         stored data

                     37  Extradition
                """),
        PageLayoutCase(
            name: "a table that is too wide goes on beyond the edge",
            blocks: [Block(.table, "Jurisdiction\tAuthorities\tInstrument\nLiechtenstein\tStaatsanwaltschaft\tConvention")],
            width: 20,
            expected: """
                Jurisdiction   Authorities         Instrument
                ─────────────  ──────────────────  ──────────
                Liechtenstein  Staatsanwaltschaft  Convention
                """),
        PageLayoutCase(
            name: "or is stacked",
            blocks: [Block(.table, "Jurisdiction\tAuthorities\tYear\nLiechtenstein\tStaatsanwaltschaft\t2026\nMalta\t\t2025")],
            width: 20, tables: .stacked,
            expected: """
                Jurisdiction:
                  Liechtenstein
                Authorities:
                  Staatsanwaltschaft
                Year:
                  2026

                Jurisdiction:
                  Malta
                Year:
                  2025
                """),
        PageLayoutCase(
            name: "rows may be uneven",
            blocks: [Block(.table, "A\tB\tC\nx\nlong\ty")],
            expected: """
                A     B  C
                ────  ─  ─
                x
                long  y
                """),
    ]

    static let scripts: [PageLayoutCase] = [
        PageLayoutCase(
            name: "wide characters take two columns",
            blocks: [Block(.paragraph, "条約は電子的証拠の迅速な保全を締約国に求めている。")], width: 20,
            expected: """
                条約は電子的証拠の迅
                速な保全を締約国に求
                めている。
                """),
        PageLayoutCase(
            name: "combining marks and emoji stay whole",
            blocks: [Block(.paragraph, "e\u{301}te\u{301} 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 🇪🇺")], width: 5,
            expected: """
                e\u{301}te\u{301}
                👩‍👩‍👧👩‍👩‍👧
                👩‍👩‍👧 🇪🇺
                """),
        PageLayoutCase(
            name: "Arabic stands as it is seen, at the right",
            blocks: [Block(.paragraph, "القانون الجديد")],
            expected: String(repeating: " ", count: 26) + "ديدجلا نوناقلا"),
        PageLayoutCase(
            name: "what could drive a terminal is shown",
            blocks: [Block(.paragraph, "a\u{1B}[2Jb \u{202E}c\u{7}"), Block(.code, "x\u{9B}31m")],
            expected: """
                a␛[2Jb ‹U+202E›c␇

                  x‹U+009B›31m
                """),
        PageLayoutCase(
            name: "a hyphen is drawn where a word is broken at a soft one",
            blocks: [Block(.paragraph, "inter\u{AD}national co\u{AD}operation")], width: 9,
            expected: """
                inter-
                national
                co-
                operation
                """),
    ]
}

struct PageLayoutTests {
    @Test(arguments: PageLayoutCase.all) func `Blocks are laid out`(_ example: PageLayoutCase) {
        let page = Page(
            Article(title: "T", blocks: example.blocks), width: example.width, glyphs: example.glyphs,
            wideTables: example.tables)
        #expect(page.body == example.expected)
    }

    @Test func `The header says who, where, when and how long`() {
        let article = Article(
            title: "Hidden SIM farm led to 3,200 cloned accounts", deck: "A treaty did the rest.",
            kickers: ["Cybercrime", "Fraud Management & Cybercrime"], bylines: ["A. Writer", "B. Other"],
            publisher: "Example Times", published: ArticleDate(year: 2026, month: 11, day: 11),
            updated: ArticleDate(year: 2026, month: 11, day: 12), url: "https://example.org/sim",
            blocks: [Block(.paragraph, "Text.")])
        let page = Page(article, width: 42, header: PageHeader(wordCount: 1_200))
        #expect(
            page.lines(from: .start, count: 20).map(\.line.text).joined(separator: "\n") == """
                Cybercrime · Fraud Management & Cybercrime
                Hidden SIM farm led to 3,200 cloned
                accounts

                A treaty did the rest.

                A. Writer, B. Other · Example Times
                2026-11-11 · updated 2026-11-12
                5 min read · example.org


                Text.
                """)
        #expect(
            page.lines(from: .start, count: 20).map(\.line.kind) == [
                .kickers, .title, .title, .blank, .deck, .blank, .byline, .byline, .byline, .blank, .blank,
                .block(.paragraph),
            ])
    }

    @Test(arguments: [
        (nil, "no date · 1 min read"), (ArticleDate(year: 2025, month: 3), "no date (file of 2025-03) · 1 min read"),
    ] as [(ArticleDate?, String)])
    func `An article without a date says so`(file: ArticleDate?, expected: String) {
        let page = Page(Article(title: ""), width: 60, header: PageHeader(fileDate: file))
        #expect(page.lines(from: .start, count: 9).map(\.line.text) == ["Untitled", "", expected])
    }

    @Test(arguments: zip(DateStyle.allCases, ["2025-03-09", "09.03.2025", "03/09/2025"]))
    func `The head writes dates as it is told`(style: DateStyle, expected: String) {
        let article = Article(title: "T", published: ArticleDate(year: 2025, month: 3, day: 9))
        let page = Page(article, width: 60, header: PageHeader(dates: style))
        #expect(page.lines(from: .start, count: 3).last?.line.text == "\(expected) · 1 min read")
    }

    @Test func `Reading time of dense scripts goes by characters`() {
        let article = Article(title: "T", language: "zh-Hans", blocks: [Block(.paragraph, String(repeating: "法", count: 1_200))])
        #expect(Page(article, width: 60).lines(from: .start, count: 3).last?.line.text == "no date · 3 min read")
    }

    @Test func `Spans become emphasis, nested and to the byte`() throws {
        let block = Block(
            .paragraph, "A strong claim.", spans: [Span(.strong, start: 2, end: 14), Span(.emphasis, start: 9, end: 14)])
        let page = Page(Article(title: "T", blocks: [block]), width: 40)
        let line = try #require(page.line(at: page.place(of: 0)))
        #expect(
            line.segments == [
                PageSegment(text: "A ", column: 0, columns: 2, source: 0..<2, role: .text),
                PageSegment(text: "strong ", column: 2, columns: 7, source: 2..<9, role: .text, emphasis: .strong),
                PageSegment(
                    text: "claim", column: 9, columns: 5, source: 9..<14, role: .text, emphasis: [.strong, .emphasis]),
                PageSegment(text: ".", column: 14, columns: 1, source: 14..<15, role: .text),
            ])
    }

    @Test func `Links know their words, blocks and targets`() {
        let blocks = [
            Block(.paragraph, "None."),
            Block(
                .paragraph, "Go here (see: There).",
                spans: [
                    Span(.link, start: 3, end: 7, target: "HTTPS://Example.org/x"),
                    Span(.reference, start: 8, end: 20, target: "There"),
                ]),
        ]
        #expect(
            Page(Article(title: "T", blocks: blocks), width: 40).links == [
                PageLink(
                    destination: .address(LinkTarget("HTTPS://Example.org/x"), number: 1), block: 1, range: 10..<14),
                PageLink(destination: .title("There"), block: 1, range: 15..<27),
            ])
    }

    @Test(arguments: [
        ("https://example.org/a", "example.org"), ("http://good.example@evil.example/", "evil.example"),
        ("https://EXAMPLE.org:8080?q", "example.org"), ("https://[::1]:80/x", "[::1]"),
        ("https:\\\\evil.example\\@good.example", "evil.example"), ("javascript:alert(1)", "javascript:"),
        ("mailto:a@b.example", "mailto:"), ("/relative/path", ""), ("", ""), ("#top", ""),
    ])
    func `The host is who a link leads to`(address: String, host: String) {
        #expect(LinkTarget(address).host == host)
    }
}

extension Page {
    /// The lines after the header and the blank ones below it.
    var body: String {
        let lines = lines(from: .start, count: .max)
        let start = lines.firstIndex { $0.line.block != nil && $0.line.kind != .blank } ?? lines.count
        return lines[start...].map(\.line.text).joined(separator: "\n")
    }
}
