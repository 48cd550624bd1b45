/// What an article as a whole says of a topic: title, deck, category lines, headings.
struct ArticleContext {
    /// What is left of the findings of each part.
    let weighed: [[WeighedFinding]]
    private(set) var title: Set<Int> = []
    private(set) var deck: Set<Int> = []
    private let kickers: Set<Int>
    /// By the place of a block, the topics of the heading above it.
    private var above: [Int: Set<Int>] = [:]
    private var firstParagraph: Int?
    /// By the place of a block, the topics that it speaks of, and those of the blocks before and after it.
    private var telling: [Int: Set<Int>] = [:]
    private var neighbours: [Int: Set<Int>] = [:]
    /// By topic, how many blocks speak of it.
    private var counts: [Int: Int] = [:]
    private let coverage: Coverage

    init(_ parts: [ArticlePart], coverage: Coverage, kickers: [Int]) {
        self.kickers = Set(kickers)
        self.coverage = coverage
        weighed = parts.map { part in
            var text = part.text
            return text.withUTF8 { coverage.weighed(part.findings, asides: part.asides, in: $0) }
        }
        var last: Int?
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
                telling[place] = topics
                for topic in topics { counts[topic, default: 0] += 1 }
                if let last {
                    neighbours[last, default: []].formUnion(topics)
                    neighbours[place] = telling[last]
                }
                last = place
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
        if neighbours[place]?.contains(topic) == true { factors.append(.neighbour) }
        if counts[topic, default: 0] >= coverage.weights.spreadPassages { factors.append(.spread) }
        if isRelated(topic, block: place) { factors.append(.relatedTopic) }
        if let told = telling[place], !coverage.related[topic].isDisjoint(with: told) { factors.append(.coOccurrence) }
        return factors
    }

    /// Whether a block speaks of a topic above or below this one.
    private func isRelated(_ topic: Int, block place: Int) -> Bool {
        telling[place]?.contains { other in
            coverage.ancestors[other].contains(topic) || coverage.ancestors[topic].contains(other)
        } ?? false
    }
}
