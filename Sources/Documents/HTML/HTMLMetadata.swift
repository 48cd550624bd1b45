import Articles
import Formats

/// What a page says of its article.
struct HTMLMetadata {
    let title: String?
    let base: String?
    let limits: FormatLimits

    init(_ tree: HTMLTree, _ measures: HTMLMeasures, limits: FormatLimits) {
        let head = HTMLHead(tree)
        title = head.title
        base = nil
        self.limits = limits
    }

    func article(blocks: [Block], name: String) -> Article {
        Article(title: title ?? TitleFromName.title(of: name, deck: nil, blocks: blocks), blocks: blocks)
    }
}
