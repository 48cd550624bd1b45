import Articles
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What is laid out is counted: time would tell another story on every machine.
struct PageLazinessTests {
    static let article = Article(
        title: "Everything",
        blocks: (0..<14_000).map { Block(.paragraph, "Paragraph \($0) of an article that has no end, nor any need of one.") })

    @Test func `The first screen lays out what it shows`() {
        let page = Page(Self.article, width: 40)
        #expect(page.layouts == 0)
        #expect(page.lines(from: .start, count: 60).count == 60)
        #expect(page.layouts == 21)
        #expect(page.lines(in: 0..<60).count == 60)
        #expect(page.layouts == 21)
    }

    @Test func `So does a screen in the middle, and the last`() {
        let page = Page(Self.article, width: 40)
        let middle = page.place(of: page.blockRanges[7_000].lowerBound + 30)
        #expect(page.line(at: middle)?.block == 7_000)
        #expect(page.top(showing: middle, to: middle, from: .start, rows: 24) < middle)
        #expect(page.layouts < 40)
        #expect(page.lines(from: page.lastTop(rows: 24), count: 100).count == 24)
        #expect(page.progress(at: middle) > 0.49)
        #expect(page.layouts < 50)
    }

    @Test func `Drawing lays out what it draws`() {
        let geometry = PageGeometry(columns: 60)
        let page = Page(Self.article, width: geometry.width)
        var canvas = Canvas(columns: 60, rows: 20)
        let marks = page.blockRanges.map { Decoration(.searchHit, $0.lowerBound..<$0.lowerBound + 9) }
        page.draw(
            from: page.place(ofBlock: 10_000), into: &canvas, canvas.bounds, geometry: geometry,
            theme: Theme(nil, depth: .none), decorations: Decorations(marks))
        #expect(page.layouts == 7)
    }

    @Test func `Whoever counts lines has those above laid out, once`() {
        let page = Page(Self.article, width: 40)
        #expect(page.line(at: 300)?.block == 98)
        #expect(page.layouts == 101)
        #expect(page.lineCount == 42_004)
        #expect(page.layouts == 14_002)
    }

    @Test func `What is kept is bounded, and laid out again alike`() {
        let page = Page(Self.article, width: 40)
        let first = page.lines(in: 0..<50)
        #expect(page.lineCount > PageCache.mostLines)
        #expect(page.lines(in: 0..<50) == first)
    }

    @Test(arguments: [Block.Kind.paragraph, .code, .table, .listItem, .quotation])
    func `A block without end is laid out in stretches`(kind: Block.Kind) {
        let piece = kind == .paragraph ? "words and more words " : "a cell\tand another\n"
        let block = Block(kind, String(repeating: piece, count: 60_000), level: 1, marker: "1.")
        let page = Page(Article(title: "T", blocks: [block]), width: 40)
        #expect(page.lines(from: .start, count: 60).count == 60)
        #expect(page.layouts == 3)
        let middle = block.text.utf8.count / 2
        #expect(page.line(at: page.place(of: middle))?.source.map { $0.lowerBound <= middle && middle <= $0.upperBound + 1 } == true)
        #expect(page.layouts == 4)
    }

    @Test func `Stretches join to the whole, and none is cut inside a character`() {
        var random = SplitMix64(seed: 7)
        for pieces in [["é"], ["word ", "日本"], ["line\n", "x"], ["👩‍👩‍👧"]] {
            let text = (0..<30_000).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let stretches = PageItems.stretches(of: text)
            #expect(stretches.first?.lowerBound == 0)
            #expect(stretches.last?.upperBound == text.utf8.count)
            #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
            #expect(stretches.allSatisfy { $0.count <= PageItems.longestStretch })
            #expect(stretches.map { text.bytes($0) }.joined() == text)
        }
    }

    @Test func `Copies share what was laid out, and are equal to another of the same`() {
        let page = Page(Self.article, width: 40)
        let copy = page
        _ = page.lines(from: .start, count: 5)
        #expect(copy.layouts == page.layouts)
        #expect(copy == page)
        #expect(page == Page(Self.article, width: 40))
        #expect(page != Page(Self.article, width: 41))
    }
}
