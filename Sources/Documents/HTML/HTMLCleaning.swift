import Articles
import CGumbo

/// Puts aside what is no part of the text inside of an article: boxes of links, forms, and the lines that stand for
/// them.
struct HTMLCleaning {
    let tree: HTMLTree
    let measures: HTMLMeasures
    let title: String
    let summary: String?
    /// The deck, where it was found inside of the article.
    private(set) var deck: String?
    private(set) var isOut: [Bool]
    private let root: Int

    init(_ tree: HTMLTree, _ measures: HTMLMeasures, _ found: HTMLArticleFinder.Found, title: String, summary: String?) {
        self.summary = summary
        self.tree = tree
        self.measures = measures
        self.title = title
        isOut = found.isOut
        root = found.root
    }

    mutating func run() {
        var index = root + 1
        let end = Int(tree.nodes[root].end)
        while index < end {
            let node = tree.nodes[index]
            if isOut[index] {
                index = Int(node.end)
            } else if !node.isText, node.tag.isBlock || node.tag == .unknown, isFurniture(index, node) {
                if deck == nil, isDeck(index, measures.counts[index], measures.hints[index]), measures.counts[index].text >= 30 {
                    deck = tree.line(of: index, limit: 1_000)
                }
                isOut[index] = true
                index = Int(node.end)
            } else if !node.isText, isFurnitureHeading(index, node) {
                index = takeWithWhatFollows(index, node)
            } else {
                index += 1
            }
        }
    }

    // MARK: Headings of furniture

    /// Whether the element is a heading, or a line like one, over a list of other articles or such.
    private func isFurnitureHeading(_ index: Int, _ node: HTMLTree.Node) -> Bool {
        let count = measures.counts[index]
        guard count.text > 0, count.text <= 60, node.tag.isBlock || node.tag == .strong || node.tag == .b,
            node.tag != .li, node.tag != .figcaption, node.tag != .td
        else { return false }
        return HTMLFurnitureWords.isHeading(tree.line(of: index, limit: 200))
    }

    /// Puts a heading of furniture aside with what it stands over: the box that it begins, else what comes behind it
    /// to the next heading. The place where the walk goes on.
    private mutating func takeWithWhatFollows(_ index: Int, _ node: HTMLTree.Node) -> Int {
        let whole = measures.counts[root].prose
        var top = index
        while case let parent = Int(tree.nodes[top].parent), parent > root,
            !(parent + 1..<index).contains(where: { tree.nodes[$0].isText && measures.counts[$0].text > 0 && !isOut[$0] }),
            measures.counts[parent].prose * 3 < whole
        {
            top = parent
        }
        isOut[top] = true
        let end = Int(tree.nodes[top].end)
        guard measures.counts[top].text <= 80, let parent = tree.parent(of: top) else { return end }
        var next = end
        var taken: Int32 = 0
        while next < Int(tree.nodes[parent].end) {
            let sibling = tree.nodes[next]
            if sibling.tag.headingLevel != nil { break }
            taken += measures.counts[next].prose
            // What follows is the article itself.
            guard taken * 4 < whole else { return end }
            next = Int(sibling.end)
        }
        // Long paragraphs without links are no list of articles.
        guard isListOfArticles(end..<next) else { return end }
        var place = end
        while place < next {
            isOut[place] = true
            place = Int(tree.nodes[place].end)
        }
        return next
    }

    private func isListOfArticles(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        var text: Int32 = 0
        var linked: Int32 = 0
        while place < range.upperBound {
            text += measures.counts[place].text
            linked += measures.counts[place].linked
            place = Int(tree.nodes[place].end)
        }
        return linked * 4 > text
    }

