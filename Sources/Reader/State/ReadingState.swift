import Articles
import Library
import Topics

/// The article that is being read: its page, the part of it that is seen, and the passage under the cursor.
///
/// The place is an offset in the text, and the cursor a block; lines are found anew at every width.
public struct ReadingState: Hashable, Sendable {
    public private(set) var article: StoredArticle
    public private(set) var page: Page
    /// Where the page stands in its pane.
    public private(set) var geometry: PageGeometry
    /// What is always marked in the text: topics, bookmarks, tags.
    private(set) var marks = Decorations()
    /// The first line that is seen.
    public private(set) var top = PagePlace.start
    /// The UTF-8 offset in the canonical text that ``top`` stands for: what is kept, and found again at another width.
    public private(set) var place = 0
    /// The line that was last scrolled to, and the width of the page it is a line of.
    private var chosen = Chosen(top: .start, width: 0)
    private var rows = 0
    /// The passage cursor: a block of the article; nothing where it has no text.
    public internal(set) var block: Int?
    public internal(set) var find: FindState?
    /// The text that is selected; otherwise the passage under the cursor is what keys act on.
    public internal(set) var selection: TextSelection?
    /// The citations in the text, once they are known.
    public private(set) var citations: [Citation] = []
    private var showsPossible: Bool
    /// How many columns what is wider than the page is scrolled.
    public internal(set) var sideways = 0

    /// - Parameter name: how a topic is named beside the text.
    public init(
        _ article: StoredArticle, geometry: PageGeometry, glyphs: Glyphs, showsPossible: Bool = true,
        wrapsCode: Bool = true, ordersRightToLeft: Bool = true, dates: DateStyle = .iso,
        name: (TopicID) -> Decorations.TopicName? = { _ in nil }
    ) {
        self.article = article
        self.geometry = geometry
        self.showsPossible = showsPossible
        page = Page(
            article, width: geometry.width, dates: dates, glyphs: glyphs, wrapsCode: wrapsCode, ordersRightToLeft: ordersRightToLeft)
        block = firstBlock
        decorate(showsPossible: showsPossible, name)
    }

    private struct Chosen: Hashable, Sendable {
        var top: PagePlace
        var width: Int
    }

    public var id: ArticleID { article.id }

    // MARK: Laying out

    mutating func layOut(_ geometry: PageGeometry, rows: Int) {
        let isSamePage = geometry.width == self.geometry.width
        self.geometry = geometry
        if !isSamePage { replacePage(rows: rows) }
    }

    /// Marks topics by what the vocabulary calls them.
    mutating func decorate(showsPossible: Bool, _ name: (TopicID) -> Decorations.TopicName?) {
        self.showsPossible = showsPossible
        marks = Decorations(of: article, showsPossible: showsPossible, name: name)
    }

    /// The same text with other links.
    mutating func show(_ judged: StoredArticle, name: (TopicID) -> Decorations.TopicName?) {
        article = judged
        decorate(showsPossible: showsPossible, name)
    }

    mutating func setCitations(_ new: [Citation]) { citations = new }

    /// Takes the article as it is now; place, cursor and marked hits stay.
    mutating func replace(_ new: StoredArticle, rows: Int, name: (TopicID) -> Decorations.TopicName?) {
        let isSamePage = new.article == article.article && new.row.sortDate == article.row.sortDate
        let change = isSamePage ? nil : TextChange(from: article.article.text, to: new.article.text)
        article = new
        decorate(showsPossible: showsPossible, name)
        guard let change else { return }
        find = nil
        citations = []
        follow(change, rows: rows)
    }

    /// The page of a text that has changed: what was seen and the cursor are where their words are now.
    private mutating func follow(_ change: TextChange, rows: Int) {
        let cursor = block.map { change.offset(page.blockRanges[$0].lowerBound) }
        selection?.follow(change.offset)
        if selection?.range.isEmpty == true { selection = nil }
        // Who was at the beginning sees what was put there.
        place = place == 0 ? 0 : change.offset(place)
        // A line of the old page says nothing about the new one.
        chosen = Chosen(top: .start, width: 0)
        replacePage(rows: rows)
        block = cursor.flatMap { page.block(at: $0) }
        reveal(rows: rows, from: 1)
    }

