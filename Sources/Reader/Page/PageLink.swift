import Articles

/// A link in an article, or a reference to another article by its title.
public struct PageLink: Hashable, Sendable {
    /// Where it leads.
    public enum Destination: Hashable, Sendable {
        /// To an address, under the number that stands after the link and before the address at the end of the page.
        case address(LinkTarget, number: Int)
        /// To the article of this title, if the library holds it.
        case title(String)
    }

    public var destination: Destination
    /// The place of its block among the article's.
    public var block: Int
    /// Its words, in UTF-8 offsets of the canonical text.
    public var range: Range<Int>

    public init(destination: Destination, block: Int, range: Range<Int>) {
        self.destination = destination
        self.block = block
        self.range = range
    }
}

/// All links of an article, numbered.
struct PageLinks: Hashable, Sendable {
    /// In the order of the text.
    private(set) var links: [PageLink] = []
    /// The addresses by their numbers, the first of which is 1; the same address has the same number wherever it stands.
    private(set) var targets: [LinkTarget] = []
    /// For each block, the places of its links in ``links``.
    private(set) var ofBlock: [Range<Int>] = []

    /// Looks at the spans of each block once.
    init(_ article: Article, ranges: [Range<Int>]) {
        var numbers: [String: Int] = [:]
        ofBlock.reserveCapacity(ranges.count)
        for (index, block) in article.blocks.enumerated() {
            let first = links.count
            for span in block.spans { add(span, of: index, at: ranges[index], &numbers) }
            ofBlock.append(first..<links.count)
        }
    }

    /// Takes up `span` when it is a link and begins after the one before it: links do not nest.
    private mutating func add(_ span: Span, of block: Int, at range: Range<Int>, _ numbers: inout [String: Int]) {
        let start = min(range.lowerBound + max(0, span.start), range.upperBound)
        let end = min(range.lowerBound + max(0, span.end), range.upperBound)
        guard start < end, let target = span.target, !target.isEmpty else { return }
        if let last = links.last, last.block == block, last.range.upperBound > start { return }
        switch span.kind {
        case .link:
            let destination = PageLink.Destination.address(LinkTarget(target), number: number(of: target, &numbers))
            links.append(PageLink(destination: destination, block: block, range: start..<end))
        case .reference:
            links.append(PageLink(destination: .title(target), block: block, range: start..<end))
        case .emphasis, .strong, .code, .strikethrough:
            return
        }
    }

    private mutating func number(of target: String, _ numbers: inout [String: Int]) -> Int {
        if let number = numbers[target] { return number }
        targets.append(LinkTarget(target))
        numbers[target] = targets.count
        return targets.count
    }
}
