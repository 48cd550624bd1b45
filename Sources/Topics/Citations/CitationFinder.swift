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
    let provisions: ProvisionTable
    /// The places of the treaties that count in sections and in parts.
    let sections: Int?
    let parts: Int?

    public init(vocabulary: Vocabulary = .builtIn) {
        self.vocabulary = vocabulary
        names = InstrumentNames(vocabulary.treaties)
        provisions = ProvisionTable(vocabulary)
        sections = vocabulary.treaties.firstIndex { $0.unit == .section }
        parts = vocabulary.treaties.firstIndex { $0.unit == .part }
    }

    /// A block's place with its citations.
    private typealias Marked = (place: Int, marks: [CitationMark])

    /// The citations of an article's blocks, in order; advertising and code are not read. Linear in its length.
    public func citations(in article: Article) -> [Citation] {
        let marked = article.blocks.indices.compactMap { place -> Marked? in
            guard Self.isRead(article.blocks[place].kind) else { return nil }
            var text = article.blocks[place].text
            let marks = text.withUTF8 { CitationScanner(text: $0).marks() }
            return marks.isEmpty ? nil : (place, marks)
        }
        return marked.isEmpty ? [] : citations(marked, in: article)
    }

    private func citations(_ marked: [Marked], in article: Article) -> [Citation] {
        let offsets = article.blockRanges
        let language = Language(tag: article.language ?? "en")
        let mentions = article.blocks.map { Self.isRead($0.kind) ? self.mentions(in: $0.text) : [] }
        let headings = headings(of: article, mentions)
        let dominance = dominance(marked, in: article, mentions)
        var citations: [Citation] = []
        for (place, marks) in marked {
            let block = CitedBlock(
                block: article.blocks[place], offset: offsets[place].lowerBound, marks: marks, mentions: mentions[place],
                heading: headings[place], language: language)
            citations += CitationReader(finder: self, block: block, dominance: dominance, date: article.published).citations()
        }
        return citations
    }

    private func mentions(in text: String) -> [InstrumentMention] {
        var text = text
        return text.withUTF8 { names.mentions(in: $0) }
    }

    /// What the title names is counted three times.
    private func dominance(_ marked: [Marked], in article: Article, _ mentions: [[InstrumentMention]]) -> Dominance {
        var dominance = Dominance(names)
        for mentions in mentions { dominance.add(mentions) }
        dominance.add(self.mentions(in: article.title), times: 3)
        if let deck = article.deck { dominance.add(self.mentions(in: deck)) }
        for (_, marks) in marked { dominance.add(marks) }
        return dominance
    }

    /// For each block what the nearest heading above it names last.
    private func headings(of article: Article, _ mentions: [[InstrumentMention]]) -> [Instrument?] {
        var heading: Instrument?
        return article.blocks.indices.map { place in
            defer { if article.blocks[place].kind == .heading { heading = mentions[place].last?.instrument } }
            return heading
        }
    }

    private static func isRead(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .paragraph, .heading, .quotation, .listItem, .table, .caption: true
        case .code, .rule, .promotion: false
        }
    }
}