    /// Writes dates otherwise, or orders text otherwise.
    mutating func layOut(dates: DateStyle, ordersRightToLeft: Bool, rows: Int) {
        replacePage(rows: rows, dates: dates, ordersRightToLeft: ordersRightToLeft)
    }

    mutating func replacePage(rows: Int, wrapsCode: Bool? = nil, dates: DateStyle? = nil, ordersRightToLeft: Bool? = nil) {
        page = Page(
            article, width: geometry.width, dates: dates ?? page.layout.header.dates, glyphs: page.glyphs,
            wrapsCode: wrapsCode ?? page.wrapsCode, ordersRightToLeft: ordersRightToLeft ?? page.ordersRightToLeft)
        chosen.width = wrapsCode == nil ? chosen.width : 0
        findTop(rows: rows)
    }

    /// Shows the same part of the text at another size: from what was last chosen, not from what was last seen, so that
    /// many changes of the size come back to where they began.
    private mutating func findTop(rows: Int) {
        self.rows = rows
        let wanted = chosen.width == page.width ? chosen.top : place == 0 ? .start : page.place(of: place)
        top = min(page.clamped(wanted), page.lastTop(rows: rows))
    }

    /// What holds at any time: nothing beyond the ends, the cursor on a block with text.
    mutating func settle(rows: Int) {
        if rows != self.rows { findTop(rows: rows) }
        if let block, page.blockRanges.indices.contains(block), !page.blockRanges[block].isEmpty { return }
        block = page.block(at: top).flatMap(page.passage(near:))
    }

    /// Where the cursor stands at the beginning.
    private var firstBlock: Int? { page.passage(near: 0) }

    // MARK: Moving

    mutating func move(_ move: ReaderState.Move, rows: Int) {
        if case .scroll = move {} else if selection?.isVisual == false { selection = nil }
        switch move {
        case .step(let distance): step(by: distance, rows: rows)
        case .page(let pages): scroll(by: pages * max(1, rows - 2), rows: rows, takesCursor: true)
        case .halfPage(let halves): scroll(by: halves * max(1, rows / 2), rows: rows, takesCursor: true)
        case .scroll(let lines): scroll(by: lines, rows: rows, takesCursor: false)
        case .first:
            setTop(.start)
            block = firstBlock
        case .last:
            setTop(page.lastTop(rows: rows))
            block = page.block(before: page.blockRanges.count) ?? block
        }
    }

    /// To the next or previous block. A block that goes on beyond the edge is scrolled through first, a few lines a step.
    private mutating func step(by distance: Int, rows: Int) {
        guard let block else { return scroll(by: distance, rows: rows, takesCursor: false) }
        let hidden = distance > 0 ? linesBelow(block, rows: rows) : linesAbove(block, rows: rows)
        if hidden > 0 { return setTop(page.top(top, movedBy: distance * min(hidden, Self.stride(rows)), rows: rows)) }
        let next = distance > 0 ? page.block(after: block) : page.block(before: block)
        guard let next else { return setTop(distance > 0 ? page.lastTop(rows: rows) : .start) }
        self.block = next
        reveal(rows: rows, from: distance)
    }

    private static func stride(_ rows: Int) -> Int { max(1, min(3, rows / 3)) }

    /// How many lines of a block that is seen lie below the screen.
    private func linesBelow(_ block: Int, rows: Int) -> Int {
        let bottom = page.place(top, movedBy: rows - 1)
        guard page.place(ofBlock: block) <= bottom else { return 0 }
        return max(0, page.lines(from: bottom, to: page.lastPlace(ofBlock: block), limit: rows * 2))
    }

    private func linesAbove(_ block: Int, rows: Int) -> Int {
        guard page.lastPlace(ofBlock: block) >= top else { return 0 }
        return max(0, page.lines(from: page.place(ofBlock: block), to: top, limit: rows * 2))
    }

    /// Scrolls so that the block under the cursor is seen; coming from below a long one, its end.
    private mutating func reveal(rows: Int, from distance: Int) {
        guard let block else { return }
        let first = page.place(ofBlock: block)
        let last = page.lastPlace(ofBlock: block)
        if distance < 0, page.lines(from: first, to: last, limit: rows) + 1 > rows {
            return setTop(page.top(showing: last, to: last, from: top, rows: rows, margin: 0))
        }
        // The head of the article comes along with its first passage.
        if block == firstBlock, page.lines(from: .start, to: first, limit: rows) < rows - 1, distance <= 0 {
            return setTop(.start)
        }
        setTop(page.top(showing: first, to: last, from: top, rows: rows, margin: 1))
    }

