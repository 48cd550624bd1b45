import Articles
import Terminal
import Testing

@testable import Reader

/// Text from right to left on a page: it is laid out as it is seen, and hits and places follow.
@Suite struct PageOrderTests {
    private let hebrew = Article(title: "כותרת", blocks: [
        Block(.paragraph, "אבג דהו abc זחט"), Block(.listItem, "פריט", level: 1, marker: "1."), Block(.paragraph, "English first."),
    ])

    private func line(_ page: Page, _ block: Int) -> PageLine? { page.line(at: page.place(ofBlock: block)) }

    @Test func itStandsAtTheRight() throws {
        let page = Page(hebrew, width: 30)
        let first = try #require(line(page, 0))
        #expect(first.text == String(repeating: " ", count: 15) + "טחז abc והד גבא")
        #expect(first.columns == 30)
        let item = try #require(line(page, 1))
        #expect(item.text.hasSuffix("טירפ 1."))
        #expect(line(page, 2)?.text == "English first.")
        #expect(page.lines(from: .start, count: 1)[0].line.text.hasSuffix("תרתוכ"))
    }

    /// The first letter stands at the right edge; the columns of a range and the offset of a column agree.
    @Test func placesFollow() throws {
        let page = Page(hebrew, width: 30)
        let first = try #require(line(page, 0))
        let place = page.place(ofBlock: 0)
        let start = page.blockRanges[0].lowerBound
        #expect(page.columns(of: start..<start + 2, in: first) == [29..<30])
        #expect(page.columns(of: start + 2..<start + 6, in: first) == [27..<29])
        let latin = start + 14
        #expect(page.columns(of: latin..<latin + 3, in: first).count == 1)
        for column in 15..<30 {
            let offset = try #require(page.offset(at: place, column: column))
            let width = page.columns(of: offset..<offset + 2, in: first)
            #expect(width.contains { $0.contains(column) }, "\(column)")
        }
    }

    @Test func hitsAreDrawnWhereTheyAreSeen() {
        let page = Page(hebrew, width: 30)
        var canvas = Canvas(columns: 30, rows: 12)
        let start = page.blockRanges[0].lowerBound
        page.draw(
            from: .start, into: &canvas, canvas.bounds, geometry: PageGeometry(columns: 30, measure: 30), theme: Theme(nil, depth: .none),
            decorations: Decorations([Decoration(.searchHit, start..<start + 6)]))
        #expect(canvas.text.contains("אבג") == false)
    }

    @Test func asItIsReadWhereTheTerminalTurnsIt() {
        let page = Page(hebrew, width: 30, ordersRightToLeft: false)
        #expect(line(page, 0)?.text == "אבג דהו abc זחט")
        #expect(Page.plainText(of: hebrew, width: 30).contains("אבג דהו abc זחט"))
    }
}
