import Articles

/// A text of an article, and the labels found in it.
struct ArticlePart {
    /// Which text it is.
    enum Place: Hashable {
        case title
        case deck
        /// By its place among the article's blocks.
        case block(Int)
    }

    var place: Place
    var text: String
    var findings: [Finding]
    /// The canonical stems of its words; `nil` where they were not kept.
    var stems: [UInt32]?
    /// The stretches that only point elsewhere or are no prose, in UTF-8 bytes.
    var asides: [Range<Int>]
    var isHeading = false

    /// The texts of an article in reading order, without promotion and without blocks that are empty.
    static func parts(of article: Article) -> [ArticlePart] {
        var parts = [ArticlePart(place: .title, text: article.title, findings: [], asides: [])]
        if let deck = article.deck { parts.append(ArticlePart(place: .deck, text: deck, findings: [], asides: [])) }
        for (place, block) in article.blocks.enumerated() where isRead(block.kind) && !block.text.isEmpty {
            parts.append(
                ArticlePart(
                    place: .block(place), text: block.text, findings: [], asides: asides(of: block),
                    isHeading: block.kind == .heading))
        }
        return parts
    }

    private static func isRead(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .paragraph, .heading, .quotation, .listItem, .table, .code, .caption: true
        case .rule, .promotion: false
        }
    }

    private static func asides(of block: Block) -> [Range<Int>] {
        if block.kind == .code { return [0..<block.text.utf8.count] }
        return block.spans.filter { isAside($0.kind) }.map(\.range)
    }

    private static func isAside(_ kind: Span.Kind) -> Bool {
        switch kind {
        case .reference, .code: true
        case .link, .emphasis, .strong, .strikethrough: false
        }
    }
}
