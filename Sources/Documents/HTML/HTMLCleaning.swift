import Articles
import CGumbo

/// Puts aside what is no part of the text inside of an article: boxes of links, forms, and the lines that stand for
/// them.
struct HTMLCleaning {
    let tree: HTMLTree
    let measures: HTMLMeasures
    let title: String
    private(set) var isOut: [Bool]
    private let root: Int

    init(_ tree: HTMLTree, _ measures: HTMLMeasures, _ found: HTMLArticleFinder.Found, title: String) {
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
                isOut[index] = true
                index = Int(node.end)
            } else {
                index += 1
            }
        }
    }

    private func isFurniture(_ index: Int, _ node: HTMLTree.Node) -> Bool {
        let hints = measures.hints[index]
        let whole = measures.counts[root].prose
        let count = measures.counts[index]
        if !hints.isDisjoint(with: [.furniture, .comments, .biography, .role, .unseen]), count.prose * 3 < whole {
            return !holdsPost(index)
        }
        if hints.contains(.gallery), count.pictures > 2, count.prose * 3 < whole { return true }
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
