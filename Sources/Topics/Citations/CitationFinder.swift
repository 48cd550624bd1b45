import Articles
import Text

/// Finds the citations of an article and what they are citations of.
///
/// The instrument is looked for in the clause, the parenthesis, the sentence and the paragraph of the citation, and last
/// in the whole article, where it must be named more often than all others together. Numbers are checked against the
/// vocabulary's provisions.
public struct CitationFinder: Sendable {
    let vocabulary: Vocabulary
    let names: InstrumentNames

    public init(vocabulary: Vocabulary = .builtIn) {
        self.vocabulary = vocabulary
        names = InstrumentNames(vocabulary.treaties)
    }

    /// The citations of an article's blocks, in order; advertising and code are not read. Linear in its length.
    public func citations(in article: Article) -> [Citation] {
        let offsets = article.blockRanges
        let blocks = article.blocks.indices.filter { Self.isRead(article.blocks[$0].kind) }
        let marked = blocks.compactMap { place -> (place: Int, marks: [CitationMark])? in
            var text = article.blocks[place].text
            let marks = text.withUTF8 { CitationScanner(text: $0).marks() }
            return marks.isEmpty ? nil : (place, marks)
        }
        guard !marked.isEmpty else { return [] }
        let mentions = mentions(in: article, blocks)
        var dominance = Dominance(vocabulary: vocabulary)
        for mention in mentions.values.joined() { dominance.add(mention.instrument) }
        for (_, marks) in marked { dominance.add(marks) }
        let date = article.published
        let language = Language(tag: article.language ?? "en")
        return marked.flatMap { place, marks -> [Citation] in
            let block = CitedBlock(
                block: article.blocks[place], offset: offsets[place].lowerBound, marks: marks, mentions: mentions[place] ?? [],
                heading: heading(above: place, in: article, mentions), language: language)
            return CitationReader(finder: self, block: block, dominance: dominance, date: date).citations()
        }
    }

    /// By the place of a block; those of title and deck under −1 and −2, the title's counted three times.
    private func mentions(in article: Article, _ blocks: [Int]) -> [Int: [InstrumentMention]] {
        var mentions: [Int: [InstrumentMention]] = [:]
        func read(_ text: String) -> [InstrumentMention] {
            var text = text
            return text.withUTF8 { names.mentions(in: $0) }
        }
        for place in blocks { mentions[place] = read(article.blocks[place].text) }
        let title = read(article.title)
        mentions[-1] = title + title + title
        mentions[-2] = article.deck.map { read($0) } ?? []
        return mentions
    }

    /// What the nearest heading above a block names last.
    private func heading(above place: Int, in article: Article, _ mentions: [Int: [InstrumentMention]]) -> Instrument? {
        let heading = article.blocks[..<place].lastIndex { $0.kind == .heading }
        return heading.flatMap { mentions[$0]?.last?.instrument }
    }

    private static func isRead(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .paragraph, .heading, .quotation, .listItem, .table, .caption: true
        case .code, .rule, .promotion: false
        }
    }
}

/// How often an article names each instrument.
struct Dominance {
    let vocabulary: Vocabulary
    private var counts: [Instrument: Int] = [:]
    /// By section number, the titles of the code that the article gives with it.
    private var titles: [String: [String]] = [:]

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    mutating func add(_ instrument: Instrument) { counts[instrument, default: 0] += 1 }

    mutating func add(_ marks: [CitationMark]) {
        for mark in marks {
            guard let title = mark.title, mark.kind == .section else { continue }
            for number in mark.numbers { titles[number.first, default: []].append(title) }
        }
    }

    func names(_ treaty: Int) -> Bool { counts[.treaty(treaty)] != nil }

    /// The title of the code that the article gives with a section's number elsewhere.
    func title(ofSection number: String) -> String? {
        guard let titles = titles[number], let first = titles.first else { return nil }
        return titles.allSatisfy { $0 == first } ? first : nil
    }

    /// The instrument that is named more often than all others of the kind together.
    func instrument(for kind: CitationMark.Kind) -> Instrument? {
        var total = 0
        var best: (instrument: Instrument, count: Int)?
        for (place, treaty) in vocabulary.treaties.enumerated() where kind.fits(treaty.unit) {
            guard let count = counts[.treaty(place)] else { continue }
            total += count
            if count > best?.count ?? 0 { best = (.treaty(place), count) }
        }
        if kind == .article { total += counts[.other] ?? 0 }
        guard let best, best.count * 2 > total else { return nil }
        return best.instrument
    }
}
