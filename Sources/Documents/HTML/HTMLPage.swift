import Articles
import Formats

/// A whole page: its article, and what it says of it.
struct HTMLPage {
    private let tree: HTMLTree
    private let measures: HTMLMeasures
    private let name: String
    private let limits: FormatLimits

    init?(_ bytes: [UInt8], name: String, limits: FormatLimits) {
        guard let tree = HTMLTree(bytes, limits: HTMLLimits()) else { return nil }
        self.tree = tree
        self.name = name
        self.limits = limits
        measures = HTMLMeasures(tree)
    }

    func article() -> Article {
        let metadata = HTMLMetadata(tree, measures, limits: limits)
        let base = WebAddress(metadata.base)
        var blocks: [Block] = []
        if let found = HTMLArticleFinder.find(tree, measures) {
            var cleaning = HTMLCleaning(tree, measures, found, title: metadata.title ?? "")
            cleaning.run()
            let isOut = cleaning.isOut
            blocks = HTMLBlocks.blocks(
                of: tree, in: found.root..<Int(tree.nodes[found.root].end), base: base, limits: limits
            ) { isOut[$0] }
        }
        return metadata.article(blocks: blocks, name: name)
    }
}