    private func isFurniture(_ index: Int, _ node: HTMLTree.Node) -> Bool {
        let hints = measures.hints[index]
        let whole = measures.counts[root].prose
        let count = measures.counts[index]
        if !hints.isDisjoint(with: [.furniture, .comments, .biography, .role, .unseen]), count.prose * 3 < whole {
            return !holdsPost(index)
        }
        if hints.contains(.gallery), count.prose * 3 < whole { return true }
        if isDeck(index, count, hints), (30...500).contains(count.text), count.linked * 3 < count.text, isAbove(index) { return true }
        if !hints.isDisjoint(with: [.byline, .date]), count.text < 150, !hints.contains(.article) { return true }
        switch node.tag {
        case .form, HTMLTag(GUMBO_TAG_FIELDSET): return count.prose * 4 < whole
        case .aside, .footer, .nav: return count.prose * 3 < whole
        case .unknown where !holdsBlock(index): return false
        case .div, .ul, .section, .table, .ol, .dl, .header, .unknown: return isBoxOfLinks(index, node, count, hints)
        default: break
        }
        if let level = node.tag.headingLevel { return isNoHeading(index, level, count) }
        if node.tag == .p { return isLineOfLink(index, count) }
        return false
    }

    /// What calls itself the deck, or stands in a box of its own and says what the page is summed up with.
    private func isDeck(_ index: Int, _ count: HTMLMeasures.Count, _ hints: HTMLHints) -> Bool {
        if hints.contains(.deck) { return true }
        guard let summary, count.text >= 30, count.text <= 500, let parent = tree.parent(of: index), index != root,
            tree.nodes[index].tag != .p || (parent != root && measures.counts[parent].text * 10 < count.text * 15),
            measures.counts[index].prose * 3 < measures.counts[root].prose
        else { return false }
        return HTMLTitle.areAlike(tree.line(of: index, limit: 1_000), summary)
    }

    /// Whether the article's text has not begun before the element.
    private func isAbove(_ index: Int) -> Bool {
        var prose: Int32 = 0
        for place in (root + 1)..<index where !isOut[place] && !tree.nodes[place].isText && place + 1 < index {
            if measures.own[place].text > 120, Int(tree.nodes[place].end) <= index { prose += measures.own[place].text }
        }
        return prose < 120
    }

    private func holdsBlock(_ index: Int) -> Bool { tree.inside(index).contains { tree.nodes[$0].tag.isBlock } }

    /// Whether the element is there for a post that the article quotes.
    private func holdsPost(_ index: Int) -> Bool {
        guard let quotation = tree.inside(index).first(where: { tree.nodes[$0].tag == .blockquote }) else { return false }
        return measures.counts[quotation].text * 3 > measures.counts[index].text * 2
    }

    /// Few words, most of them links; or as many controls or pictures as paragraphs.
    private func isBoxOfLinks(
        _ index: Int, _ node: HTMLTree.Node, _ count: HTMLMeasures.Count, _ hints: HTMLHints
    ) -> Bool {
        guard count.text > 0 else { return false }
        if count.linkedHeadings >= 3, count.text < 500 * count.linkedHeadings, count.prose * 3 < measures.counts[root].prose {
            return true
        }
        let density = measures.linkDensity(index)
        let isList = node.tag == .ul || node.tag == .ol
        let isPositive = hints.contains(.article)
        if count.commas >= 10, density < 0.5 { return false }
        if density > (isPositive ? 0.5 : isList ? 0.6 : 0.4), count.prose < 400 { return true }
        if hints.contains(.weak), density > 0.25, count.text < 400 { return true }
        if count.controls > 0, Int(count.controls) * 3 > Int(count.paragraphs), count.prose < 100 { return true }
        return false
    }

    /// A paragraph that is one link to another article, set in capitals or after «Read more» and its like.
    private func isLineOfLink(_ index: Int, _ count: HTMLMeasures.Count) -> Bool {
        guard count.text >= 15, count.linked * 10 >= count.text * 7 else { return false }
        let text = tree.line(of: index, limit: 400)
        if text == text.uppercased(), text != text.lowercased(), count.text >= 25 { return true }
        let head = text.lowercased()
        return Self.linkOpenings.contains { head.hasPrefix($0) }
    }

    private static let linkOpenings = [
        "read more", "read also", "also read", "read:", "related", "see also", "more:", "more on", "more from",
        "recommended", "watch:", "click here", "lire aussi", "à lire", "lesen sie", "mehr zum thema", "leia",
        "lea también", "leggi anche", "sign up", "subscribe", "continue reading", "don't miss",
    ]

    private func isNoHeading(_ index: Int, _ level: Int, _ count: HTMLMeasures.Count) -> Bool {
        guard count.text > 0 else { return true }
        let text = tree.line(of: index, limit: 400)
        return level <= 2 && HTMLTitle.areAlike(text, title)
    }
}
