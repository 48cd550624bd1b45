import Articles
import Glibc
import Text
import Topics

/// Chooses the sentences that say most of a story: by where they stand, by what in them speaks for the article's topics, and by how
/// much they have in common with the other sentences (LexRank; Erkan and Radev, JAIR 22, 2004). Of those that say the same, one
/// (maximal marginal relevance; Carbonell and Goldstein, SIGIR 1998). For one thread.
public struct SentenceChooser {
    /// The most articles of a story, and sentences of an article and of all, that are compared.
    private static let (mostSources, mostOfSource, mostSentences) = (6, 40, 120)
    /// In words. Shorter ones say nothing by themselves, longer ones are lists.
    private static let lengths = 6...70
    /// How much a sentence loses by what it shares with one that was chosen, and from which likeness on it is not chosen.
    private static let (variety, mostAlike) = (0.5, Float(0.5))

    private var reader = TermReader()

    public init() {}

    /// The best, at most `limit`, none of them told before; in the order of sources and places. The first source is the one that
    /// the story is told from, and comes first. Quadratic in the number of sentences, which is bounded.
    public mutating func choose(
        _ limit: Int, of sources: [SentenceSource], memory: inout SentenceMemory
    ) -> [KeySentence] {
        var sentences: [Candidate] = []
        for (number, source) in sources.prefix(Self.mostSources).enumerated() {
            sentences += candidates(of: source, number: number)
        }
        sentences = Array(sentences.prefix(Self.mostSentences))
        let vectors = Self.vectors(sentences)
        let likenesses = Self.likenesses(vectors)
        let centralities = Self.centralities(likenesses)
        for index in sentences.indices { sentences[index].sentence.centrality = centralities[index] }
        return chosen(limit, sentences, likenesses, &memory)
    }

    /// Has a text count as told.
    mutating func remember(_ text: String, language: String?, in memory: inout SentenceMemory) {
        memory.tell(SentenceMemory.Sentence(reader.terms(in: text, language: language)))
    }

    private struct Candidate {
        var sentence: KeySentence
        var words: SentenceMemory.Sentence
        var terms: [UInt32: Float]
    }

    private mutating func candidates(of source: SentenceSource, number: Int) -> [Candidate] {
        let article = source.article
        let language = Language(tag: article.language)
        let evidence = Evidence(source.links)
        var found: [Candidate] = []
        for (block, range) in zip(article.blocks, article.blockRanges) where block.kind.isTold && !range.isEmpty {
            for place in Segmentation.sentenceRanges(in: block.text, language: language) {
                guard found.count < Self.mostOfSource else { return found }
                let text = String(decoding: Array(block.text.utf8)[place], as: UTF8.self)
                let terms = reader.terms(in: text, language: article.language)
                guard Self.lengths.contains(terms.count), Self.isWhole(text) else { continue }
                let range = (range.lowerBound + place.lowerBound)..<(range.lowerBound + place.upperBound)
                let position = (number == 0 ? 1 : 0.8) / (1 + 0.35 * Double(found.count))
                var counts: [UInt32: Float] = [:]
                for term in terms where !term.isFunctionWord { counts[term.number, default: 0] += term.isName ? 1.5 : 1 }
                found.append(
                    Candidate(
                        sentence: KeySentence(
                            source: number, range: range, text: text, position: position, evidence: evidence.share(in: range), centrality: 0),
                        words: SentenceMemory.Sentence(terms), terms: counts))
            }
        }
        return found
    }

    /// Ends as a sentence does, and does not begin in the middle of one.
    private static func isWhole(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", "”", "’", "\"", "»", "。", "！", "？", ")"]
        return ends.contains(last)
    }

    // MARK: Centrality

    private static func vectors(_ sentences: [Candidate]) -> [TermVector] {
        var frequencies: [UInt32: Float] = [:]
        for sentence in sentences { for number in sentence.terms.keys { frequencies[number, default: 0] += 1 } }
        let total = Float(sentences.count) + 1
        return sentences.map { sentence in
            TermVector(sentence.terms).scaled { number, count in count * (0.2 + log(total / (frequencies[number] ?? 1))) }
        }
    }

    private static func likenesses(_ vectors: [TermVector]) -> [[Float]] {
        var table = [[Float]](repeating: [Float](repeating: 0, count: vectors.count), count: vectors.count)
        for left in vectors.indices {
            for right in vectors.indices where right > left {
                let likeness = vectors[left].cosine(vectors[right])
                table[left][right] = likeness
                table[right][left] = likeness
            }
        }
        return table
    }

    /// The share of each in a random walk from sentence to sentence, in 0…1; a fixed number of steps.
    private static func centralities(_ likenesses: [[Float]]) -> [Double] {
        let count = likenesses.count
        guard count > 1 else { return [Double](repeating: 1, count: count) }
        let sums = likenesses.map { $0.reduce(0) { $0 + ($1 > 0.08 ? $1 : 0) } }
        var ranks = [Float](repeating: 1 / Float(count), count: count)
        for _ in 0..<24 {
            var next = [Float](repeating: 0.15 / Float(count), count: count)
            for (from, row) in likenesses.enumerated() where sums[from] > 0 {
                let share = 0.85 * ranks[from] / sums[from]
                for (to, likeness) in row.enumerated() where likeness > 0.08 { next[to] += share * likeness }
            }
            ranks = next
        }
        let most = ranks.max() ?? 1
        return ranks.map { Double($0 / most) }
    }

    // MARK: Choosing

    private func chosen(
        _ limit: Int, _ sentences: [Candidate], _ likenesses: [[Float]], _ memory: inout SentenceMemory
    ) -> [KeySentence] {
        var rest = sentences.indices.filter { !memory.hasTold(sentences[$0].words) }
        var chosen: [Int] = []
        while chosen.count < limit {
            let worth = { (index: Int) -> Double in
                sentences[index].sentence.score - Self.variety * Double(chosen.map { likenesses[index][$0] }.max() ?? 0)
            }
            guard let best = rest.max(by: { (worth($0), $1) < (worth($1), $0) }) else { break }
            chosen.append(best)
            memory.tell(sentences[best].words)
            rest.removeAll {
                $0 == best || likenesses[$0][best] > Self.mostAlike || memory.hasTold(sentences[$0].words)
            }
        }
        return chosen.map { sentences[$0].sentence }.sorted { ($0.source, $0.range.lowerBound) < ($1.source, $1.range.lowerBound) }
    }
}

/// What speaks for the topics, and where.
private struct Evidence {
    private var places: [(range: Range<Int>, worth: Double)] = []
    private var passages: [(range: Range<Int>, worth: Double)] = []

    init(_ links: [TopicLink]) {
        for link in links where link.standing == .probable && !link.passage.range.isEmpty {
            passages.append((link.passage.range, 0.3))
            for evidence in link.explanation.evidence where evidence.contribution > 0 {
                places.append((evidence.start..<max(evidence.start, evidence.end), evidence.contribution))
            }
        }
    }

    /// In 0…1, and never 1: more says more, by ever less.
    func share(in range: Range<Int>) -> Double {
        let words = places.reduce(0) { $0 + ($1.range.overlaps(range) ? $1.worth : 0) }
        let blocks = passages.reduce(0) { $0 + ($1.range.overlaps(range) ? $1.worth : 0) }
        return 1 - exp(-(words + blocks) / 3)
    }
}

extension Block.Kind {
    /// Whether its sentences tell the story.
    var isTold: Bool {
        switch self {
        case .paragraph, .quotation, .listItem: true
        case .heading, .table, .code, .caption, .rule, .promotion: false
        }
    }
}
