import Articles
import TestSupport
import Testing
import Text

@testable import Topics

/// What is told of sentences from bytes alone, held against the rules of segmentation on random text.
@Suite("The sentences of citations")
struct CitationSentenceTests {
    private static let pieces = [
        "Article 7", "Arts. 16–18", "article 33(1)", "§ 1030", "18 U.S.C. § 1343", "Article 19", "l’article 5", "artículo 9",
        "the Budapest Convention", "U.N. Convention", "GDPR", "NATO", "Regulation (EU) 2022/2554", "règlement (UE) 2023/1543",
        "of", "of the Convention", "says", "Dr.", "e.g.", "No.", "U.S.", "Inc.", "yesterday", "approximately", "negotiated", "naïve",
        "law.[1]", "[2]", "Fini. »", "«", "“quoted.”", "‘so’", "(see", "(", ")", ",", ";", ":", "—", "–", "…", "!", "?", "?!", ".", ".",
        ". The", ". the", ".”", ".)", "3.", "A.", "\n", "\n\n", "\u{A0}", "日本。", "é", "\u{301}", "\u{2028}", "🙂", "1.5",
    ]
    private static let gaps = [" ", " ", " ", " ", "", "  ", "\u{A0}", ". ", ". ", ", "]

    private static func text(_ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 2...24, using: &generator)
        return (0..<count).map { _ in
            (pieces.randomElement(using: &generator) ?? "") + (gaps.randomElement(using: &generator) ?? "")
        }.joined()
    }

    @Test("are what segmentation says, where their bytes say anything", arguments: [Language.english, .french, .spanish, .german])
    func sure(_ language: Language) {
        var generator = SplitMix64(seed: 4)
        let finder = CitationFinder()
        var told = 0
        for _ in 0..<1_000 {
            var text = Self.text(&generator)
            text.withUTF8 { bytes in
                let block = CitedBlock(
                    block: Block(.paragraph, String(decoding: bytes, as: UTF8.self)), offset: 0, marks: CitationScanner(text: bytes).marks(),
                    mentions: finder.names.mentions(in: bytes), heading: nil, language: language)
                let reader = CitationReader(finder: finder, block: block, dominance: Dominance(finder.names), date: nil)
                told += check(reader, bytes)
            }
        }
        #expect(told > 100)
    }

    /// How often something was told.
    private func check(_ reader: CitationReader, _ bytes: Bytes.Text) -> Int {
        let block = reader.block
        let taken = block.mentions.indices.map { $0 % 3 == 2 }
        var told = 0
        for mark in block.marks {
            let plain = reader.searchSentence(mark, taken: taken, bytes)
            if let sure = reader.searchSurely(mark, taken: taken, bytes) {
                told += 1
                #expect(sure == plain, "\(block.text.debugDescription)")
            }
            if !reader.mayBeNear(mark, taken: taken, bytes) { #expect(plain == nil, "\(block.text.debugDescription)") }
            for mention in block.mentions where !mention.range.overlaps(mark.range) {
                let start = mention.range.lowerBound
                let isInside = block.sentence(of: mark).contains(start)
                #expect(block.isInSentence(of: mark, start, bytes) == isInside, "\(block.text.debugDescription)")
            }
        }
        return told
    }

    @Test("words are looked up by bytes as they are by strings")
    func words() {
        let list = ["article": 1, "artículos": 2, "à": 3, "d": 4, "recommandation": 5]
        let words = ByteWords(list)
        for (written, value) in [
            ("article", 1), ("ARTICLE", 1), ("Artículos", 2), ("arti\u{301}culos", 2), ("à", 3), ("D", 4), ("Recommandation", 5),
            ("articl", nil), ("articles", nil), ("", nil), ("À", nil), ("recommandationsrecommandations", nil),
        ] as [(String, Int?)] {
            var text = "x" + written + "y"
            #expect(text.withUTF8 { words[$0, 1..<($0.count - 1)] } == value, "\(written)")
        }
    }
}
