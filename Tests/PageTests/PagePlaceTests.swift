import Articles
import Reader
import Testing

struct PagePlaceTests {
    static let seeds = Array(UInt64(1)...30)

    @Test(arguments: seeds) func `A line is found again by its offset, at any width`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let page = Page(random.article(), width: random.number(1...120))
        for (place, line) in page.lines(from: .start, count: .max) {
            guard let source = line.source, !source.isEmpty, line.segments.contains(where: { $0.source != nil }) else { continue }
            #expect(page.offset(at: place) == source.lowerBound)
            #expect(page.place(of: source.lowerBound) == place)
        }
    }

    @Test(arguments: seeds) func `Every byte of the text is on its line, or is a blank that no line shows`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        let page = Page(article, width: random.number(1...120))
        let bytes = Array(article.text.utf8)
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A]
        for offset in bytes.indices {
            guard let line = page.line(at: page.place(of: offset)) else {
                Issue.record("no line for \(offset)")
                continue
            }
            let isShown = line.segments.contains { $0.source?.contains(offset) ?? false }
            // A soft hyphen at a break is shown as the hyphen that the layout adds.
            #expect(isShown || blanks.contains(bytes[offset]) || bytes[offset] == 0xC2 || bytes[offset] == 0xAD)
        }
    }

    @Test(arguments: seeds) func `No line is wider than the page, but for tables that are scrolled`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        for width in [9, 20, 33, 80, 150] {
            let page = Page(article, width: width)
            for (_, line) in page.lines(from: .start, count: .max) where line.kind != .block(.table) {
                #expect(line.columns <= width, "\(line.text)")
            }
        }
    }

    @Test(arguments: seeds) func `Columns and offsets are each other's inverse`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let page = Page(random.article(), width: random.number(10...100))
        for (place, line) in page.lines(from: .start, count: .max) {
            for segment in line.segments {
                guard let source = segment.source, segment.columns > 0 else { continue }
                #expect(page.columns(of: source, in: line).contains(segment.column..<segment.endColumn))
                for column in segment.column..<segment.endColumn {
                    guard let offset = page.offset(at: place, column: column) else {
                        Issue.record("no offset at \(column)")
                        continue
                    }
                    #expect(source.contains(offset))
                    let found = page.columns(of: offset..<offset + 1, in: line).first
                    // Read from the right, the character begins at its right edge.
                    #expect(found.map { segment.isReversed ? $0.upperBound > column : $0.lowerBound <= column } ?? false)
                }
            }
        }
    }

    @Test(arguments: seeds) func `Lines by number are the lines by place`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        let page = Page(article, width: 40)
        let all = Page(article, width: 40).lines(from: .start, count: .max)
        #expect(page.lineCount == all.count)
        for (number, found) in all.enumerated() {
            #expect(page.place(ofLine: number) == found.place)
            #expect(page.number(of: found.place) == number)
            #expect(page.line(at: number) == found.line)
            #expect(page.place(.start, movedBy: number) == found.place)
            #expect(page.place(page.end, movedBy: number + 1 - all.count) == found.place)
            #expect(page.lines(from: .start, to: found.place, limit: .max) == number)
            #expect(page.lines(from: found.place, to: .start, limit: .max) == -number)
        }
        #expect(page.place(ofLine: all.count) == nil)
        #expect(page.lines(in: 2..<5) == all.dropFirst(2).prefix(3).map(\.line))
        #expect(page.place(.start, movedBy: all.count + 5) == page.end)
        #expect(page.place(page.end, movedBy: -all.count - 5) == .start)
    }

    @Test(arguments: seeds) func `The place is kept through other widths`(seed: UInt64) {
        var random = RandomArticle(seed: seed)
        let article = random.article()
        let wide = Page(article, width: 90)
        let narrow = Page(article, width: 31)
        for (place, line) in wide.lines(from: .start, count: .max) {
            let there = narrow.place(like: place, on: wide)
            #expect(narrow.line(at: there) != nil)
            guard let source = line.source, !source.isEmpty else { continue }
            #expect(there == narrow.place(of: source.lowerBound))
        }
    }

    @Test func `The header and the targets of links keep their place too`() {
        let article = Article(
            title: "T", deck: "D",
            blocks: [Block(.paragraph, "go on", spans: [Span(.link, start: 0, end: 2, target: "https://example.org/")])])
        let (wide, narrow) = (Page(article, width: 60), Page(article, width: 20))
        #expect(narrow.place(like: .start, on: wide) == .start)
        #expect(narrow.line(at: narrow.place(like: wide.end, on: wide))?.kind == .linkTarget)
        #expect(wide.offset(at: .start) == 0)
        #expect(wide.offset(at: wide.end) == 5)
        #expect(wide.progress(at: .start) == 0)
        #expect(wide.progress(at: wide.end) == 1)
    }

    @Test func `Blocks are stepped through, rules left out`() {
        let blocks = [
            Block(.rule, ""), Block(.paragraph, "One."), Block(.rule, ""), Block(.heading, "Two"), Block(.paragraph, ""),
            Block(.paragraph, "Three."),
        ]
        let page = Page(Article(title: "T", blocks: blocks), width: 40)
        #expect(page.block(after: -1) == 1)
        #expect(page.block(after: 1) == 3)
        #expect(page.block(after: 3) == 5)
        #expect(page.block(after: 5) == nil)
        #expect(page.block(before: 5) == 3)
        #expect(page.block(before: 1) == nil)
        #expect(page.line(at: page.place(ofBlock: 3))?.text == "Two")
        #expect(page.block(at: page.place(ofBlock: 3)) == 3)
        #expect(page.block(at: .start) == 1)
        #expect(page.block(at: page.end) == 5)
        #expect(page.lastPlace(ofBlock: 5) == page.end)
        #expect(page.block(atLine: 0) == 1)
        #expect(page.offset(atLine: page.line(for: 6)) == 6)
    }

    @Test func `An article without blocks has a page`() {
        let page = Page(Article(title: "T"), width: 1)
        #expect(page.place(of: 7) == .start)
        #expect(page.offset(at: page.end) == 0)
        #expect(page.block(at: .start) == nil)
        #expect(page.block(after: 0) == nil)
        #expect(page.progress(at: .start) == 1)
        #expect(page.lines(in: 900..<910) == [])
    }

    // MARK: Scrolling

    static let ten = Page(
        Article(title: "T", blocks: (0..<50).map { Block(.paragraph, "Paragraph \($0).") }), width: 40)

    @Test func `A view shows what it is asked to, and moves no further than needed`() {
        let page = Self.ten
        let top = page.place(ofBlock: 10)
        for block in 0..<50 {
            let (first, last) = (page.place(ofBlock: block), page.lastPlace(ofBlock: block))
            let moved = page.top(showing: first, to: last, from: top, rows: 12)
            let above = page.lines(from: moved, to: first, limit: 100)
            #expect((0..<12).contains(above))
            // Lines 2 apart: blocks 11 to 15 stand within the view and its margins.
            if (11...15).contains(block) { #expect(moved == top) }
            if block == 16 { #expect(page.lines(from: top, to: moved, limit: 100) == 2) }
        }
    }

    @Test func `A view never scrolls beyond the end, nor above the start`() {
        let page = Self.ten
        #expect(page.top(page.end, movedBy: 5, rows: 10) == page.lastTop(rows: 10))
        #expect(page.top(.start, movedBy: -5, rows: 10) == .start)
        #expect(page.lines(from: page.lastTop(rows: 10), count: 20).count == 10)
        #expect(page.lastTop(rows: 100_000) == .start)
        #expect(page.top(showing: page.end, to: page.end, from: .start, rows: 10) == page.lastTop(rows: 10))
    }
}
