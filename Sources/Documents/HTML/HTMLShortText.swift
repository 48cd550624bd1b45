/// What to do where so little text is found that it may be no article at all, and nothing on the page says that it is
/// one: more of the page is kept, and nothing of it is judged.
enum HTMLShortText {
    /// Characters from which a text is long enough to be judged, as in Readability.js.
    private static let enough = 500

    /// `found` as it is where it is long enough; else with so much of what is around it as makes it so.
    static func widened(
        _ found: HTMLArticleFinder.Found, _ tree: HTMLTree, _ measures: HTMLMeasures
    ) -> HTMLArticleFinder.Found {
        // A character weighs one or two.
        guard Int(found.weight) < enough * 2, measures.linkDensity(found.root) < 0.5 else { return found }
        let length = characters(in: found.root, found.isOut, tree)
        guard length < enough, !isNamed(found.root, tree, measures) else { return found }
        // So much do as many characters of the same script weigh.
        let enoughWeight = Int32(enough * Int(measures.counts[found.root].text) / max(1, length))
        var root = found.root
        while let parent = tree.parent(of: root), tree.nodes[parent].tag != .html,
            measures.linkDensity(parent) < 0.5, measures.counts[root].text < enoughWeight
        {
            root = parent
        }
        return HTMLArticleFinder.Found(root: root, isOut: found.isOut, weight: found.weight, isWhole: true)
    }

    /// Whether the page has a heading, or calls what is at `root`, or around it, an article.
    private static func isNamed(_ root: Int, _ tree: HTMLTree, _ measures: HTMLMeasures) -> Bool {
        var place: Int? = root
        while let index = place {
            if tree.nodes[index].tag == .article || tree.nodes[index].tag == .main { return true }
            if !measures.hints[index].isDisjoint(with: [.article, .body]) { return true }
            place = tree.parent(of: index)
        }
        return tree.nodes.indices.contains {
            tree.nodes[$0].tag.headingLevel.map { $0 <= 2 } == true && measures.isShown[$0] && measures.counts[$0].text > 0
        }
    }

    /// Characters of the text in an element, blanks apart, as far as there are enough.
    private static func characters(in root: Int, _ isOut: [Bool], _ tree: HTMLTree) -> Int {
        var count = 0
        var index = root
        while index < Int(tree.nodes[root].end), count < enough {
            if isOut[index] {
                index = Int(tree.nodes[index].end)
                continue
            }
            if tree.nodes[index].isText { count += characters(tree.text(of: index)) }
            index += 1
        }
        return count
    }

    private static func characters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        text.count { $0 & 0xC0 != 0x80 && !HTMLBytes.isSpace($0) }
    }
}
