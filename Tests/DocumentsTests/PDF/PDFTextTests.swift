import Articles
import Formats
import Testing

@testable import Documents

/// Lines of pages as blocks, without the program that finds the lines.
@Suite struct PDFTextTests {
    private static let long = [
        "The regulator said on Tuesday that the bank had failed for four years",
        "to look at transfers that its own systems had marked as strange, and",
        "that it would be fined.",
    ]

    @Test func paragraphs() {
        var sketch = PDFSketch()
        sketch.page()
        sketch.block(Self.long + Self.long, y: 100)
        #expect(sketch.outline == ["paragraph: " + Self.long.joined(separator: " "), "paragraph: " + Self.long.joined(separator: " ")])
    }

    /// On the next page or in the next column a paragraph goes on with a small letter, where no sentence has ended.
    @Test func acrossPages() {
        var sketch = PDFSketch()
        sketch.page()
        sketch.block(Array(Self.long.prefix(2)), y: 700)
        sketch.page()
        sketch.block([Self.long[2]], y: 100)
        sketch.block(["The next one."], y: 130)
        #expect(sketch.outline == ["paragraph: " + Self.long.joined(separator: " "), "paragraph: The next one."])
    }

    @Test func headings() {
        var sketch = PDFSketch()
        sketch.page()
        sketch.block(["A Report on Fines"], y: 60, size: 24)
        sketch.block(["What it found"], y: 120, size: 14)
        sketch.block(Self.long, y: 150)
        sketch.block(["4.2 The second part"], y: 200, size: 10.6)
        sketch.block(["Text."], y: 230)
        #expect(
            sketch.outline == [
                "heading 1: A Report on Fines", "heading 2: What it found", "paragraph: " + Self.long.joined(separator: " "), "heading 3: 4.2 The second part",
                "paragraph: Text.",
            ])
        #expect(PDFText(sketch.document, limits: FormatLimits()).headline == "A Report on Fines")
    }

    @Test func items() {
        var sketch = PDFSketch()
        sketch.page()
        sketch.block(["• One thing that is said in so many words that it has to be wrapped", "to the next line", "• Another"], y: 100)
        sketch.block(["1. First", "2) Second"], y: 200)
        #expect(
            sketch.outline == [
                "list-item 1: One thing that is said in so many words that it has to be wrapped to the next line", "list-item 1: Another", "list-item 1: First",
                "list-item 1: Second",
            ])
    }

    /// Cells beside each other are rows, and rows below each other a table.
    @Test func tables() {
        var sketch = PDFSketch()
        sketch.page()
        for (index, row) in [("Bank", "Fine"), ("First", "A million"), ("Second", "Two million")].enumerated() {
            sketch.block([row.0], y: 100 + Float(index) * 14)
            sketch.block([row.1], x: 200, y: 100 + Float(index) * 14)
        }
        sketch.block(["in all"], x: 200, y: 140)
        sketch.block(["Text."], y: 190)
        #expect(sketch.outline == ["table: Bank\tFine\nFirst\tA million\nSecond\tTwo million in all", "paragraph: Text."])
    }

    @Test func contents() {
        var sketch = PDFSketch()
        sketch.page()
        sketch.block((1...6).map { "\($0).1" }, y: 100)
        sketch.block((1...6).map { "Part \($0) . . . . . . . . . . . . ." }, x: 120, y: 100)
        sketch.block((1...6).map { "\($0)0" }, x: 500, y: 100)
        #expect(sketch.outline == (1...6).map { "list-item 1: \($0).1 Part \($0)" })
    }

    // MARK: Furniture

    private static func pages(_ count: Int, head: (Int) -> String?, foot: (Int) -> String?) -> [String] {
        var sketch = PDFSketch()
        for page in 1...count {
            sketch.page()
            if let head = head(page) { sketch.block([head], y: 30) }
            sketch.block(["Text of page \(Self.names[page - 1])."], y: 400)
            if let foot = foot(page) { sketch.block([foot], y: 770) }
        }
        return sketch.outline
    }

    private static let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    private static func text(_ count: Int) -> [String] { names.prefix(count).map { "paragraph: Text of page \($0)." } }

    @Test func runningHeadsAndNumbers() {
        #expect(Self.pages(4, head: { _ in "The Ledger" }, foot: { "\($0)" }) == Self.text(4))
        #expect(Self.pages(3, head: { "\($0) The Ledger" }, foot: { ["i", "ii", "iii"][$0 - 1] }) == Self.text(3))
        #expect(Self.pages(4, head: { _ in nil }, foot: { "- \($0) -" }) == Self.text(4))
        #expect(Self.pages(2, head: { _ in "The Ledger" }, foot: { _ in nil }) == Self.text(2))
        #expect(Self.pages(2, head: { _ in nil }, foot: { "Page \($0) of 2" }) == Self.text(2))
    }

    /// The head changes with each chapter, and one chapter has one page.
    @Test func changingHeads() {
        let heads = ["Fines", "Fines", "Fines", "Raids", "Laws", "Laws", "Laws", "Laws"]
        #expect(Self.pages(8, head: { heads[$0 - 1] }, foot: { _ in nil }) == Self.text(8))
    }

    @Test func whatIsNoFurniture() {
        #expect(Self.pages(2, head: { "Head \(Self.names[$0 - 1])" }, foot: { _ in nil }).count == 4)
        #expect(Self.pages(1, head: { _ in "The Ledger" }, foot: { _ in "1" }).count == 3)
        // In the middle of the page the same line is text.
        var sketch = PDFSketch()
        for _ in 0..<4 {
            sketch.page()
            sketch.block(["The same."], y: 400)
        }
        #expect(sketch.outline == [String](repeating: "paragraph: The same.", count: 4))
    }

    // MARK: Hyphens

    private static let hyphens: [(String, String, String?)] = [
        ("the regu-", "lator said", "the regulator said"), ("a well-", "known bank", "a well-known bank"), ("the anti-", "fraud law", "the anti-fraud law"),
        ("Anglo-", "American", "Anglo-American"), ("/usr/share/common-", "licenses", "/usr/share/common-licenses"), ("the 14-", "day rule", "the 14-day rule"),
        ("an e-", "mail", "an e-mail"), ("soft\u{AD}", "ware", "software"), ("one \u{2010}", "two", nil), ("no hyphen", "here", nil), ("pages 3-", "4", nil), ("-", "x", nil),
        ("regu\u{2010}", "lator", "regulator"),
    ]

    @Test(arguments: hyphens) func joined(line: String, next: String, whole: String?) {
        var hyphens = PDFHyphens()
        hyphens.learn("a regulator, the well-known anti-fraud law of the regu-")
        #expect(hyphens.joined(line, next) == whole)
    }

    @Test func unspacedScripts() {
        #expect(PDFItem.joint("銀行は", "罰金") == "")
        #expect(PDFItem.joint("은행은", "벌금") == " ")
        #expect(PDFItem.joint("bank", "fined") == " ")
    }

    // MARK: What documents say of themselves

    private static let titles: [(String, String?)] = [
        ("The Ledger", "The Ledger"), ("Microsoft Word - The Ledger", "The Ledger"), ("Microsoft Word - ledger_v2.docx", nil), ("report.pdf", nil), ("untitled", nil),
        ("", nil), ("12", nil), ("ledger_2", nil), ("2024 report", "2024 report"), ("Bänk", "Bänk"),
    ]

    @Test(arguments: titles) func cleanedTitles(title: String, expected: String?) { #expect(PDFTitle.cleaned(title) == expected) }

    @Test func authorsAndDates() {
        #expect(PDFTitle.authors("Ada Example; Carl Sample", FormatLimits()) == ["Ada Example", "Carl Sample"])
        #expect(PDFTitle.authors("Administrator", FormatLimits()) == [])
        #expect(PDFTitle.date("2015-05-18T14:37:19-06") == ArticleDate(iso8601: "2015-05-18T14:37:19-06:00"))
        #expect(PDFTitle.date("2023-03-06T18:06:57Z") == ArticleDate(iso8601: "2023-03-06T18:06:57Z"))
        #expect(PDFTitle.date("x") == nil)
    }

    // MARK: What the program prints

    private static let printed = """
        <head>
        <title>The &amp; Ledger</title>
        <meta name="Author" content="Ada &lt;x&gt;"/>
        <meta name="CreationDate" content="2023-03-06T18:06:57Z"/>
        </head>
        <doc>
          <page width="612.000000" height="792.000000">
            <flow>
              <block xMin="1.000000" yMin="2.000000" xMax="3.000000" yMax="4.000000">
                <line xMin="10.000000" yMin="20.000000" xMax="90.000000" yMax="30.000000">
                  <word xMin="10.000000" yMin="20.000000" xMax="40.000000" yMax="30.000000">Fines</word>
                  <word xMin="42.500000" yMin="18.000000" xMax="44.000000" yMax="24.000000">1</word>
                  <word xMin="-5.000000" yMin="20.000000" xMax="90.000000" yMax="30.000000">&amp;</word>
                </line>
              </block>
            </flow>
          </page>
        </doc>
        """

    /// However the output is cut into pieces.
    @Test(arguments: [1, 7, 100_000]) func output(size: Int) throws {
        var parser = PDFLayoutParser(limits: PDFLimits())
        let bytes = Array(Self.printed.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            let goesOn = parser.feed(bytes[start..<min(start + size, bytes.count)])
            #expect(goesOn)
        }
        let document = parser.document
        #expect(document.title == "The & Ledger")
        #expect(document.author == "Ada <x>")
        #expect(document.created == "2023-03-06T18:06:57Z")
        #expect(document.pages.map(\.width) == [612])
        let line = try #require(document.lines.first)
        #expect(line.text == "Fines 1 &")
        #expect([line.left, line.right, line.top, line.bottom, line.size, line.firstWidth] == [-5, 90, 20, 30, 10, 30])
    }

    @Test func limits() {
        var limits = PDFLimits()
        limits.lines = 2
        limits.pages = 3
        func feed(_ text: String) -> PDFDocument {
            var parser = PDFLayoutParser(limits: limits)
            _ = parser.feed(Array(text.utf8)[...])
            return parser.document
        }
        let line = "<line>\n<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">x</word>\n</line>\n"
        let many = feed("<page width=\"1\" height=\"1\">\n" + String(repeating: line, count: 5))
        #expect(many.lines.count == 2 && many.isCut)
        let pages = feed(String(repeating: "<page width=\"1\" height=\"1\">\n", count: 5))
        #expect(pages.pages.count == 3 && pages.isCut)
        #expect(feed(String(repeating: "x", count: 2 << 20)).isCut)
    }
}
