/// What an article as a whole says of a topic: title, deck, category lines, headings.
struct ArticleContext {
    /// What is left of the findings of each part.
    let weighed: [[WeighedFinding]]
    private var title: Set<Int> = []
    private var deck: Set<Int> = []
    private let kickers: Set<Int>
    /// By the place of a block, the topics of the heading above it.
    private var above: [Int: Set<Int>] = [:]
    private var firstParagraph: Int?

    init(_ parts: [ArticlePart], coverage: Coverage, kickers: [Int]) {
        self.kickers = Set(kickers)
        weighed = parts.map { coverage.weighed($0.findings, asides: $0.asides) }
        var heading: Set<Int> = []
        for (part, findings) in zip(parts, weighed) {
            let topics = Set(findings.lazy.filter(\.isTelling).map(\.finding.topic))
            switch part.place {
            case .title: title = topics
            case .deck: deck = topics
            case .block where part.isHeading: heading = topics
            case .block(let place):
                if firstParagraph == nil { firstParagraph = place }
                if !heading.isEmpty { above[place] = heading }
            }
        }
    }

    /// The factors that bear on a topic in a block.
    func factors(_ topic: Int, block place: Int, isHeading: Bool) -> [ContextFactor] {
        var factors: [ContextFactor] = []
        if isHeading { factors.append(.heading) }
        if above[place]?.contains(topic) == true { factors.append(.underHeading) }
        if firstParagraph == place { factors.append(.firstParagraph) }
        if title.contains(topic) { factors.append(.title) }
        if deck.contains(topic) { factors.append(.deck) }
        if kickers.contains(topic) { factors.append(.kicker) }
        return factors
    }
}
