import Articles
import TestSupport
import Testing

@testable import Topics

@Suite("On random articles")
struct RandomArticleTests {
    static let tagger = Tagger()

    /// Pieces of labels, of their neighbours in Unicode, and of what parts words.
    private static let pieces: [String] = {
        let labels = tagger.vocabulary.topics.flatMap(\.labels).map(\.text)
        return labels + [" ", " ", " ", "-", ".", ". ", ", ", "\u{00AD}", "\u{200B}", "\u{301}", "’", "“", "(", ")", "\n", "é", "ß", "İ", "ﬁ", "🙂", "👩‍👩‍👧", "ﷺ",
            "\u{202E}", "한", "を", "ก", "A", "x", "0", "(BEC)", "the ", "of ",
            "Article 7", "Arts. 16–18", "§ 1030", "18 U.S.C. ", "of the Budapest Convention", "GDPR", "Section 230", "draft Articles 2 to 6",
            "unrelated to ", "not a ", "33(1", "A.5", "ARTICLE 19"]
    }()

    private func text(_ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...25, using: &random) {
            text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            if Bool.random(using: &random) { text += " " }
        }
        return text
    }

    private func scalars(_ random: inout SplitMix64) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<60 {
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }

    private func article(_ random: inout SplitMix64) -> Article {
        let kinds: [Block.Kind] = [.paragraph, .heading, .listItem, .code, .promotion, .quotation]
        let languages = ["en", "fr", "es", "ru", "ar", "zh", "de", "xx", nil]
        var blocks: [Block] = []
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let text = Int.random(in: 0..<5, using: &random) == 0 ? scalars(&random) : text(&random)
            let spans = Bool.random(using: &random) ? [Span(.reference, start: 0, end: text.utf8.count / 2)] : []
            blocks.append(Block(kinds[Int.random(in: 0..<kinds.count, using: &random)], text, spans: spans))
        }
        return Article(
            title: text(&random), deck: Bool.random(using: &random) ? text(&random) : nil, kickers: [text(&random), "Cybercrime"],
            language: languages[Int.random(in: 0..<languages.count, using: &random)], blocks: blocks)
    }

    @Test("contributions sum to the score, offsets fall between characters, and evidence is what stands there", arguments: 0..<Soak.pick(sample: 12, full: 40))
    func invariants(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let session = Self.tagger.session()
        for _ in 0..<10 {
            let article = article(&random)
            let text = article.text
            let bytes = Array(text.utf8)
            let ranges = Set(zip(article.blocks, article.blockRanges).filter { $0.0.kind != .promotion }.map(\.1))
            for link in session.links(article) {
                let explanation = link.explanation
                #expect(explanation.context.allSatisfy { $0.contribution.isFinite })
                let sum = explanation.prior + explanation.evidence.map(\.contribution).reduce(0, +)
                    + explanation.context.map(\.contribution).reduce(0, +)
                #expect(abs(sum - explanation.score) < 1e-9)
                #expect(explanation.score.isFinite)
                #expect((0...1).contains(explanation.probability))
                if link.origin == .engine { #expect(ranges.contains(link.passage.range)) }
                #expect(explanation.evidence.count <= Scorer.longestEvidence)
                for evidence in explanation.evidence {
                    #expect(link.passage.start <= evidence.start && evidence.start < evidence.end && evidence.end <= link.passage.end)
                    #expect(Self.isBoundary(evidence.start, bytes) && Self.isBoundary(evidence.end, bytes))
                    #expect(String(decoding: bytes[evidence.start..<evidence.end], as: UTF8.self) == evidence.text)
                    #expect(evidence.contribution >= 0)
                }
            }
        }
    }

    @Test("the same article gives the same links", arguments: 0..<Soak.pick(sample: 4, full: 10))
    func repeatable(seed: Int) {
        var random = SplitMix64(seed: UInt64(1_000 + seed))
        let article = article(&random)
        #expect(Self.tagger.session().links(article) == Tagger().session().links(article))
    }

    private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }

    @Test("ten megabytes without a blank are read in bounded time")
    func longWord() {
        let text = String(repeating: "ransomware", count: 1_000_000)
        let links = Self.tagger.tag(Article(title: "", language: "en", blocks: [Block(.paragraph, text)]))
        #expect(links.allSatisfy { $0.passage.end == text.utf8.count })
    }

    @Test("a megabyte of citations without a full stop is read in bounded time")
    func manyCitations() {
        for unit in ["Article 7 of the Budapest Convention and ", "Article 7 (", "§ 1030 of title 18, ", "Articles 1, 2 to ", "Budapest Article "] {
            let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
            let citations = Self.tagger.citationFinder.citations(in: article)
            #expect(citations.count <= CitationScanner.limit)
            #expect(citations.allSatisfy { $0.range.upperBound <= text.utf8.count && !$0.range.isEmpty })
        }
    }

    @Test("an empty vocabulary finds nothing")
    func emptyVocabulary() {
        let article = Article(title: "Ransomware", kickers: ["Cybercrime"], language: "en", blocks: [Block(.paragraph, "Article 7 of the UN Convention, BEC and § 1030.")])
        #expect(Tagger(vocabulary: .empty).tag(article) == [])
        #expect(CitationFinder(vocabulary: .empty).citations(in: article).allSatisfy { $0.provisions.isEmpty })
    }

    @Test("megabytes of one label, and of ideographs, keep an explanation short")
    func longRepetition() {
        for (unit, language) in [("fraud, ", "en"), ("网络犯罪", "zh")] {
            let text = String(repeating: unit, count: Soak.pick(sample: 60_000, full: 200_000))
            let links = Self.tagger.tag(Article(title: "", language: language, blocks: [Block(.paragraph, text)]))
            #expect(links.count == 1)
            #expect(links.allSatisfy { $0.explanation.evidence.count <= Scorer.longestEvidence })
        }
    }

    @Test("pieces of a very long text join without a gap, between characters", arguments: 0..<6)
    func pieces(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let unit = seed % 2 == 0 ? "漢" : "words of text "
        var text = String(repeating: unit, count: Int.random(in: 60_000...100_000, using: &random) + (seed % 2 == 0 ? 200_000 : 0))
        text.withUTF8 { bytes in
            let pieces = Matcher.pieces(of: bytes)
            #expect(pieces.count > 1)
            #expect(pieces.first?.lowerBound == 0 && pieces.last?.upperBound == bytes.count)
            #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound && !$0.isEmpty })
            #expect(pieces.dropFirst().allSatisfy { bytes[$0.lowerBound] & 0xC0 != 0x80 })
        }
    }
}
