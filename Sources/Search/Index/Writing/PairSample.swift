/// The first articles of a rebuild, held back until it is known which stems are frequent in them.
final class PairSample {
    /// No more than so many bytes of text are held.
    private static let mostText = 16 << 20

    private let limits: IndexLimits
    private let analyser: IndexAnalyser
    private let words: SegmentBuilder
    private var documents: [IndexedDocument] = []
    private var text = 0

    init(_ limits: IndexLimits, _ analyser: IndexAnalyser) {
        self.limits = limits
        self.analyser = analyser
        words = SegmentBuilder(analyser: analyser)
    }

    /// Takes an article; true where that is enough.
    func isFull(with document: IndexedDocument) -> Bool {
        words.add(document)
        documents.append(document)
        text += document.parts.reduce(0) { $0 + $1.text.utf8.count }
        return documents.count >= limits.articlesSampled || text >= Self.mostText
    }

    /// An empty builder for these articles and all others. Where there are fewer than were asked for, phrases are fast without pairs.
    func builder() -> SegmentBuilder {
        guard documents.count >= limits.articlesSampled || text >= Self.mostText else { return SegmentBuilder(analyser: analyser) }
        return SegmentBuilder(analyser: analyser, pairedStems: PairedStems(stems))
    }

    private var stems: [PairedStems.Stem] {
        let articles = Double(max(1, words.count))
        let least = max(2, Int((articles * min(limits.frequentShare, limits.middlingShares.lowerBound)).rounded(.up)))
        return words.stems(inAtLeast: least).map { stem, count in
            var groups: PairedStems.Groups = []
            if Double(count) / articles >= limits.frequentShare { groups.insert(.frequent) }
            if limits.middlingShares.contains(Double(count) / articles) { groups.insert(.middling) }
            return PairedStems.Stem(bytes: stem, groups: groups)
        }
    }

    /// The articles that were held back; they are no longer.
    func taken() -> [IndexedDocument] {
        defer { documents = [] }
        return documents
    }
}
