/// A heading with the blocks under it; in an article without headings, each paragraph.
public struct Section: Hashable, Sendable {
    /// The heading's place among the article's blocks, where there is one.
    public var heading: Int?
    /// The places, among the article's blocks, of all that belongs to it, its heading included.
    public var blocks: Range<Int>

    public init(heading: Int?, blocks: Range<Int>) {
        self.heading = heading
        self.blocks = blocks
    }
}

extension Article {
    /// The article's sections in their order; together they hold every block once.
    public var sections: [Section] {
        let headings = blocks.indices.filter { blocks[$0].kind == .heading }
        guard let first = headings.first else {
            return blocks.indices.map { Section(heading: nil, blocks: $0..<($0 + 1)) }
        }
        var sections: [Section] = []
        if first > 0 { sections.append(Section(heading: nil, blocks: 0..<first)) }
        for (index, heading) in headings.enumerated() {
            let end = index + 1 < headings.count ? headings[index + 1] : blocks.count
            sections.append(Section(heading: heading, blocks: heading..<end))
        }
        return sections
    }
}
