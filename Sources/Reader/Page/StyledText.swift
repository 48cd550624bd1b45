import Articles

/// A stretch of a block's text as it is laid out: with the numbers of its links put in, and a map back to what stands in
/// the article. It is the text itself that is wrapped, before anything is made visible: ``Wrapping`` measures what
/// ``Printable`` shows, so offsets stay those of the article.
struct StyledText {
    /// A piece of ``text`` in one look, in the order of the text and without gaps.
    struct Piece {
        /// In UTF-8 offsets of ``StyledText/text``.
        var range: Range<Int>
        /// The first byte in the canonical text; nothing for what was put in.
        var source: Int?
        var role: Role
        var emphasis: Emphasis
        var link: Int?
    }

    private(set) var text = ""
    private(set) var pieces: [Piece] = []

    /// The whole of `text` in one look, standing at `source` of the canonical text.
    init(_ text: String, source: Int?, role: Role) {
        append(text, source: source, role: role)
    }

    /// What stands at `range` of a block's text, in UTF-8 offsets.
    /// - Parameters:
    ///   - base: the block's first byte in the canonical text.
    ///   - links: all links of the article; those of the block at `linksOfBlock`.
    ///   - label: put before the text.
    init(
        _ block: Block, _ range: Range<Int>, base: Int, role: Role, links: PageLinks, linksOfBlock: Range<Int>,
        label: String? = nil
    ) {
        if let label { append(label, source: nil, role: .promotion) }
        guard !block.spans.isEmpty else {
            let whole = range == 0..<block.text.utf8.count
            append(whole ? block.text : block.text.bytes(range), source: base + range.lowerBound, role: role)
            return
        }
        let edges = Edges(block, range, base: base, links: links.links[linksOfBlock])
        var start = range.lowerBound
        var look = Edges.Look()
        for edge in edges.sorted {
            appendStretch(of: block, start..<edge.offset, base: base, role: role, look)
            start = max(start, edge.offset)
            look.apply(edge)
            if case .endOfLink(let link) = edge.change { appendNumber(of: link, links) }
        }
        appendStretch(of: block, start..<range.upperBound, base: base, role: role, look)
    }

    private mutating func appendStretch(of block: Block, _ range: Range<Int>, base: Int, role: Role, _ look: Edges.Look) {
        guard !range.isEmpty else { return }
        append(
            block.text.bytes(range), source: base + range.lowerBound, role: role, emphasis: look.emphasis, link: look.link)
    }

    private mutating func appendNumber(of link: Int, _ links: PageLinks) {
        guard case .address(_, let number) = links.links[link].destination else { return }
        append("[\(number)]", source: nil, role: .linkNumber, link: link)
    }

    private mutating func append(
        _ addition: String, source: Int?, role: Role, emphasis: Emphasis = [], link: Int? = nil
    ) {
        guard !addition.isEmpty else { return }
        let start = text.utf8.count
        if start == 0 { text = addition } else { text += addition }
        pieces.append(
            Piece(range: start..<text.utf8.count, source: source, role: role, emphasis: emphasis, link: link))
    }
}

/// Where the look of a block's text changes.
private struct Edges {
    enum Change {
        case begin(Span.Kind), end(Span.Kind)
        case beginOfLink(Int), endOfLink(Int)

        /// Ends come before beginnings at the same place.
        var rank: Int {
            switch self {
            case .end: 0
            case .endOfLink: 1
            case .begin: 2
            case .beginOfLink: 3
            }
        }
    }

    struct Edge {
        var offset: Int
        var change: Change
    }

    /// Which spans hold at a place, each kind counted: whatever the spans are, also when they cross, the cost stays
    /// linear in their number.
    struct Look {
        private var counts: [Span.Kind: Int] = [:]
        private(set) var emphasis: Emphasis = []
        private(set) var link: Int?

        mutating func apply(_ edge: Edge) {
            switch edge.change {
            case .begin(let kind): count(kind, by: 1)
            case .end(let kind): count(kind, by: -1)
            case .beginOfLink(let place): link = place
            case .endOfLink: link = nil
            }
        }

        private mutating func count(_ kind: Span.Kind, by step: Int) {
            let count = counts[kind, default: 0] + step
            counts[kind] = count
            if count > 0 { emphasis.insert(Emphasis(kind)) } else { emphasis.remove(Emphasis(kind)) }
        }
    }

    private(set) var sorted: [Edge] = []

    init(_ block: Block, _ range: Range<Int>, base: Int, links: ArraySlice<PageLink>) {
        var clusters = ClusterBounds(of: block.text, in: range)
        for span in block.spans {
            let bounds = clusters.bounds(of: span.range.clamped(to: range))
            guard !bounds.isEmpty else { continue }
            sorted.append(Edge(offset: bounds.lowerBound, change: .begin(span.kind)))
            sorted.append(Edge(offset: bounds.upperBound, change: .end(span.kind)))
        }
        for (index, link) in zip(links.indices, links) {
            let inBlock = (link.range.lowerBound - base)..<(link.range.upperBound - base)
            let bounds = clusters.bounds(of: inBlock.clamped(to: range))
            guard !bounds.isEmpty else { continue }
            sorted.append(Edge(offset: bounds.lowerBound, change: .beginOfLink(index)))
            // The number stands where the link ends, not where a stretch of it does.
            let isWhole = inBlock.upperBound <= range.upperBound
            if isWhole { sorted.append(Edge(offset: bounds.upperBound, change: .endOfLink(index))) }
        }
        sorted.sort { ($0.offset, $0.change.rank) < ($1.offset, $1.change.rank) }
    }
}
