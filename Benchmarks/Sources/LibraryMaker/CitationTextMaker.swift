import Articles

/// Makes texts that are dense with citations, from a seed: lists, ranges, paragraphs, codes and several treaties, in the
/// ways that legal commentary names them, and among them numbers and names that are none.
public struct CitationTextMaker: Sendable {
    private static let instruments = [
        "the Budapest Convention", "the UN Convention", "the United Nations Convention against Cybercrime", "the Malabo Convention",
        "UNTOC", "UNCAC", "GDPR", "the NIS2 Directive", "DORA", "the Cyber Resilience Act", "the e-Evidence Regulation",
        "the Second Additional Protocol", "the Vienna Convention", "Regulation (EU) 2024/1689", "NATO",
    ]
    private static let matters = [
        "the search of stored data", "extradition", "illegal access", "the expedited preservation of traffic data",
        "computer-related fraud", "the confiscation of proceeds", "mutual legal assistance", "a network open at all hours",
        "money laundering", "the notification of incidents", "the protection of witnesses", "a production order",
    ]
    private static let openings = [
        "Prosecutors point to", "The commentary compares", "In practice the courts read", "Nothing changes under",
        "A request may rest on", "The explanatory report to", "Delegations had asked for", "The bill would take over",
    ]

    private let seed: UInt64

    public init(seed: UInt64) { self.seed = seed }

    /// The article at `index`, of `paragraphs` paragraphs of some 600 bytes; it depends on the seed and the index alone.
    public func article(_ index: Int, paragraphs: Int = 12) -> Article {
        var generator = SplitMix64(seed: seed ^ 0xC17E &+ UInt64(index) &* 0x9E37_79B9)
        _ = generator.next()
        let blocks = (0..<paragraphs).map { _ in
            Block(.paragraph, (0..<5).map { _ in sentence(&generator) }.joined(separator: " "))
        }
        let instrument = generator.pick(Self.instruments)
        return Article(
            title: "What \(instrument) says of \(generator.pick(Self.matters))", published: ArticleDate(iso8601: "2025-06-01"),
            language: "en", blocks: blocks)
    }

    private func sentence(_ generator: inout SplitMix64) -> String {
        let opening = generator.pick(Self.openings)
        let matter = generator.pick(Self.matters)
        let other = generator.pick(Self.matters)
        return switch generator.number(below: 6) {
        case 0: "\(opening) \(articles(&generator)) of \(generator.pick(Self.instruments)) on \(matter), and to \(articles(&generator)) for \(other)."
        case 1: "\(opening) \(code(&generator)), which the court of \(generator.number(below: 80) + 1945) had tied to \(matter)."
        case 2: "\(opening) \(matter) (\(articles(&generator)) \(generator.pick(Self.instruments))), while \(other) is left to each state."
        case 3: "Of \(generator.number(below: 190) + 3) parties, \(generator.number(below: 60) + 2) made a reservation to \(articles(&generator)), mostly on \(matter)."
        case 4: "Under \(generator.pick(Self.instruments)), \(matter) follows \(articles(&generator)); \(other) does not."
        default: "\(opening) \(matter) as \(articles(&generator)) of the Convention has it, and \(other) as in \(code(&generator))."
        }
    }

    private func articles(_ generator: inout SplitMix64) -> String {
        let first = generator.number(below: 66) + 1
        let next = first + generator.number(below: 4) + 1
        return switch generator.number(below: 7) {
        case 0: "Articles \(first) to \(next)"
        case 1: "Arts. \(first)–\(next)"
        case 2: "Articles \(first), \(next) and \(next + 3)"
        case 3: "Art. \(first)(\(generator.number(below: 6) + 1))"
        default: "Article \(first)"
        }
    }

    private func code(_ generator: inout SplitMix64) -> String {
        let section = generator.pick(["1028A", "1029", "1030(a)(2)", "1343", "1956", "2252A", "2701"])
        return switch generator.number(below: 4) {
        case 0: "§ \(section)"
        case 1: "Section \(section)"
        case 2: "16 CFR Part 314"
        default: "18 U.S.C. § \(section)"
        }
    }
}