    private mutating func scroll(by lines: Int, rows: Int, takesCursor: Bool) {
        let old = top
        setTop(page.top(top, movedBy: lines, rows: rows))
        if takesCursor {
            takeCursor(rows: rows, isAtEdge: top == old, isDown: lines > 0)
        } else {
            keepCursorSeen(rows: rows)
        }
    }

    /// After a page: to the first block that begins on the screen, or at an end to the first or last block.
    private mutating func takeCursor(rows: Int, isAtEdge: Bool, isDown: Bool) {
        if isDown, isAtEdge || top == page.lastTop(rows: rows) {
            block = isAtEdge ? page.block(before: page.blockRanges.count) ?? block : max(block ?? 0, firstSeen(rows: rows) ?? 0)
        } else if top == .start {
            block = isAtEdge ? firstBlock : firstSeen(rows: rows)
        } else {
            block = firstSeen(rows: rows) ?? block
        }
    }

    /// The first passage that begins on the screen, else the one that fills it; where there is neither, the nearest.
    private func firstSeen(rows: Int) -> Int? {
        let bottom = page.place(top, movedBy: rows - 1)
        guard let first = page.block(at: top) else { return nil }
        if !page.isPassage(first) { return page.passage(near: first) }
        if page.place(ofBlock: first) >= top { return first }
        guard let next = page.block(after: first), page.place(ofBlock: next) <= bottom else { return first }
        return next
    }

    /// After scrolling by lines: the cursor goes along when its block would leave the screen.
    private mutating func keepCursorSeen(rows: Int) {
        guard let block else { return }
        let bottom = page.place(top, movedBy: rows - 1)
        if page.lastPlace(ofBlock: block) < top {
            self.block = firstSeen(rows: rows)
        } else if page.place(ofBlock: block) > bottom, let last = page.block(at: bottom) {
            self.block = page.isPassage(last) ? last : page.block(before: last) ?? block
        }
    }

    mutating func setTop(_ new: PagePlace) {
        guard new != top else { return }
        choose(new)
    }

    private mutating func choose(_ new: PagePlace) {
        top = new
        chosen = Chosen(top: new, width: page.width)
        place = new == .start ? 0 : page.offset(at: new)
    }

    /// Puts the view where reading stopped.
    mutating func arrive(at offset: Int, rows: Int) {
        self.rows = rows
        guard offset > 0 else { return }
        choose(min(page.place(of: offset), page.lastTop(rows: rows)))
        // The very offset: an article that is only looked at keeps its place.
        place = offset
        block = firstSeen(rows: rows)
    }

    /// The UTF-8 offset in the canonical text at which the passage under the cursor begins; nothing at the first one.
    var cursor: Int? { block == firstBlock ? nil : passage?.lowerBound }

    /// Puts the cursor back on the passage at `offset`, where it was when the article was left, and shows it where it is
    /// not seen.
    mutating func returnCursor(to offset: Int, rows: Int) {
        guard let found = page.block(at: offset), page.isPassage(found) else { return }
        block = found
        let bottom = page.place(top, movedBy: rows - 1)
        if page.lastPlace(ofBlock: found) < top || page.place(ofBlock: found) > bottom { reveal(rows: rows, from: 1) }
    }

    /// Puts the cursor on the block that holds `offset`, and shows it: all of it where it fits, else its beginning, or the
    /// line that was meant where that is further down.
    mutating func goTo(_ offset: Int, rows: Int) {
        guard let target = page.block(at: offset) else { return }
        block = target
        let first = page.place(ofBlock: target)
        let last = page.lastPlace(ofBlock: target)
        let line = page.place(of: offset)
        let isInside = page.lines(from: first, to: last, limit: rows) >= rows && line > first
        setTop(page.top(showing: isInside ? line : first, to: isInside ? line : last, from: top, rows: rows))
    }

    /// Puts the cursor on the block at a line of the screen.
    mutating func select(line: Int, rows: Int) {
        guard line >= 0, line < rows else { return }
        let place = page.place(top, movedBy: line)
        if let found = page.block(at: place), page.isPassage(found) { block = found }
    }
}
