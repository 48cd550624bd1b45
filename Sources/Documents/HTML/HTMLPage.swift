import Articles
import Formats

/// A whole page: its article, and what it says of it.
struct HTMLPage {
    private let tree: HTMLTree
    private let measures: HTMLMeasures
    private let name: String
    private let address: String?
    private let limits: FormatLimits

    /// Nothing where the page's tree would take too much memory. `address` is where the page was saved from.
    init?(_ bytes: [UInt8], name: String, address: String?, limits: FormatLimits) {
        guard let tree = HTMLTree(bytes, limits: HTMLLimits()) else { return nil }
        self.tree = tree
        self.name = name
        self.address = address
        self.limits = limits
        measures = HTMLMeasures(tree)
    }

    func article() -> Article {
        let metadata = HTMLMetadata(tree, measures, address: address, limits: limits)
        guard let found = HTMLArticleFinder.find(tree, measures, isArticle: metadata.isArticle) else {
            return metadata.article(blocks: [], root: nil, trim: HTMLTrim(), name: name)
        }
        var cleaning = HTMLCleaning(tree, measures, found, title: metadata.title ?? "", summary: metadata.summary)
        cleaning.run()
        let isOut = cleaning.isOut
        var blocks = HTMLBlocks.blocks(
            of: tree, in: found.root..<Int(tree.nodes[found.root].end), base: metadata.base, limits: limits,
            describesPictures: false, isCaption: { measures.hints[$0].contains(.caption) && measures.counts[$0].prose < 600 }
        ) { isOut[$0] }
        var trim = HTMLTrim()
        trim.run(&blocks, title: metadata.title, summary: metadata.summary)
        trim.takeDeck(cleaning.deck)
        return metadata.article(blocks: blocks, root: found.root, trim: trim, name: name)
    }
}

/// The address that a saved page names in a comment at its beginning, as SingleFile and browsers write it.
enum HTMLSavedFrom {
    static func address(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4 << 10)
        guard Bytes.contains(head, "<!--") else { return nil }
        for mark in ["saved from url=(", " url: "] {
            guard let found = String(decoding: head, as: UTF8.self).firstRange(of: mark) else { continue }
            var rest = String(decoding: head, as: UTF8.self)[found.upperBound...]
            if mark.hasSuffix("("), let close = rest.firstIndex(of: ")") { rest = rest[rest.index(after: close)...] }
            let address = rest.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "<" }
            if WebAddress(String(address)) != nil { return String(address) }
        }
        return nil
    }
}
